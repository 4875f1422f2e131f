package io.streamgauge.server.words;

import io.streamgauge.server.words.Term.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The arguments of one term while they are read. Each read takes the argument of that name or else the first that has
 * none; what is left at the end is an error. One thread.
 */
public final class Arguments {
    private final String form;
    private final List<Argument> left;

    private Arguments(String form, List<Argument> given) {
        this.form = form;
        left = new ArrayList<>(given);
    }

    /**
     * Begins to read.
     *
     * @param form what the whole term looks like, for those who wrote it wrong
     */
    public static Arguments of(Term term, String form) {
        return new Arguments(form, term.arguments());
    }

    /** Begins to read what stands behind a term's {@code @}. */
    public static Arguments ofMarks(Term term, String form) {
        return new Arguments(form, term.marks());
    }

    /** A value of any kind. */
    public <T> Optional<T> value(String key, Function<String, T> reader) {
        return take(key).map(argument -> read(key, argument.value(), reader));
    }

    /** A value that is never given without its name. */
    public <T> Optional<T> named(String key, Function<String, T> reader) {
        Optional<Argument> taken = byName(key);
        taken.ifPresent(left::remove);
        return taken.map(argument -> read(key, argument.value(), reader));
    }

    /** A value that has to be there. */
    public <T> T required(String key, Function<String, T> reader) {
        return value(key, reader).orElseThrow(() -> WordsException.expected(form));
    }

    /** A time in nanoseconds. */
    public long nanos(String key, long otherwise) {
        return value(key, Quantities::nanos).orElse(otherwise);
    }

    /** A whole number. */
    public int count(String key, int otherwise, int min, int max) {
        return value(key, text -> Quantities.count(text, min, max)).orElse(otherwise);
    }

    /** A size in bytes. */
    public int bytes(String key, int otherwise, int min, int max) {
        return value(key, text -> Quantities.bytes(text, min, max)).orElse(otherwise);
    }

    /** A number. */
    public double number(String key, double otherwise, double min, double max) {
        return value(key, text -> Quantities.number(text, min, max)).orElse(otherwise);
    }

    /** Whether the next argument without a name is exactly this word; takes it if so. */
    public boolean word(String word) {
        return left.remove(new Argument("", word));
    }

    /** One of an enumeration's constants, by the word that stands for it. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, Function<E, String> words, E otherwise) {
        return value(key, text -> Choices.of(type, words, text)).orElse(otherwise);
    }

    /**
     * Makes sure that everything was read.
     *
     * @throws WordsException when something is left
     */
    public void end() {
        if (!left.isEmpty()) {
            throw WordsException.expected(form + " without '" + left.get(0) + "'");
        }
    }

    private Optional<Argument> take(String key) {
        Optional<Argument> taken = byName(key).or(() -> byName(""));
        taken.ifPresent(left::remove);
        return taken;
    }

    private Optional<Argument> byName(String key) {
        return left.stream().filter(argument -> argument.key().equals(key)).findFirst();
    }

    private static <T> T read(String key, String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (WordsException e) {
            throw WordsException.expected(key + " to be " + e.expected());
        }
    }
}
