package io.streamgauge.event;

import io.streamgauge.bytes.ByteSearch;
import io.streamgauge.bytes.GrowableBytes;

/**
 * One JSON array whose elements arrive one by one, an event per element; Gemini streams this way when it is not asked
 * for SSE.
 *
 * <p>Elements are found by the depth of brackets outside of strings and handed out exactly as they stand, however they
 * are laid out; whether they are JSON is for whoever reads them. The scan goes on where it stopped, so a large element
 * costs the same in one read as in thousands. A body that is one object instead of an array (an error, an answer that
 * was not streamed) is one event.
 *
 * <p>Anything else outside of the elements than blanks, commas and the brackets of the array is
 * {@link ParseFailure.Kind#MALFORMED_FRAMING}. An element that the end of the body cut off is handed out as
 * {@link StreamEvent.Ending#UNTERMINATED}; that the array was never closed is not reported, because whether an answer
 * is whole is said in its elements.
 *
 * <p>There are no lines here: {@link ParserLimits#maxEventBytes()} alone limits an element, and blanks between elements
 * are dropped as they come.
 */
public final class JsonArrayParser extends BodyParser {
    private enum State {
        /** Before the bracket or brace that opens the body. */
        BEFORE_BODY,
        /** Behind the opening bracket: an element or the end of the array. */
        BEFORE_FIRST,
        /** Behind a comma: an element. */
        BEFORE_NEXT,
        /** In an object or array, outside of its strings. */
        IN_CONTAINER,
        /** In a string, which may be an element itself. */
        IN_STRING,
        /** In a string, behind a backslash: the next byte does not end the string. */
        AFTER_BACKSLASH,
        /** In a number or word that is an element itself. */
        IN_WORD,
        /** Behind an element: a comma or the end of the array. */
        AFTER_ELEMENT,
        /** Behind the end of the array, or of the one object: nothing more. */
        AFTER_BODY
    }

    private final GrowableBytes carry = new GrowableBytes();
    private State state = State.BEFORE_BODY;
    private boolean inArray;
    private int depth;
    private long elementOffset;

    /** Makes a parser with the default limits. */
    public JsonArrayParser(StreamEventHandler handler) {
        this(ParserLimits.DEFAULTS, handler);
    }

    /** Makes a parser that fails, once and for good, when a limit is exceeded or the body is not of this form. */
    public JsonArrayParser(ParserLimits limits, StreamEventHandler handler) {
        super(limits, handler);
    }

    @Override
    void read(byte[] source, int from, int to, long base) {
        int at = from;
        int element = from;
        while (at < to) {
            if (!isInElement()) {
                at = skipBlanks(source, at, to);
                if (at == to) {
                    return;
                }
                element = at;
                if (!betweenElements(source[at], base + at)) {
                    return;
                }
                at++;
                continue;
            }
            at = elementEnd(source, at, to);
            if (!isWithinLimit(base + at)) {
                return;
            }
            if (!isInElement()) {
                hand(source, element, at);
            }
        }
        if (isInElement()) {
            carry.append(source, element, to - element);
        }
    }

    private boolean isInElement() {
        return switch (state) {
            case IN_CONTAINER, IN_STRING, AFTER_BACKSLASH, IN_WORD -> true;
            default -> false;
        };
    }

    private static int skipBlanks(byte[] source, int from, int to) {
        int at = from;
        while (at < to && isBlank(source[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Takes one byte that is no blank. Answers whether to go on. */
    private boolean betweenElements(byte b, long byteOffset) {
        return switch (state) {
            case BEFORE_BODY -> openBody(b, byteOffset);
            case BEFORE_FIRST -> b == ']' ? go(State.AFTER_BODY) : openElement(b, byteOffset);
            case BEFORE_NEXT -> openElement(b, byteOffset);
            case AFTER_ELEMENT -> afterElement(b, byteOffset);
            default -> malformed(byteOffset, "nothing behind the end of the body");
        };
    }

    private boolean openBody(byte b, long byteOffset) {
        inArray = b == '[';
        if (inArray) {
            return go(State.BEFORE_FIRST);
        }
        return b == '{' ? openElement(b, byteOffset) : malformed(byteOffset, "a JSON array or object");
    }

    private boolean openElement(byte b, long byteOffset) {
        elementOffset = byteOffset;
        if (b == '{' || b == '[') {
            depth = 1;
            return go(State.IN_CONTAINER);
        }
        depth = 0;
        if (b == '"') {
            return go(State.IN_STRING);
        }
        return isInWord(b) ? go(State.IN_WORD) : malformed(byteOffset, "an element of the array");
    }

    private boolean afterElement(byte b, long byteOffset) {
        if (b == ',') {
            return go(State.BEFORE_NEXT);
        }
        return b == ']' ? go(State.AFTER_BODY) : malformed(byteOffset, "a comma or the end of the array");
    }

    private boolean go(State next) {
        state = next;
        return true;
    }

    private boolean malformed(long byteOffset, String expected) {
        fail(ParseFailure.Kind.MALFORMED_FRAMING, byteOffset, expected);
        return false;
    }

    /** Scans on in an element. Returns the position behind its end, or {@code to} with the state still inside of it. */
    private int elementEnd(byte[] source, int from, int to) {
        int at = from;
        while (at < to && isInElement()) {
            at = switch (state) {
                case IN_STRING -> inString(source, at, to);
                case AFTER_BACKSLASH -> {
                    state = State.IN_STRING;
                    yield at + 1;
                }
                case IN_WORD -> inWord(source, at, to);
                default -> inContainer(source, at, to);
            };
        }
        return at;
    }

    private int inContainer(byte[] source, int from, int to) {
        for (int at = from; at < to; at++) {
            switch (source[at]) {
                case '"' -> {
                    state = State.IN_STRING;
                    return at + 1;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (--depth == 0) {
                        state = inArray ? State.AFTER_ELEMENT : State.AFTER_BODY;
                        return at + 1;
                    }
                }
                default -> {}
            }
        }
        return to;
    }

    private int inString(byte[] source, int from, int to) {
        int at = ByteSearch.stringSpecial(source, from, to);
        if (at == to) {
            return to;
        }
        if (source[at] == '\\') {
            state = State.AFTER_BACKSLASH;
        } else if (source[at] == '"') {
            state = depth > 0 ? State.IN_CONTAINER : State.AFTER_ELEMENT;
        }
        return at + 1;
    }

    private int inWord(byte[] source, int from, int to) {
        int at = from;
        while (at < to && isInWord(source[at])) {
            at++;
        }
        state = at < to ? State.AFTER_ELEMENT : State.IN_WORD;
        return at;
    }

    private static boolean isInWord(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= '0' && b <= '9')
                || (b >= 'A' && b <= 'Z')
                || b == '-'
                || b == '+'
                || b == '.';
    }

    private boolean isWithinLimit(long endOffset) {
        if (endOffset - elementOffset <= limits.maxEventBytes()) {
            return true;
        }
        fail(
                ParseFailure.Kind.EVENT_TOO_LONG,
                elementOffset + limits.maxEventBytes(),
                "an element of at most " + limits.maxEventBytes() + " bytes");
        return false;
    }

    private void hand(byte[] source, int from, int to) {
        if (carry.length() == 0) {
            event.data.wrap(source, from, to - from);
        } else {
            carry.append(source, from, to - from);
            carry.view(event.data);
        }
        emit(elementOffset, StreamEvent.Ending.COMPLETE);
        carry.clear();
    }

    @Override
    void finish() {
        if (isInElement()) {
            carry.view(event.data);
            emit(elementOffset, StreamEvent.Ending.UNTERMINATED);
        }
    }

    @Override
    long copiedBytes() {
        return carry.copiedBytes();
    }

    @Override
    void clear() {
        state = State.BEFORE_BODY;
        carry.clear();
    }
}
