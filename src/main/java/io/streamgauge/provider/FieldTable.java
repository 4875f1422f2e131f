package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonName;
import java.util.Arrays;
import java.util.List;

/**
 * The field names of one kind of object, numbered, and told apart at a glance: length, first and last byte give a place
 * that no two of the names share, so that one comparison settles what a name is. Immutable and shared; a decoder reads
 * objects with a {@link FieldFinder}.
 */
final class FieldTable {
    /** How many hash functions are tried; a dozen names need a few dozen. */
    private static final int MAX_ATTEMPTS = 1 << 16;

    private static final int NONE = -1;

    private final List<String> words;
    private final JsonName[] names;
    private final int[] places;
    private int multiplier = -1;

    /** Makes the table of these names; fails when they are too much alike. */
    FieldTable(String... words) {
        this.words = List.of(words);
        names = this.words.stream().map(JsonName::of).toArray(JsonName[]::new);
        places = new int[Integer.highestOneBit(words.length) * 4];
        do {
            multiplier += 2;
            if (multiplier > MAX_ATTEMPTS) {
                throw new IllegalStateException("names too much alike: " + this.words);
            }
        } while (!fits());
    }

    private boolean fits() {
        Arrays.fill(places, NONE);
        for (int number = 0; number < names.length; number++) {
            int place = place(ByteSlice.ofUtf8(words.get(number)));
            if (places[place] != NONE) {
                return false;
            }
            places[place] = number;
        }
        return true;
    }

    int size() {
        return names.length;
    }

    /** The number of one of the names, to be kept in a constant. */
    int number(String word) {
        int number = words.indexOf(word);
        if (number < 0) {
            throw new IllegalArgumentException(word + " is none of " + words);
        }
        return number;
    }

    /** The number of the field with this name, or -1. */
    int find(ByteSlice name) {
        if (name.isEmpty()) {
            return NONE;
        }
        int number = places[place(name)];
        return number != NONE && names[number].matches(name) ? number : NONE;
    }

    private int place(ByteSlice name) {
        int mark = (name.length() * 31 + name.byteAt(0)) * 31 + name.byteAt(name.length() - 1);
        // Multiplying spreads what differs in a few low bits to the high ones, where the place is read.
        return (mark * (multiplier * 0x9E3779B1)) >>> (Integer.numberOfLeadingZeros(places.length) + 1);
    }
}
