package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSearch;
import io.streamgauge.bytes.JsonStrings;
import io.streamgauge.bytes.Utf8;
import java.util.Arrays;

/**
 * The bytes of one event, with holes where the next event of the same kind may differ.
 *
 * <p>Goals: (a) to tell that an event is the same as the one before but for its holes, and where they lie, looking at
 * most bytes once, eight or more at a step; (b) never to say so of an event that a full reading would take otherwise.
 *
 * <p>Facts: (1) comparing ranges of bytes is an intrinsic that takes about the same time for 50 bytes as for 300; (2)
 * the event that made the shape was read as one well-formed JSON text; (3) every hole is a whole JSON string's inside,
 * a whole integer, read or not, or blanks between two tokens, and is checked to be such again, so that with the same
 * bytes around it the text is well-formed too and has the same structure.
 *
 * <p>Fact 1 serves (a), facts 2 and 3 serve (b). If fact 3 is given up for some hole, an event may be taken for
 * another, and the differential test over mutated streams fails.
 *
 * <pre>
 *   lead                       literal          hole   literal            hole      literal    blanks   tail
 *   event: x LF data: {"id":"7","delta":{"text":"  Hello  "},"obfuscation":"  aZ3k  "          ···   }   LF LF
 * </pre>
 */
final class EventShape {
    static final int MISMATCH = -1;

    /** Longer events are read in full; they are rare, and the time goes into their content. */
    static final int MAX_BYTES = 16 << 10;

    private static final int MAX_HOLES = 8;
    static final int MAX_DIGITS = 18;

    private enum Hole {
        /** The characters that are handed out. */
        VALUE,
        /** A string that nobody reads. */
        STRING,
        /** An integer that nobody reads. */
        NUMBER,
        /** An integer that is handed out. */
        COUNTER,
        /** Blanks before a closing brace. */
        BLANKS
    }

    private byte[] bytes = new byte[512];
    private int leadLength;
    private int end;
    private int tailLength;

    private final Hole[] kinds = new Hole[MAX_HOLES];
    private final int[] starts = new int[MAX_HOLES];
    private final int[] ends = new int[MAX_HOLES];
    private int holes;

    // Where the counters of the matched event lie, in order.
    private final int[] counterFrom = new int[MAX_HOLES];
    private final int[] counterTo = new int[MAX_HOLES];
    private int counters;

    private int valueFrom;
    private int valueTo;
    private boolean valueEscaped;

    /** Forgets the shape: nothing matches. */
    void clear() {
        end = 0;
        tailLength = 0;
    }

    boolean isKnown() {
        return end > 0;
    }

    /** Whether what stands around the payload is known too, so that whole events can be matched where they lie. */
    boolean knowsFraming() {
        return tailLength > 0;
    }

    /** Begins a shape with the payload of an event; holes follow. */
    boolean begin(byte[] array, int from, int to) {
        holes = 0;
        leadLength = 0;
        tailLength = 0;
        end = 0;
        if (to - from > MAX_BYTES) {
            return false;
        }
        if (bytes.length < to - from) {
            bytes = new byte[Math.min(2 * (to - from), MAX_BYTES)];
        }
        System.arraycopy(array, from, bytes, 0, to - from);
        end = to - from;
        return true;
    }

    /** The characters that are handed out, by their place in the payload. */
    void value(int from, int to) {
        hole(Hole.VALUE, from, to);
    }

    /** A string's inside that nobody reads. */
    void ignoredString(int from, int to) {
        if (stringEnd(bytes, from, end) == to) {
            hole(Hole.STRING, from, to);
        }
    }

    /** An integer that nobody reads. */
    void ignoredNumber(int from, int to) {
        if (numberEnd(bytes, from, end) == to) {
            hole(Hole.NUMBER, from, to);
        }
    }

    /** An integer that is handed out. Answers whether there is room for it and it is one. */
    boolean counter(int from, int to) {
        return numberEnd(bytes, from, end) == to && hole(Hole.COUNTER, from, to);
    }

    private boolean hole(Hole kind, int from, int to) {
        if (holes == MAX_HOLES) {
            return false;
        }
        int at = holes++;
        while (at > 0 && starts[at - 1] > from) {
            kinds[at] = kinds[at - 1];
            starts[at] = starts[at - 1];
            ends[at] = ends[at - 1];
            at--;
        }
        kinds[at] = kind;
        starts[at] = from;
        ends[at] = to;
        return true;
    }

    /** How many blanks stand before the last brace. */
    int closingBlanks() {
        int blanks = end - 1;
        while (blanks > 0 && bytes[blanks - 1] == ' ') {
            blanks--;
        }
        return end - 1 - blanks;
    }

    /** The blanks before the last brace may differ in number. */
    void ignoredBlanks() {
        if (bytes[end - 1] == '}') {
            hole(Hole.BLANKS, end - 1 - closingBlanks(), end - 1);
        }
    }

    /** Adds what stands before and behind the payload in the body. */
    void frame(byte[] array, int lead, int payload, int payloadEnd, int tailEnd) {
        int leadBytes = payload - lead;
        int tailBytes = tailEnd - payloadEnd;
        if (knowsFraming() || end + leadBytes + tailBytes > MAX_BYTES) {
            return;
        }
        if (bytes.length < end + leadBytes + tailBytes) {
            bytes = Arrays.copyOf(bytes, MAX_BYTES);
        }
        System.arraycopy(bytes, 0, bytes, leadBytes, end);
        System.arraycopy(array, lead, bytes, 0, leadBytes);
        System.arraycopy(array, payloadEnd, bytes, leadBytes + end, tailBytes);
        for (int i = 0; i < holes; i++) {
            starts[i] += leadBytes;
            ends[i] += leadBytes;
        }
        leadLength = leadBytes;
        tailLength = tailBytes;
        end += leadBytes + tailBytes;
    }

    /** Matches a whole event with its framing; answers the position behind it or {@link #MISMATCH}. */
    int matchFramed(byte[] array, int from, int to) {
        return match(array, from, to, 0, end);
    }

    /** Matches a payload, which must end at {@code to}. */
    boolean matchPayload(byte[] array, int from, int to) {
        return match(array, from, to, leadLength, end - tailLength) == to;
    }

    /** Where the matched characters lie. */
    int valueFrom() {
        return valueFrom;
    }

    int valueTo() {
        return valueTo;
    }

    /** Whether the matched characters hold escapes. */
    boolean valueEscaped() {
        return valueEscaped;
    }

    /** Where the matched digits of the counter with this number begin; counters come in the order of the text. */
    int counterFrom(int number) {
        return counterFrom[number];
    }

    int counterTo(int number) {
        return counterTo[number];
    }

    private int match(byte[] array, int from, int to, int shapeFrom, int shapeTo) {
        counters = 0;
        int at = from;
        int literal = shapeFrom;
        for (int i = 0; i < holes; i++) {
            int hole = literalEnd(array, at, to, literal, starts[i]);
            at = hole < 0 ? MISMATCH : holeEnd(kinds[i], array, hole, to);
            if (at < 0) {
                return MISMATCH;
            }
            literal = ends[i];
        }
        return literalEnd(array, at, to, literal, shapeTo);
    }

    private int literalEnd(byte[] array, int at, int to, int from, int end) {
        int behind = at + end - from;
        return behind <= to && Arrays.equals(array, at, behind, bytes, from, end) ? behind : MISMATCH;
    }

    private int holeEnd(Hole kind, byte[] array, int from, int to) {
        if (kind == Hole.VALUE) {
            return valueEnd(array, from, to);
        }
        if (kind == Hole.NUMBER) {
            return numberEnd(array, from, to);
        }
        if (kind == Hole.COUNTER) {
            return counterEnd(array, from, to);
        }
        return kind == Hole.STRING ? stringEnd(array, from, to) : blanksEnd(array, from, to);
    }

    private int counterEnd(byte[] array, int from, int to) {
        int at = numberEnd(array, from, to);
        counterFrom[counters] = from;
        counterTo[counters++] = at;
        return at;
    }

    /** The inside of a string with any characters and escapes, but for halves of surrogate pairs. */
    private int valueEnd(byte[] array, int from, int to) {
        valueFrom = from;
        valueEscaped = false;
        int at = ByteSearch.plainStringEnd(array, from, to);
        if (at == to || array[at] != '"') {
            int unusual = at;
            at = unusualStringEnd(array, unusual, to);
            valueEscaped = at >= 0 && ByteSearch.backslash(array, unusual, at) < at;
        }
        valueTo = at;
        return at == from ? MISMATCH : at;
    }

    private static int unusualStringEnd(byte[] array, int unusual, int to) {
        int at = unusual;
        while (at < to && array[at] != '"') {
            int behind;
            if (array[at] < 0) {
                behind = Utf8.beyondAsciiEnd(array, at, to);
            } else {
                behind = array[at] == '\\' ? JsonStrings.escapeEnd(array, at, to) : MISMATCH;
            }
            if (behind <= at) {
                return MISMATCH;
            }
            at = ByteSearch.plainStringEnd(array, behind, to);
        }
        return at < to ? at : MISMATCH;
    }

    private static int stringEnd(byte[] array, int from, int to) {
        int at = ByteSearch.plainStringEnd(array, from, to);
        return at < to && array[at] == '"' ? at : unusualStringEnd(array, at, to);
    }

    private static int numberEnd(byte[] array, int from, int to) {
        int at = from;
        while (at < to && array[at] >= '0' && array[at] <= '9') {
            at++;
        }
        boolean isNumber = at > from && at - from <= MAX_DIGITS && (array[from] != '0' || at == from + 1);
        return isNumber ? at : MISMATCH;
    }

    private static int blanksEnd(byte[] array, int from, int to) {
        int at = from;
        while (at < to && array[at] == ' ') {
            at++;
        }
        return at;
    }
}
