package io.streamgauge.bytes;

/**
 * Resolves escapes and repairs UTF-8 in scratch space that lives until {@link #clear()}. Callers have checked that
 * every escape is well-formed.
 */
public final class JsonStrings {
    /** The value of each ASCII character as a hexadecimal digit, or -1. */
    private static final byte[] HEX = hexTable();

    private byte[] scratch = new byte[256];
    private int used;

    /** Gives the scratch space back; slices handed out before may change from now on. */
    public void clear() {
        used = 0;
    }

    /**
     * Points {@code target} at its own bytes with U+FFFD for whatever is ill-formed; nothing is copied if all is well.
     */
    ByteSlice repair(ByteSlice target) {
        int end = target.end();
        if (Utf8.firstIllFormed(target.array(), target.offset(), end) == end) {
            return target;
        }
        reserve(Math.multiplyExact(target.length(), 3));
        int repaired = used;
        used = Utf8.repair(target.array(), target.offset(), end, scratch, repaired);
        return target.wrap(scratch, repaired, used - repaired);
    }

    /**
     * Points {@code target} at the characters that a string's inside stands for. Half a surrogate pair becomes U+FFFD;
     * ill-formed UTF-8 stays what it is.
     *
     * @return {@code target}
     */
    public ByteSlice unescape(byte[] text, int start, int stop, ByteSlice target) {
        reserve(stop - start);
        int from = used;
        int out = from;
        int at = start;
        while (at < stop) {
            int special = ByteSearch.backslash(text, at, stop);
            System.arraycopy(text, at, scratch, out, special - at);
            out += special - at;
            at = special;
            if (at < stop) {
                int point = escapedPoint(text, at, stop);
                out = Utf8.put(scratch, out, point);
                at += escapeLength(text, at, point);
            }
        }
        used = out;
        return target.wrap(scratch, from, out - from);
    }

    /** The code point that the escape at {@code at} stands for; a lone surrogate is returned as it is. */
    private static int escapedPoint(byte[] text, int at, int stop) {
        byte letter = text[at + 1];
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicodePoint(text, at, stop);
            default -> letter;
        };
    }

    private static int unicodePoint(byte[] text, int at, int stop) {
        char unit = (char) hex4(text, at + 2);
        if (Character.isHighSurrogate(unit) && at + 12 <= stop && text[at + 6] == '\\' && text[at + 7] == 'u') {
            char low = (char) hex4(text, at + 8);
            if (Character.isLowSurrogate(low)) {
                return Character.toCodePoint(unit, low);
            }
        }
        return unit;
    }

    private static int escapeLength(byte[] text, int at, int point) {
        if (text[at + 1] != 'u') {
            return 2;
        }
        return point >= Character.MIN_SUPPLEMENTARY_CODE_POINT ? 12 : 6;
    }

    /**
     * The position behind the escape at {@code at}: behind both halves of a surrogate pair.
     *
     * @return -1 if there is no such escape before {@code to}, or it is half a pair
     */
    public static int escapeEnd(byte[] text, int at, int to) {
        if (at + 1 >= to) {
            return -1;
        }
        return switch (text[at + 1]) {
            case '"', '\\', '/', 'n', 't', 'r', 'b', 'f' -> at + 2;
            case 'u' -> unicodeEscapeEnd(text, at, to);
            default -> -1;
        };
    }

    private static int unicodeEscapeEnd(byte[] text, int at, int to) {
        int unit = at + 6 <= to ? hex4(text, at + 2) : -1;
        if (unit < 0 || Character.isLowSurrogate((char) unit)) {
            return -1;
        }
        if (!Character.isHighSurrogate((char) unit)) {
            return at + 6;
        }
        return unicodePoint(text, at, to) > 0xFFFF ? at + 12 : -1;
    }

    /** The value of four hexadecimal digits, or a negative number. */
    static int hex4(byte[] text, int at) {
        return (hex(text[at]) << 12) | (hex(text[at + 1]) << 8) | (hex(text[at + 2]) << 4) | hex(text[at + 3]);
    }

    private static int hex(byte digit) {
        return digit < 0 ? -1 : HEX[digit];
    }

    private static byte[] hexTable() {
        byte[] table = new byte[1 << 7];
        for (int digit = 0; digit < table.length; digit++) {
            table[digit] = (byte) Character.digit(digit, 16);
        }
        return table;
    }

    /** Scratch space is replaced, never moved: slices of the old array stay as they were. */
    private void reserve(int size) {
        if (scratch.length - used < size) {
            scratch = new byte[Math.max(size, Math.multiplyExact(scratch.length, 2))];
            used = 0;
        }
    }
}
