package io.streamgauge.event;

import io.streamgauge.bytes.ByteSearch;
import io.streamgauge.bytes.ByteSlice;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Server-Sent Events by the WHATWG rules (HTML Standard 9.2.5 and 9.2.6).
 *
 * <p>Lines are read where they lie. What an unfinished event has so far is copied once to a carry buffer when a read
 * ends inside it, and the rest of that event is appended there; everything behind it is read in place again. A line
 * that ends in CR counts as soon as the CR is seen, and an LF right behind it is swallowed later, so an event is never
 * held back to see what follows.
 *
 * <p>Two deliberate differences, both visible to the handler: an event cut off by the end of the body is handed out as
 * {@link StreamEvent.Ending#UNTERMINATED} where the standard discards it, and ignored lines are reported.
 */
public final class SseParser implements EventParser {
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "event".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ID = "id".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RETRY = "retry".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int NONE = -1;

    private enum State {
        /** Nothing but a beginning of a byte order mark has been seen. */
        AT_START,
        /** The next byte belongs to a line. */
        IN_LINE,
        /** The last byte was a CR that already ended a line; an LF right behind it belongs to it. */
        AFTER_CR,
        /** A limit was exceeded; input is ignored. */
        FAILED
    }

    private final ParserLimits limits;
    private final StreamEventHandler handler;
    private final StreamEvent event = new StreamEvent();
    private final ByteSlice slice = new ByteSlice();

    private State state = State.AT_START;
    private int markSeen;
    private long bytesFed;

    /**
     * The unfinished event, from its first field line on, line ends left out; empty when the parser stands between
     * events.
     */
    private byte[] carry = new byte[1024];

    private int carryLength;
    private int carryLine;

    // Fields of the event being read, as positions in the array it lies in (a read or the carry buffer).
    private int dataStart = NONE;
    private int dataEnd;
    private int typeStart = NONE;
    private int typeEnd;
    private int idStart = NONE;
    private int idEnd;
    private boolean dataJoined;
    private long blockOffset = NONE;

    /** The data lines of an event that has several, joined by LF. */
    private byte[] joined = new byte[0];

    private int joinedLength;
    private byte[] lastEventId = new byte[16];
    private int lastEventIdLength;

    /** Makes a parser with the default limits. */
    public SseParser(StreamEventHandler handler) {
        this(ParserLimits.DEFAULTS, handler);
    }

    /** Makes a parser that fails, once and for good, when a limit is exceeded. */
    public SseParser(ParserLimits limits, StreamEventHandler handler) {
        this.limits = limits;
        this.handler = handler;
    }

    @Override
    public void feed(ByteBuffer source) {
        int length = source.remaining();
        if (source.hasArray()) {
            feed(source.array(), source.arrayOffset() + source.position(), length);
            source.position(source.limit());
        } else {
            byte[] copy = new byte[length];
            source.get(copy);
            feed(copy, 0, length);
        }
    }

    @Override
    public void feed(byte[] source, int offset, int length) {
        if (state == State.FAILED || length == 0) {
            return;
        }
        long base = bytesFed - offset;
        bytesFed += length;
        if (bytesFed > limits.maxBodyBytes()) {
            fail(
                    ParseFailure.Kind.BODY_TOO_LONG,
                    limits.maxBodyBytes(),
                    "a body of at most " + limits.maxBodyBytes() + " bytes");
            return;
        }
        int end = offset + length;
        int at = state == State.AT_START ? skipMark(source, offset, end) : offset;
        if (state == State.AFTER_CR && at < end) {
            state = State.IN_LINE;
            at += source[at] == '\n' ? 1 : 0;
        }
        if (carryLength > 0) {
            at = finishCarried(source, at, end, base);
        }
        if (at < end && state != State.FAILED) {
            readInPlace(source, at, end, base);
        }
    }

    @Override
    public void end() {
        if (state == State.FAILED) {
            return;
        }
        if (carryLine < carryLength) {
            int line = carryLine;
            carryLine = carryLength;
            lastLine(line);
        }
        if (dataStart != NONE) {
            event.ending = StreamEvent.Ending.UNTERMINATED;
            emit(carry);
            event.ending = StreamEvent.Ending.COMPLETE;
        }
        clearEvent();
    }

    @Override
    public void reset() {
        state = State.AT_START;
        markSeen = 0;
        bytesFed = 0;
        lastEventIdLength = 0;
        event.number = NONE;
        clearEvent();
    }

    @Override
    public long bytesFed() {
        return bytesFed;
    }

    /** The last event ID in force after the last complete block, as text; empty when there is none. */
    public String copyLastEventId() {
        return slice.wrap(lastEventId, 0, lastEventIdLength).copyUtf8();
    }

    /** Drops one byte order mark at the very start; bytes that only began to look like one belong to the first line. */
    private int skipMark(byte[] source, int offset, int end) {
        int at = offset;
        while (at < end && source[at] == BYTE_ORDER_MARK[markSeen]) {
            at++;
            if (++markSeen == BYTE_ORDER_MARK.length) {
                state = State.IN_LINE;
                return at;
            }
        }
        if (at < end) {
            state = State.IN_LINE;
            append(BYTE_ORDER_MARK, 0, markSeen);
            blockOffset = 0;
        }
        return at;
    }

    private void readInPlace(byte[] source, int from, int end, long base) {
        int line = from;
        int block = from;
        while (true) {
            int lineEnd = ByteSearch.lineEnd(source, line, end);
            if (lineEnd == end) {
                break;
            }
            if (!line(source, line, lineEnd, base + line)) {
                return;
            }
            line = behindLineEnd(source, lineEnd, end);
            if (isBetweenEvents()) {
                block = line;
            }
        }
        if (block < end && !(line == end && isBetweenEvents())) {
            carryOver(source, block, line, end, base);
        }
    }

    private int behindLineEnd(byte[] source, int lineEnd, int end) {
        int next = lineEnd + 1;
        if (source[lineEnd] == '\r') {
            if (next == end) {
                state = State.AFTER_CR;
            } else if (source[next] == '\n') {
                next++;
            }
        }
        return next;
    }

    /** Copies the unfinished event to the carry buffer, and moves what is known of its fields there. */
    private void carryOver(byte[] source, int block, int line, int end, long base) {
        append(source, block, end - block);
        carryLine = line - block;
        blockOffset = blockOffset == NONE ? base + block : blockOffset;
        dataStart -= dataStart == NONE || dataJoined ? 0 : block;
        dataEnd -= dataJoined ? 0 : block;
        typeStart -= typeStart == NONE ? 0 : block;
        typeEnd -= block;
        idStart -= idStart == NONE ? 0 : block;
        idEnd -= block;
        checkLimits();
    }

    /** Appends to the carried event until it ends. Returns where in {@code source} the first byte behind it is. */
    private int finishCarried(byte[] source, int from, int end, long base) {
        int at = from;
        while (at < end) {
            int lineEnd = ByteSearch.lineEnd(source, at, end);
            append(source, at, lineEnd - at);
            if (!checkLimits() || lineEnd == end) {
                return end;
            }
            int line = carryLine;
            carryLine = carryLength;
            if (!line(carry, line, carryLength, base + at - (carryLength - line - (lineEnd - at)))) {
                return end;
            }
            at = behindLineEnd(source, lineEnd, end);
            if (isBetweenEvents()) {
                clearEvent();
                return at;
            }
        }
        return at;
    }

    private void append(byte[] source, int offset, int length) {
        if (carry.length - carryLength < length) {
            carry = Arrays.copyOf(
                    carry, Math.max(Math.addExact(carryLength, length), Math.min(carry.length, 1 << 29) * 2));
        }
        System.arraycopy(source, offset, carry, carryLength, length);
        carryLength += length;
    }

    private boolean checkLimits() {
        if (carryLength - carryLine > limits.maxLineBytes()) {
            return lineTooLong();
        }
        if (carryLength > limits.maxEventBytes()) {
            return eventTooLong();
        }
        return true;
    }

    private boolean lineTooLong() {
        return fail(ParseFailure.Kind.LINE_TOO_LONG, bytesFed, "a line of at most " + limits.maxLineBytes() + " bytes");
    }

    private boolean eventTooLong() {
        return fail(
                ParseFailure.Kind.EVENT_TOO_LONG, bytesFed, "an event of at most " + limits.maxEventBytes() + " bytes");
    }

    private boolean fail(ParseFailure.Kind kind, long byteOffset, String expected) {
        state = State.FAILED;
        handler.onFailure(new ParseFailure(kind, byteOffset, event.number + 1, expected));
        clearEvent();
        return false;
    }

    private boolean isBetweenEvents() {
        return dataStart == NONE && typeStart == NONE && idStart == NONE;
    }

    /** One line, its end excluded. Answers whether to go on. */
    private boolean line(byte[] array, int from, int to, long byteOffset) {
        if (from == to) {
            dispatch(array);
            return true;
        }
        if (to - from > limits.maxLineBytes()) {
            return lineTooLong();
        }
        if (array[from] == ':') {
            handler.onComment(slice.wrap(array, from + 1, to - from - 1));
            return true;
        }
        blockOffset = blockOffset == NONE ? byteOffset : blockOffset;
        int colon = from;
        while (colon < to && array[colon] != ':') {
            colon++;
        }
        int value = Math.min(colon + 1, to);
        value += value < to && array[value] == ' ' ? 1 : 0;
        return field(array, from, colon, value, to, byteOffset);
    }

    private boolean field(byte[] array, int from, int colon, int value, int to, long byteOffset) {
        if (isNamed(DATA, array, from, colon)) {
            return data(array, value, to);
        }
        if (isNamed(EVENT, array, from, colon)) {
            typeStart = value;
            typeEnd = to;
        } else if (isNamed(ID, array, from, colon)) {
            id(array, value, to);
        } else if (isNamed(RETRY, array, from, colon)) {
            retry(array, value, to);
        } else {
            handler.onIgnoredLine(slice.wrap(array, from, to - from), byteOffset);
        }
        if (isBetweenEvents()) {
            blockOffset = NONE;
        }
        return true;
    }

    private static boolean isNamed(byte[] name, byte[] array, int from, int colon) {
        return colon - from == name.length && Arrays.equals(array, from, colon, name, 0, name.length);
    }

    private boolean data(byte[] array, int from, int to) {
        if (dataStart == NONE) {
            dataStart = from;
            dataEnd = to;
            return true;
        }
        if (!dataJoined) {
            dataJoined = true;
            joinedLength = 0;
            join(array, dataStart, dataEnd);
        }
        join(NEWLINE, 0, 1);
        join(array, from, to);
        dataStart = 0;
        dataEnd = joinedLength;
        return joinedLength <= limits.maxEventBytes() || eventTooLong();
    }

    private static final byte[] NEWLINE = {'\n'};

    private void join(byte[] array, int from, int to) {
        int length = to - from;
        if (joined.length - joinedLength < length) {
            joined = Arrays.copyOf(
                    joined, Math.max(Math.addExact(joinedLength, length), Math.min(joined.length, 1 << 29) * 2));
        }
        System.arraycopy(array, from, joined, joinedLength, length);
        joinedLength += length;
    }

    private void id(byte[] array, int from, int to) {
        for (int at = from; at < to; at++) {
            if (array[at] == 0) {
                return;
            }
        }
        idStart = from;
        idEnd = to;
    }

    private void retry(byte[] array, int from, int to) {
        long millis = 0;
        for (int at = from; at < to; at++) {
            int digit = array[at] - '0';
            if (digit < 0 || digit > 9) {
                return;
            }
            millis = millis > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : millis * 10 + digit;
        }
        if (from < to) {
            handler.onRetry(millis);
        }
    }

    /**
     * The blank line: HTML Standard 9.2.6, "dispatch the event". The last event ID is set first, whether there is data
     * or not.
     */
    private void dispatch(byte[] array) {
        if (idStart != NONE) {
            lastEventIdLength = idEnd - idStart;
            if (lastEventId.length < lastEventIdLength) {
                lastEventId = new byte[lastEventIdLength];
            }
            System.arraycopy(array, idStart, lastEventId, 0, lastEventIdLength);
        }
        if (dataStart != NONE) {
            emit(array);
        }
        clearFields();
    }

    private void emit(byte[] array) {
        event.number++;
        event.byteOffset = blockOffset;
        event.data.wrap(dataJoined ? joined : array, dataStart, dataEnd - dataStart);
        event.lastEventId.wrap(lastEventId, 0, lastEventIdLength);
        if (typeStart == NONE) {
            event.type.clear();
        } else {
            event.type.wrap(array, typeStart, typeEnd - typeStart);
        }
        handler.onEvent(event);
    }

    /** A line that the end of the body cut off counts for the data and type of the unterminated event only. */
    private void lastLine(int from) {
        int kept = idStart;
        if (carry[from] != ':' && !startsWithRetry(from)) {
            line(carry, from, carryLength, bytesFed - (carryLength - from));
        }
        idStart = kept;
    }

    private boolean startsWithRetry(int from) {
        int to = Math.min(from + RETRY.length, carryLength);
        return Arrays.equals(carry, from, to, RETRY, 0, RETRY.length);
    }

    private void clearFields() {
        dataStart = NONE;
        typeStart = NONE;
        idStart = NONE;
        dataJoined = false;
        blockOffset = NONE;
    }

    private void clearEvent() {
        clearFields();
        carryLength = 0;
        carryLine = 0;
    }
}
