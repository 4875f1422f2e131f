package io.streamgauge.bytes;

/**
 * The grammar of RFC 8259: checks a text and writes its nodes to a tape.
 *
 * <p>{@link #values} is the only loop; each helper reads one thing and answers where it ends, or records where the text
 * stops being JSON.
 */
final class JsonGrammar {
    private final JsonTape tape;
    private final int[] open = new int[JsonTape.MAX_DEPTH];
    private byte[] text = new byte[0];
    private int end;
    private int errorAt = -1;
    private int illFormedAt = -1;
    private boolean nonFinite;

    JsonGrammar(JsonTape tape) {
        this.tape = tape;
    }

    /** Answers -1 when the range is one well-formed text, or else the position where it stops being so. */
    int read(byte[] source, int offset, int length) {
        text = source;
        end = offset + length;
        errorAt = -1;
        illFormedAt = -1;
        nonFinite = false;
        int behind = values(skipBlanks(offset));
        if (errorAt < 0 && skipBlanks(behind) != end) {
            errorAt = skipBlanks(behind);
        }
        return errorAt;
    }

    int illFormedOffset() {
        return illFormedAt;
    }

    boolean hasNonFinite() {
        return nonFinite;
    }

    // The grammar. `values` is the only loop; each helper reads one thing and returns where it ends, or records where
    // it went wrong.

    private int values(int start) {
        int at = start;
        int depth = 0;
        while (errorAt < 0) {
            if (at < end && (text[at] == '{' || text[at] == '[')) {
                if (depth == JsonTape.MAX_DEPTH) {
                    return fail(at);
                }
                open[depth++] = tape.used;
                boolean object = text[at] == '{';
                tape.push(object ? JsonTape.OBJECT : JsonTape.ARRAY, at, 0);
                at = skipBlanks(at + 1);
                if (at < end && text[at] != (object ? '}' : ']')) {
                    at = object ? name(at) : at;
                    continue;
                }
            } else {
                at = scalar(at);
            }
            // A value ended: close what ends with it, then go on behind the comma.
            while (errorAt < 0) {
                if (depth == 0) {
                    return at;
                }
                at = skipBlanks(at);
                int container = open[depth - 1];
                boolean object = tape.slots[container] == JsonTape.OBJECT;
                if (at >= end) {
                    return fail(end);
                }
                if (text[at] == ',' && tape.used > container + JsonTape.SLOTS) {
                    at = skipBlanks(at + 1);
                    at = object ? name(at) : at;
                    break;
                }
                if (text[at] != (object ? '}' : ']')) {
                    return fail(at);
                }
                at++;
                tape.slots[container + 2] = at;
                tape.slots[container + 3] = tape.used;
                depth--;
            }
        }
        return at;
    }

    private int name(int at) {
        if (at >= end || text[at] != '"') {
            return fail(at);
        }
        int behind = skipBlanks(string(at));
        if (errorAt < 0 && (behind >= end || text[behind] != ':')) {
            return fail(behind);
        }
        return skipBlanks(behind + 1);
    }

    private int scalar(int at) {
        if (at >= end) {
            return fail(end);
        }
        return switch (text[at]) {
            case '"' -> string(at);
            case 't' -> word(at, "true", JsonTape.TRUE);
            case 'f' -> word(at, "false", JsonTape.FALSE);
            case 'n' -> word(at, "null", JsonTape.NULL);
            case 'N' -> nonFinite(at, "NaN");
            case 'I' -> nonFinite(at, "Infinity");
            default -> isMinusInfinity(at) ? nonFinite(at, "-Infinity") : number(at);
        };
    }

    private boolean isMinusInfinity(int at) {
        return text[at] == '-' && at + 1 < end && text[at + 1] == 'I';
    }

    private int nonFinite(int at, String expected) {
        nonFinite = true;
        return word(at, expected, JsonTape.NUMBER);
    }

    private int word(int at, String expected, int kind) {
        for (int i = 0; i < expected.length(); i++) {
            if (at + i >= end || text[at + i] != expected.charAt(i)) {
                return fail(Math.min(at + i, end));
            }
        }
        tape.push(kind, at, at + expected.length());
        return at + expected.length();
    }

    private int number(int start) {
        int at = start;
        if (text[at] == '-') {
            at++;
        }
        int digits = digitsEnd(at);
        if (digits == at || (digits > at + 1 && text[at] == '0')) {
            return fail(at);
        }
        at = digits;
        if (at < end && text[at] == '.') {
            digits = digitsEnd(at + 1);
            if (digits == at + 1) {
                return fail(digits);
            }
            at = digits;
        }
        if (at < end && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            if (at < end && (text[at] == '+' || text[at] == '-')) {
                at++;
            }
            digits = digitsEnd(at);
            if (digits == at) {
                return fail(at);
            }
            at = digits;
        }
        tape.push(JsonTape.NUMBER, start, at);
        return at;
    }

    private int digitsEnd(int at) {
        int digits = at;
        while (digits < end && isDigit(text[digits])) {
            digits++;
        }
        return digits;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private int string(int quote) {
        int at = ByteSearch.plainStringEnd(text, quote + 1, end);
        if (at == end || text[at] != '"') {
            return unusualString(quote, at);
        }
        tape.push(JsonTape.STRING, quote + 1, at);
        return at + 1;
    }

    /** A string that has more than plain ASCII, of which {@code unusual} is the first. */
    private int unusualString(int quote, int unusual) {
        int flags = JsonTape.STRING;
        int at = unusual;
        while (at < end && text[at] != '"') {
            int behind;
            if (text[at] < 0) {
                behind = beyondAscii(at);
            } else {
                behind = text[at] == '\\' ? escapeEnd(at) : -1;
                flags |= JsonTape.ESCAPED;
            }
            if (behind < 0) {
                return fail(at);
            }
            at = ByteSearch.plainStringEnd(text, behind, end);
        }
        if (at >= end) {
            return fail(end);
        }
        tape.push(flags, quote + 1, at);
        return at + 1;
    }

    /** Passes over characters beyond ASCII, or one ill-formed byte, of which the first is remembered. */
    private int beyondAscii(int at) {
        int behind = Utf8.beyondAsciiEnd(text, at, end);
        if (behind > at) {
            return behind;
        }
        illFormedAt = illFormedAt < 0 ? at : illFormedAt;
        return at + 1;
    }

    /** The position behind the escape at {@code at}, or -1 when there is no such escape. */
    private int escapeEnd(int at) {
        if (at + 1 >= end) {
            return -1;
        }
        return switch (text[at + 1]) {
            case '"', '\\', '/', 'n', 't', 'r', 'b', 'f' -> at + 2;
            case 'u' -> at + 6 <= end && JsonStrings.hex4(text, at + 2) >= 0 ? at + 6 : -1;
            default -> -1;
        };
    }

    private int skipBlanks(int from) {
        int at = from;
        if (at < end && text[at] > ' ') {
            return at;
        }
        while (at < end && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
        return at;
    }

    private int fail(int at) {
        errorAt = at;
        return end;
    }
}
