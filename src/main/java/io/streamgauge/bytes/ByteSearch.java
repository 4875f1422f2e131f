package io.streamgauge.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the few bytes that matter in text, eight at a step.
 *
 * <p>Goals: (a) one branch per eight bytes where nothing is found; (b) no allocation, no flags, no
 * {@code sun.misc.Unsafe}; (c) the exact position of the first hit.
 *
 * <p>Facts: (1) a {@code long} view of a {@code byte[]} compiles to one unaligned load; (2) read little-endian, the
 * lowest byte is the first in the array, so the number of trailing zeros gives its position; (3) {@code (v - n*ONES) &
 * ~v & HIGHS} marks every byte below {@code n} (n ≤ 128) and may mark wrongly only above the first byte that is marked
 * rightly, because a borrow travels upwards.
 *
 * <p>Fact 3 serves goal (c): only the lowest mark is ever used. If fact 1 stops holding the search is slow; if fact 2
 * or 3 does, it is wrong, and the table tests of this class fail.
 */
public final class ByteSearch {
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final long ONES = 0x0101010101010101L;
    static final long HIGHS = 0x8080808080808080L;

    private static final long BELOW_0E = 0x0E * ONES;
    private static final long BELOW_SPACE = 0x20 * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    private ByteSearch() {}

    static long longAt(byte[] array, int index) {
        return (long) LONGS.get(array, index);
    }

    /**
     * The position of the first CR or LF.
     *
     * @return a position in {@code from} to {@code to - 1}, or {@code to} when there is none
     */
    public static int lineEnd(byte[] array, int from, int to) {
        int at = behindPlainWords(array, from, to);
        // One subtraction covers both line ends, because text has hardly any other byte below 0x0E; what has (a tab) is
        // looked at again.
        while (at <= to - Long.BYTES) {
            long word = longAt(array, at);
            long marks = belowMarks(word) & HIGHS;
            if (marks == 0) {
                at += Long.BYTES;
                continue;
            }
            int hit = at + (Long.numberOfTrailingZeros(marks) >>> 3);
            if (isLineEnd(array[hit])) {
                return hit;
            }
            at = hit + 1;
        }
        while (at < to && !isLineEnd(array[at])) {
            at++;
        }
        return at;
    }

    /** Skips words without any byte below 0x0E, four at a step with one branch. */
    private static int behindPlainWords(byte[] array, int from, int to) {
        int at = from;
        while (at <= to - 4 * Long.BYTES) {
            long a = longAt(array, at);
            long b = longAt(array, at + Long.BYTES);
            long c = longAt(array, at + 2 * Long.BYTES);
            long d = longAt(array, at + 3 * Long.BYTES);
            long marks = belowMarks(a) | belowMarks(b) | belowMarks(c) | belowMarks(d);
            if ((marks & HIGHS) != 0) {
                return at;
            }
            at += 4 * Long.BYTES;
        }
        return at;
    }

    private static long belowMarks(long word) {
        return (word - BELOW_0E) & ~word;
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    /**
     * The position of the first byte that ends a run of plain characters in a JSON string (RFC 8259 section 7): a
     * quote, a backslash or a control character.
     *
     * @return a position in {@code from} to {@code to - 1}, or {@code to} when there is none
     */
    public static int stringSpecial(byte[] array, int from, int to) {
        int at = from;
        while (at <= to - Long.BYTES) {
            long word = longAt(array, at);
            long marks = stringMarks(word);
            if (marks != 0) {
                return at + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < to && !isStringSpecial(array[at])) {
            at++;
        }
        return at;
    }

    /**
     * The position of the first byte that is not a plain ASCII character of a JSON string: what {@link #stringSpecial}
     * finds, or a byte above 0x7F.
     *
     * @return a position in {@code from} to {@code to - 1}, or {@code to} when there is none
     */
    public static int plainStringEnd(byte[] array, int from, int to) {
        int at = from;
        while (at <= to - Long.BYTES) {
            long word = longAt(array, at);
            long marks = stringMarks(word) | (word & HIGHS);
            if (marks != 0) {
                return at + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < to && array[at] >= 0 && !isStringSpecial(array[at])) {
            at++;
        }
        return at;
    }

    /**
     * The position of the first backslash.
     *
     * @return a position in {@code from} to {@code to - 1}, or {@code to} when there is none
     */
    public static int backslash(byte[] array, int from, int to) {
        int at = from;
        while (at <= to - Long.BYTES) {
            long word = longAt(array, at) ^ BACKSLASHES;
            long marks = (word - ONES) & ~word & HIGHS;
            if (marks != 0) {
                return at + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
            at += Long.BYTES;
        }
        while (at < to && array[at] != '\\') {
            at++;
        }
        return at;
    }

    static long stringMarks(long word) {
        long quotes = word ^ QUOTES;
        long backslashes = word ^ BACKSLASHES;
        long marks = (quotes - ONES) & ~quotes;
        marks |= (backslashes - ONES) & ~backslashes;
        marks |= (word - BELOW_SPACE) & ~word;
        return marks & HIGHS;
    }

    static boolean isStringSpecial(byte b) {
        return b == '"' || b == '\\' || (b >= 0 && b < 0x20);
    }

    /** Whether every byte of the range is ASCII. */
    public static boolean isAscii(byte[] array, int from, int to) {
        int at = from;
        long seen = 0;
        while (at <= to - Long.BYTES) {
            seen |= longAt(array, at);
            at += Long.BYTES;
        }
        while (at < to) {
            seen |= array[at++];
        }
        return (seen & HIGHS) == 0;
    }
}
