package io.streamgauge.accumulate;

import io.streamgauge.bytes.ByteSearch;
import io.streamgauge.bytes.JsonTape;
import java.nio.charset.StandardCharsets;

/**
 * Reads a JSON text that is still growing, each byte once, and knows at any time how much of it may be shown.
 *
 * <p>What lies before {@link #safeEnd()} never changes its meaning, whatever follows: no half character, escape,
 * number, word or name, and no comma that waits for a value. Close the string if {@link #isInString()}, then the
 * containers, and that part is JSON by itself. The grammar is {@link JsonTape}'s, so that both judge alike.
 */
final class JsonCursor {
    private static final int NONE = -1;
    private static final byte[][] WORDS = {
        ascii("true"), ascii("false"), ascii("null"), ascii("NaN"), ascii("Infinity"), ascii("-Infinity")
    };

    /** What must come next. */
    enum State {
        /** A value. */
        VALUE,
        /** A value, or the end of the array that was just opened. */
        FIRST_ELEMENT,
        /** A name, or the end of the object that was just opened. */
        FIRST_NAME,
        /** A name. */
        NAME,
        /** The rest of a name. */
        IN_NAME,
        /** The colon behind a name. */
        COLON,
        /** The rest of a string value. */
        IN_STRING,
        /** More of a number, or what ends it. */
        IN_NUMBER,
        /** The rest of a word such as {@code true}. */
        IN_WORD,
        /** A comma, or the end of the container. */
        AFTER_VALUE,
        /** White space; or another object, if all that came before is an empty one. */
        DONE,
        /** Nothing: the text is not JSON. */
        FAILED
    }

    private final byte[] closers = new byte[JsonTape.MAX_DEPTH];
    private final JsonTape numbers = new JsonTape();
    private State state = State.VALUE;
    private int depth;
    private int at;
    private int start;
    private int safeEnd;
    private boolean safeEndInString;
    private int tokenStart;
    private byte[] word = WORDS[0];
    private int escapeAt = NONE;
    private int highSurrogateAt = NONE;
    private boolean emptyObject;
    private long examinedBytes;

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    void reset() {
        state = State.VALUE;
        depth = 0;
        at = 0;
        start = 0;
        safeEnd = 0;
        safeEndInString = false;
        escapeAt = NONE;
        highSurrogateAt = NONE;
        emptyObject = false;
        examinedBytes = 0;
    }

    /** Reads on to {@code to}; {@code text} must hold from 0 on what was read before. */
    void advance(byte[] text, int to) {
        int from = at;
        while (at < to && state != State.FAILED) {
            switch (state) {
                case IN_NAME, IN_STRING -> string(text, to);
                case IN_NUMBER -> number(text, to);
                case IN_WORD -> word(text[at]);
                default -> structure(text[at]);
            }
        }
        if (state == State.IN_STRING) {
            showString(text);
        }
        examinedBytes += at - from;
    }

    State state() {
        return state;
    }

    /** Where the value begins that counts: 0, or behind an empty object that another one follows. */
    int start() {
        return start;
    }

    int safeEnd() {
        return safeEnd;
    }

    /** Whether {@link #safeEnd()} lies within a string value. */
    boolean isInString() {
        return safeEndInString;
    }

    int depth() {
        return depth;
    }

    /** What closes the container {@code level}, counted from 0 for the outermost. */
    byte closer(int level) {
        return closers[level];
    }

    /** Where the text stops being JSON; meant for {@link State#FAILED}. */
    int position() {
        return at;
    }

    /** How many bytes were looked at, for tests of the cost. */
    long examinedBytes() {
        return examinedBytes;
    }

    private void structure(byte b) {
        if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
            at++;
            return;
        }
        switch (state) {
            case VALUE -> value(b);
            case FIRST_ELEMENT -> {
                if (b == ']') {
                    close();
                } else {
                    value(b);
                }
            }
            case FIRST_NAME -> {
                emptyObject = b == '}' && depth == 1;
                if (b == '}') {
                    close();
                } else {
                    name(b);
                }
            }
            case NAME -> name(b);
            case COLON -> expect(b, ':', State.VALUE);
            case AFTER_VALUE -> afterValue(b);
            default -> secondObject(b);
        }
    }

    private void fail() {
        state = State.FAILED;
    }

    private void value(byte b) {
        tokenStart = at;
        if (b == '{' || b == '[') {
            open(b == '{');
        } else if (b == '"') {
            state = State.IN_STRING;
            at++;
        } else if (b == '-' || (b >= '0' && b <= '9')) {
            state = State.IN_NUMBER;
            at++;
        } else {
            beginWord(b);
        }
    }

    private void open(boolean object) {
        if (depth == JsonTape.MAX_DEPTH) {
            fail();
            return;
        }
        closers[depth++] = (byte) (object ? '}' : ']');
        state = object ? State.FIRST_NAME : State.FIRST_ELEMENT;
        at++;
        safeEnd = at;
    }

    private void close() {
        depth--;
        at++;
        endValue();
    }

    private void endValue() {
        safeEnd = at;
        safeEndInString = false;
        state = depth == 0 ? State.DONE : State.AFTER_VALUE;
    }

    private void afterValue(byte b) {
        boolean object = closers[depth - 1] == '}';
        if (b == closers[depth - 1]) {
            close();
        } else {
            expect(b, ',', object ? State.NAME : State.VALUE);
        }
    }

    private void name(byte b) {
        expect(b, '"', State.IN_NAME);
    }

    private void expect(byte b, char expected, State next) {
        state = b == expected ? next : State.FAILED;
        at += b == expected ? 1 : 0;
    }

    private void secondObject(byte b) {
        if (b != '{' || !emptyObject) {
            fail();
            return;
        }
        emptyObject = false;
        start = at;
        open(true);
    }

    private void beginWord(byte b) {
        for (byte[] candidate : WORDS) {
            if (candidate[0] == b) {
                word = candidate;
                state = State.IN_WORD;
                at++;
                return;
            }
        }
        fail();
    }

    private void word(byte b) {
        if (b != word[at - tokenStart]) {
            fail();
        } else if (++at - tokenStart == word.length) {
            endValue();
        }
    }

    /** A number is known to be whole only when something else follows; then it is checked, once. */
    private void number(byte[] text, int to) {
        if (text[at] == 'I' && at == tokenStart + 1 && text[tokenStart] == '-') {
            word = WORDS[WORDS.length - 1];
            state = State.IN_WORD;
            return;
        }
        while (at < to && isOfNumber(text[at])) {
            at++;
        }
        if (at < to) {
            examinedBytes += at - tokenStart;
            if (numbers.parse(text, tokenStart, at - tokenStart)) {
                endValue();
            } else {
                at = numbers.errorOffset();
                fail();
            }
        }
    }

    private static boolean isOfNumber(byte b) {
        return (b >= '0' && b <= '9') || b == '.' || b == 'e' || b == 'E' || b == '+' || b == '-';
    }

    private void string(byte[] text, int to) {
        if (escapeAt != NONE) {
            escape(text);
            return;
        }
        int special = ByteSearch.stringSpecial(text, at, to);
        if (special > at) {
            highSurrogateAt = NONE;
            at = special;
        }
        if (at == to) {
            return;
        }
        if (text[at] == '\\') {
            escapeAt = at++;
        } else if (text[at] == '"') {
            endString();
        } else {
            failInString(text, at);
        }
    }

    private void endString() {
        at++;
        highSurrogateAt = NONE;
        if (state == State.IN_NAME) {
            state = State.COLON;
        } else {
            endValue();
        }
    }

    /** One more byte of an escape: the letter behind the backslash, or one of four hexadecimal digits. */
    private void escape(byte[] text) {
        int place = at - escapeAt;
        boolean sound = place == 1 ? "\"\\/bfnrtu".indexOf(text[at]) >= 0 : Character.digit(text[at], 16) >= 0;
        if (!sound) {
            failInString(text, escapeAt);
            return;
        }
        boolean last = place == (text[escapeAt + 1] == 'u' ? 5 : 1);
        at++;
        if (last) {
            boolean high = place == 5 && isHighSurrogate(text, escapeAt);
            highSurrogateAt = high ? escapeAt : NONE;
            escapeAt = NONE;
        }
    }

    /** Whether the escape is {@code \}{@code uD800} to {@code \}{@code uDBFF}. */
    private static boolean isHighSurrogate(byte[] text, int escape) {
        return Character.digit(text[escape + 2], 16) == 0xD && (Character.digit(text[escape + 3], 16) & 0xC) == 0x8;
    }

    /** What was sound before the fault is shown the same wherever the text was cut. */
    private void failInString(byte[] text, int position) {
        if (state == State.IN_STRING) {
            showString(text);
        }
        at = position;
        fail();
    }

    private void showString(byte[] text) {
        safeEndInString = true;
        if (highSurrogateAt != NONE) {
            safeEnd = highSurrogateAt;
        } else {
            safeEnd = escapeAt != NONE ? escapeAt : at - incompleteCharacter(text, at);
        }
    }

    /** How many bytes before {@code end} begin a character whose other bytes are still to come. */
    private static int incompleteCharacter(byte[] text, int end) {
        int back = 1;
        while (back < 4 && end - back > 0 && (text[end - back] & 0xC0) == 0x80) {
            back++;
        }
        int lead = text[end - back] & 0xFF;
        int size = lead < 0xC2 || lead > 0xF4 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        return back < size ? back : 0;
    }
}
