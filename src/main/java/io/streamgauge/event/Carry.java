package io.streamgauge.event;

import java.util.Arrays;

/**
 * Bytes kept from reads that are gone. Grows by doubling, so that a byte is moved a constant number of times on average
 * however many appends brought it, and keeps its room when cleared.
 */
final class Carry {
    private static final int FIRST_CAPACITY = 256;

    /** Where doubling stops: the next step would not fit an {@code int}. */
    private static final int DOUBLING_ENDS = 1 << 30;

    private byte[] array = new byte[0];
    private int length;

    void append(byte[] source, int from, int to) {
        int added = to - from;
        if (added > array.length - length) {
            grow(Math.addExact(length, added));
        }
        System.arraycopy(source, from, array, length, added);
        length += added;
    }

    void append(byte b) {
        if (length == array.length) {
            grow(Math.addExact(length, 1));
        }
        array[length++] = b;
    }

    private void grow(int needed) {
        int doubled = array.length < DOUBLING_ENDS ? array.length * 2 : needed;
        array = Arrays.copyOf(array, Math.max(Math.max(needed, doubled), FIRST_CAPACITY));
    }

    /** The bytes lie in it from 0 to {@link #length()}; growth replaces it. */
    byte[] array() {
        return array;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }
}
