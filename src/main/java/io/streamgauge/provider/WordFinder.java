package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonTape;

/**
 * Finds the constant that a word on the wire stands for, without making a string of it.
 *
 * <p>Streams repeat themselves, so the word found last is tried first and a run of deltas costs one comparison each.
 * The others are compared in their order, most of them by length alone. One finder belongs to one decoder.
 */
final class WordFinder<E extends Enum<E> & WireWord> {
    private final WordTable<E> table;
    private int last;

    WordFinder(WordTable<E> table) {
        this.table = table;
    }

    /** The constant of a string node; anything else is unknown. */
    E find(JsonTape json, int node) {
        if (table.isAt(last, json, node)) {
            return table.constant(last);
        }
        for (int at = 0; at < table.size(); at++) {
            if (table.isAt(at, json, node)) {
                last = at;
                return table.constant(at);
            }
        }
        return table.unknown();
    }

    /** The constant of a word. */
    E find(ByteSlice word) {
        for (int at = 0; at < table.size(); at++) {
            if (table.isAt(at, word)) {
                return table.constant(at);
            }
        }
        return table.unknown();
    }
}
