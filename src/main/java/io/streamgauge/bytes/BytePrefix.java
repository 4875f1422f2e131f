package io.streamgauge.bytes;

import java.nio.charset.StandardCharsets;

/**
 * Up to eight bytes that something begins with, told by one comparison.
 *
 * <p>A record because the compiler trusts the fields of one: kept in a constant, the comparison has no loads but that
 * of the bytes.
 *
 * @param word the bytes, the first lowest, and zeros
 * @param mask ones where the bytes are
 * @param length how many there are
 */
public record BytePrefix(long word, long mask, int length) {
    /** The prefix that is spelled by one to eight ASCII characters. */
    public static BytePrefix of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length == 0 || bytes.length > Long.BYTES) {
            throw new IllegalArgumentException("a prefix has 1 to 8 bytes, not " + bytes.length);
        }
        return new BytePrefix(
                little(bytes, 0, bytes.length), -1L >>> (Long.SIZE - Byte.SIZE * bytes.length), bytes.length);
    }

    private static long little(byte[] array, int from, int to) {
        long word = 0;
        for (int at = to - 1; at >= from; at--) {
            word = (word << Byte.SIZE) | (array[at] & 0xFF);
        }
        return word;
    }

    /** Whether the range begins with it. */
    public boolean begins(byte[] array, int from, int to) {
        if (to - from >= Long.BYTES) {
            return ((ByteSearch.longAt(array, from) ^ word) & mask) == 0;
        }
        return to - from >= length && little(array, from, from + length) == word;
    }

    /** Whether the whole range is a beginning of it, though perhaps not all. */
    public boolean isBegunBy(byte[] array, int from, int to) {
        int seen = to - from;
        return seen == 0
                || (seen <= length
                        && ((little(array, from, to) ^ word) & (-1L >>> (Long.SIZE - Byte.SIZE * seen))) == 0);
    }
}
