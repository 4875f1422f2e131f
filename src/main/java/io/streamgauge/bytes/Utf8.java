package io.streamgauge.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * UTF-8 as the WHATWG Encoding Standard decodes it.
 *
 * <p>Ill-formed bytes become U+FFFD, one for each maximal subpart (Unicode 3.9, table 3-8). The JDK's decoder differs:
 * it gives one U+FFFD for an encoded surrogate such as ED A0 80 where the standard asks for three, and so it is used
 * here only for bytes that are known to be well-formed.
 */
public final class Utf8 {
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private Utf8() {}

    /** The text in UTF-8; a lone surrogate becomes U+FFFD. */
    public static byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return hasLoneSurrogate(text) ? encodeReplacing(text) : bytes;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (Character.charCount(text.codePointAt(i)) == 1) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static byte[] encodeReplacing(String text) {
        StringBuilder sound = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(sound::appendCodePoint);
        return sound.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Decodes a range; ill-formed bytes become U+FFFD. A byte order mark is kept: removing it is the business of
     * whoever knows where a stream begins.
     */
    public static String decode(byte[] array, int offset, int length) {
        int end = offset + length;
        if (firstIllFormed(array, offset, end) == end) {
            return new String(array, offset, length, StandardCharsets.UTF_8);
        }
        byte[] sound = new byte[Math.multiplyExact(length, 3)];
        int size = repair(array, offset, end, sound, 0);
        return new String(sound, 0, size, StandardCharsets.UTF_8);
    }

    /**
     * Where the first ill-formed sequence begins.
     *
     * @return its position, or {@code to} when the range is well-formed
     */
    public static int firstIllFormed(byte[] array, int from, int to) {
        int at = from;
        while (at < to) {
            if (array[at] >= 0) {
                boolean isAsciiWord = at <= to - Long.BYTES && (ByteSearch.longAt(array, at) & ByteSearch.HIGHS) == 0;
                at += isAsciiWord ? Long.BYTES : 1;
            } else if (isUsualThree(array, at, to)) {
                at += 3;
            } else {
                int size = sequence(array, at, to);
                if (size < 0) {
                    return at;
                }
                at += size;
            }
        }
        return to;
    }

    /**
     * Where a run of well-formed sequences of more than one byte ends: at an ASCII character, at an ill-formed sequence
     * or at {@code to}.
     *
     * @return the position behind it; {@code from} when no such sequence begins there
     */
    public static int beyondAsciiEnd(byte[] array, int from, int to) {
        int at = from;
        while (at < to && array[at] < 0) {
            int size = isUsualThree(array, at, to) ? 3 : sequence(array, at, to);
            if (size < 0) {
                return at;
            }
            at += size;
        }
        return at;
    }

    /** Most of what is not ASCII: a sequence of three whose second byte may be any continuation. */
    private static boolean isUsualThree(byte[] array, int at, int to) {
        byte lead = array[at];
        return at + 2 < to
                && (lead & 0xF0) == 0xE0
                && lead != (byte) 0xE0
                && lead != (byte) 0xED
                && (array[at + 1] & 0xC0) == 0x80
                && (array[at + 2] & 0xC0) == 0x80;
    }

    /**
     * Copies a range and puts U+FFFD in the place of each ill-formed sequence. The target needs three bytes for each
     * byte of the source at worst.
     *
     * @return the position behind the last byte written
     */
    static int repair(byte[] source, int from, int to, byte[] target, int targetOffset) {
        int at = from;
        int out = targetOffset;
        while (at < to) {
            int sound = firstIllFormed(source, at, to);
            System.arraycopy(source, at, target, out, sound - at);
            out += sound - at;
            at = sound;
            if (at < to) {
                System.arraycopy(REPLACEMENT, 0, target, out, REPLACEMENT.length);
                out += REPLACEMENT.length;
                at -= sequence(source, at, to);
            }
        }
        return out;
    }

    /**
     * The size of the sequence at {@code at}: positive when well-formed, the negated size of the maximal subpart when
     * not. The bounds of the second byte are those of Unicode table 3-7, which is what rules out overlong forms,
     * surrogates and values above U+10FFFF.
     */
    private static int sequence(byte[] array, int at, int to) {
        int lead = array[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        if (lead < 0xC2 || lead > 0xF4) {
            return -1;
        }
        int needed = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
        int lower = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int upper = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        for (int i = 1; i <= needed; i++) {
            int next = at + i < to ? array[at + i] & 0xFF : -1;
            if (next < lower || next > upper) {
                return -i;
            }
            lower = 0x80;
            upper = 0xBF;
        }
        return needed + 1;
    }

    /**
     * The size of the sequence at {@code at}, for readers whose text is cut anywhere.
     *
     * @return its bytes; 0 when the range ends before the sequence does; 1 for a byte that begins no sequence, which
     *     stands for U+FFFD
     */
    public static int sizeAt(byte[] array, int at, int to) {
        int size = sequence(array, at, to);
        if (size > 0) {
            return size;
        }
        boolean mayGoOn = at - size == to && (array[at] & 0xFF) >= 0xC2 && (array[at] & 0xFF) <= 0xF4;
        return mayGoOn ? 0 : 1;
    }

    /**
     * The code point of the sequence at {@code at}, whose {@link #sizeAt} is {@code size}; U+FFFD for an ill-formed
     * byte.
     */
    public static int codePointAt(byte[] array, int at, int size) {
        int lead = array[at] & 0xFF;
        return switch (size) {
            case 2 -> (lead & 0x1F) << 6 | tail(array, at + 1);
            case 3 -> (lead & 0x0F) << 12 | tail(array, at + 1) << 6 | tail(array, at + 2);
            case 4 -> (lead & 0x07) << 18 | tail(array, at + 1) << 12 | tail(array, at + 2) << 6 | tail(array, at + 3);
            default -> lead < 0x80 ? lead : 0xFFFD;
        };
    }

    private static int tail(byte[] array, int at) {
        return array[at] & 0x3F;
    }

    /**
     * Writes one code point; a surrogate is written as U+FFFD.
     *
     * @return the position behind the last byte written, at most four further
     */
    static int put(byte[] target, int at, int codePoint) {
        int point = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? 0xFFFD : codePoint;
        if (point < 0x80) {
            target[at] = (byte) point;
            return at + 1;
        }
        if (point < 0x800) {
            target[at] = (byte) (0xC0 | (point >> 6));
            target[at + 1] = (byte) (0x80 | (point & 0x3F));
            return at + 2;
        }
        if (point < 0x10000) {
            target[at] = (byte) (0xE0 | (point >> 12));
            target[at + 1] = (byte) (0x80 | ((point >> 6) & 0x3F));
            target[at + 2] = (byte) (0x80 | (point & 0x3F));
            return at + 3;
        }
        target[at] = (byte) (0xF0 | (point >> 18));
        target[at + 1] = (byte) (0x80 | ((point >> 12) & 0x3F));
        target[at + 2] = (byte) (0x80 | ((point >> 6) & 0x3F));
        target[at + 3] = (byte) (0x80 | (point & 0x3F));
        return at + 4;
    }

    /** The replacement character in UTF-8, a fresh copy. */
    public static byte[] replacement() {
        return Arrays.copyOf(REPLACEMENT, REPLACEMENT.length);
    }
}
