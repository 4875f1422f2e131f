package io.streamgauge.server.fault;

import io.streamgauge.server.pace.Chance;
import io.streamgauge.server.plan.TimedBody;
import io.streamgauge.server.words.Arguments;
import io.streamgauge.server.words.Quantities;
import io.streamgauge.server.words.Term;
import io.streamgauge.server.words.WordsException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a fault strikes, and how often.
 *
 * @param probability that it strikes at its place, from 0 to 1; with {@link Place.Named#EACH} at each event anew
 */
public record FaultTarget(Place place, double probability) {
    /** The largest number of an event or byte. */
    private static final int MAX_NUMBER = 1_000_000_000;

    /** Checks the probability. */
    public FaultTarget {
        if (!(probability >= 0 && probability <= 1)) {
            throw WordsException.expected("p from 0 to 1");
        }
    }

    /** Always at one place. */
    public static FaultTarget at(Place place) {
        return new FaultTarget(place, 1);
    }

    /** At an event, counted from 0. */
    public static FaultTarget event(int number) {
        return at(new Place.Event(number));
    }

    /**
     * Reads what stands behind a fault.
     *
     * @param standard where the fault strikes when nothing is said
     */
    static FaultTarget read(Term term, Aim aim, FaultTarget standard) {
        Arguments marks = Arguments.ofMarks(term, term.name() + " followed by " + aim.form());
        double probability =
                marks.named("p", text -> Quantities.number(text, 0, 1)).orElse(1.0);
        Place place = place(marks).orElse(standard.place());
        marks.end();
        if (!aim.takes(place)) {
            throw WordsException.expected(term.name() + " followed by " + aim.form());
        }
        return new FaultTarget(place, probability);
    }

    private static Optional<Place> place(Arguments marks) {
        for (Place.Named named : Place.Named.values()) {
            if (named != Place.Named.WHOLE && marks.word(named.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(named);
            }
        }
        return marks.<Place>named("event", text -> new Place.Event(Quantities.count(text, 0, MAX_NUMBER)))
                .or(() -> marks.named("byte", text -> new Place.Offset(Quantities.count(text, 0, MAX_NUMBER))))
                .or(() -> marks.named("time", text -> new Place.Time(Quantities.nanos(text))));
    }

    /** Whether more than the answer itself decides. */
    boolean isRandom() {
        return probability > 0 && probability < 1;
    }

    /** Whether the fault strikes an answer as a whole. */
    boolean hits(Chance chance) {
        return chance.happens(probability);
    }

    /** Where in a body the fault strikes, if it does. */
    Optional<Spot> spot(TimedBody body, Chance chance) {
        if (place == Place.Named.EACH) {
            return IntStream.range(0, body.events())
                    .filter(event -> chance.happens(probability))
                    .mapToObj(event -> spotOf(event, body))
                    .findFirst();
        }
        return chance.happens(probability) ? certain(body) : Optional.empty();
    }

    private Optional<Spot> certain(TimedBody body) {
        if (place instanceof Place.Event event) {
            return Optional.of(event.number())
                    .filter(number -> number < body.events())
                    .map(number -> spotOf(number, body));
        }
        if (place instanceof Place.Offset at) {
            return Optional.of(at.bytes())
                    .filter(offset -> offset < body.length())
                    .map(offset -> new Spot(offset, body.dueAt(offset)));
        }
        if (place instanceof Place.Time time) {
            return Optional.of(time.nanos())
                    .filter(nanos -> nanos <= body.lastDueNanos())
                    .map(nanos -> new Spot(body.offsetAt(nanos), nanos));
        }
        if (place == Place.Named.MIDDLE && body.framing().isEmpty()) {
            return Optional.of(new Spot(body.length() / 2, body.dueAt(body.length() / 2)));
        }
        if (place == Place.Named.MIDDLE && body.events() > 0) {
            return Optional.of(spotOf(body.events() / 2, body));
        }
        return Optional.of(
                place == Place.Named.START || place == Place.Named.HEAD
                        ? new Spot(0, body.dueAt(0))
                        : new Spot(body.length(), body.lastDueNanos()));
    }

    private static Spot spotOf(int event, TimedBody body) {
        int offset = body.event(event).from();
        return new Spot(offset, body.dueAt(offset));
    }

    /** Which events of a body the fault strikes, rising. */
    List<Integer> events(TimedBody body, Chance chance) {
        int events = body.events();
        if (place == Place.Named.EACH) {
            return IntStream.range(0, events)
                    .filter(event -> chance.happens(probability))
                    .boxed()
                    .toList();
        }
        return chance.happens(probability)
                ? IntStream.of(eventAtPlace(body))
                        .filter(event -> event >= 0 && event < events)
                        .boxed()
                        .toList()
                : List.of();
    }

    private int eventAtPlace(TimedBody body) {
        if (place instanceof Place.Event event) {
            return event.number();
        }
        if (place instanceof Place.Offset at) {
            return body.eventAt(at.bytes());
        }
        if (place instanceof Place.Time time) {
            return body.eventAt(body.offsetAt(time.nanos()));
        }
        return place == Place.Named.START ? 0 : place == Place.Named.END ? body.events() - 1 : body.events() / 2;
    }

    @Override
    public String toString() {
        return place + (probability == 1 ? "" : "@p=" + Quantities.plain(probability));
    }
}
