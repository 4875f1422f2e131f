package io.streamgauge.server.words;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Words that stand for the constants of an enumeration. */
public final class Choices {
    private Choices() {}

    /**
     * The constant of a word.
     *
     * @throws WordsException naming all words when it is none of them
     */
    public static <E extends Enum<E>> E of(Class<E> type, Function<E, String> words, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> words.apply(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> WordsException.expected("one of " + all(type, words)));
    }

    private static <E extends Enum<E>> String all(Class<E> type, Function<E, String> words) {
        return Arrays.stream(type.getEnumConstants()).map(words).collect(Collectors.joining(", "));
    }
}
