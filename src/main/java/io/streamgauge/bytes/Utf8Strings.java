package io.streamgauge.bytes;

import java.nio.charset.StandardCharsets;

/**
 * Makes strings of UTF-8, by the rules of {@link Utf8}, and allocates nothing but the strings.
 *
 * <p>The JDK's decoder does so for ASCII alone: for anything else it fills two or three arrays that it throws away, in
 * all up to five times the string. Here the characters are gathered in space that is kept and grows to the longest
 * text. What is left is the JDK's: on 17 a string with a character beyond Latin-1 costs half as much again, because its
 * constructor first tries whether one byte for each character would do. Ill-formed text takes the JDK's way, too.
 *
 * <p>One thread.
 */
public final class Utf8Strings {
    private static final int CHUNK_CHARS = 512;

    private final char[] chunk = new char[CHUNK_CHARS];
    private final StringBuilder text = new StringBuilder(0);

    /** A copy of the bytes of the slice as text. */
    public String copy(ByteSlice source) {
        return copy(source.array(), source.offset(), source.length());
    }

    /** A copy of part of an array as text. */
    public String copy(byte[] array, int offset, int length) {
        int end = offset + length;
        if (length == 0) {
            return "";
        }
        if (ByteSearch.isAscii(array, offset, end)) {
            return new String(array, offset, length, StandardCharsets.ISO_8859_1);
        }
        if (Utf8.firstIllFormed(array, offset, end) != end) {
            return Utf8.decode(array, offset, length);
        }
        text.setLength(0);
        gather(array, offset, end);
        return text.toString();
    }

    private void gather(byte[] array, int from, int to) {
        int at = from;
        int used = 0;
        while (at < to) {
            int stop = Math.min(to, at + chunk.length - used);
            while (at < stop && array[at] >= 0) {
                chunk[used++] = (char) array[at++];
            }
            // A character beyond ASCII needs two places at most.
            if (used > chunk.length - 2) {
                text.append(chunk, 0, used);
                used = 0;
            }
            if (at < to && array[at] < 0) {
                int point = point(array, at);
                used += Character.toChars(point, chunk, used);
                at += size(point);
            }
        }
        text.append(chunk, 0, used);
    }

    /** The code point of the sequence at {@code at}, which is well-formed and not ASCII. */
    private static int point(byte[] array, int at) {
        int lead = array[at] & 0xFF;
        int second = array[at + 1] & 0x3F;
        if (lead < 0xE0) {
            return (lead & 0x1F) << 6 | second;
        }
        int third = array[at + 2] & 0x3F;
        if (lead < 0xF0) {
            return (lead & 0x0F) << 12 | second << 6 | third;
        }
        return (lead & 0x07) << 18 | second << 12 | third << 6 | (array[at + 3] & 0x3F);
    }

    private static int size(int point) {
        if (point < 0x800) {
            return 2;
        }
        return point < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
    }
}
