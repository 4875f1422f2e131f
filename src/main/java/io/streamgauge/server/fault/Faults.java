package io.streamgauge.server.fault;

import io.streamgauge.server.pace.Chance;
import io.streamgauge.server.words.Term;
import io.streamgauge.server.words.WordsException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Some faults that strike one after the other. Immutable. */
public record Faults(List<Fault> all) {
    /** No answer has more faults than this. */
    public static final int MAX_FAULTS = 16;

    /** What {@link #parse} reads. */
    public static final String FORMS =
            "none, or faults with commas between them such as rst@event=5 or drip(bytes=1,gap=100ms)@p=0.1";

    /** No faults at all. */
    public static final Faults NONE = new Faults(List.of());

    /** The first fault's row of a seed's draws; those before it belong to the pace. */
    private static final int FIRST_ROW = 10;

    private static final String NONE_WORD = "none";

    /** Copies the list and checks its length. */
    public Faults {
        all = List.copyOf(all);
        if (all.size() > MAX_FAULTS) {
            throw WordsException.expected("at most " + MAX_FAULTS + " faults");
        }
    }

    /**
     * An answer with its faults.
     *
     * @param struck the words of those that changed something, in order
     */
    public record Outcome(Script script, List<String> struck) {}

    /**
     * Reads a list of faults.
     *
     * @throws WordsException when one of them is none, saying what was expected
     */
    public static Faults parse(String text) {
        if (text.strip().equals(NONE_WORD)) {
            return NONE;
        }
        return new Faults(Term.list(text).stream().map(Faults::one).toList());
    }

    private static Fault one(String text) {
        return FaultCatalogue.read(Term.parse(text));
    }

    /** These and then those. */
    public Faults and(Faults others) {
        List<Fault> both = new ArrayList<>(all);
        both.addAll(others.all);
        return new Faults(both);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether chance has a part in it. */
    public boolean isRandom() {
        return !all.isEmpty() && all.stream().anyMatch(Fault::isRandom);
    }

    /**
     * Lets all of them strike.
     *
     * @param contexts makes what a fault has to know, of its own row of draws
     * @throws WordsException when the answer would become larger than is allowed
     */
    public Outcome applyTo(Script script, long seed, Function<Chance, FaultContext> contexts) {
        Script now = script;
        List<String> struck = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Fault fault = all.get(i);
            Script next = fault.applyTo(now, contexts.apply(new Chance(seed, FIRST_ROW + i)));
            if (isChanged(now, next)) {
                struck.add(fault.toString());
            }
            now = next;
        }
        return new Outcome(now, struck);
    }

    /** A fault that does not strike hands back the very same script; comparing bodies would say no more. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isChanged(Script before, Script after) {
        return before != after;
    }

    @Override
    public String toString() {
        return isEmpty() ? NONE_WORD : all.stream().map(Fault::toString).collect(Collectors.joining(", "));
    }
}
