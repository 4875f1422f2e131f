package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import java.util.Arrays;

/**
 * The words of one enum, ready to be compared with bytes. Immutable and shared; a decoder looks words up with a
 * {@link WordFinder}.
 */
final class WordTable<E extends Enum<E> & WireWord> {
    private final E[] constants;
    private final JsonName[] words;
    private final E unknown;

    private WordTable(E unknown) {
        this.constants = unknown.getDeclaringClass().getEnumConstants();
        this.words = Arrays.stream(constants)
                .map(constant -> JsonName.of(constant.wire()))
                .toArray(JsonName[]::new);
        this.unknown = unknown;
    }

    /** The table of all constants of the type of {@code unknown}, which is the answer when no word fits. */
    static <E extends Enum<E> & WireWord> WordTable<E> of(E unknown) {
        return new WordTable<>(unknown);
    }

    E unknown() {
        return unknown;
    }

    E constant(int at) {
        return constants[at];
    }

    boolean isAt(int at, JsonTape json, int node) {
        return json.stringEquals(node, words[at]);
    }

    boolean isAt(int at, ByteSlice word) {
        return words[at].matches(word);
    }

    int size() {
        return words.length;
    }
}
