package io.streamgauge.event;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import java.nio.charset.StandardCharsets;

/**
 * Server-Sent Events by the WHATWG rules (HTML Standard 9.2.5 and 9.2.6).
 *
 * <p>An event that lies whole in one read is a view of that read, unless it has several data lines, which have to be
 * joined. Data that straddles reads goes straight to where the event is put together, so that each byte of it is copied
 * once; of comments, ignored lines and fields that were overwritten nothing is kept.
 *
 * <p>Two deliberate differences, both visible to the handler: an event cut off by the end of the body is handed out as
 * {@link StreamEvent.Ending#UNTERMINATED} where the standard discards it, and ignored lines are reported.
 *
 * <p>{@link ParserLimits#maxEventBytes()} counts the data as it is handed out. Type and id are lines, and limited so.
 */
public final class SseParser extends LineParser {
    private static final byte[] DATA = ascii("data");
    private static final byte[] EVENT = ascii("event");
    private static final byte[] ID = ascii("id");
    private static final byte[] RETRY = ascii("retry");

    /** As much of a line as tells where its data begins, if it is data: the name, the colon and the optional space. */
    private static final byte[] DATA_HEAD = ascii("data: ");

    private static final int NONE = -1;

    /** What is known of the line that comes in parts. */
    private enum Part {
        /** Its head is not complete. */
        HEAD,
        /** It is a data line; what follows is appended to the data. */
        DATA,
        /** It is anything else and kept as a line. */
        LINE
    }

    private final UsualEvent usual = new UsualEvent();
    private final FieldValue data = new FieldValue();
    private final FieldValue type = new FieldValue();
    private final FieldValue id = new FieldValue();
    private final GrowableBytes lastEventId = new GrowableBytes();
    private final ByteSlice slice = new ByteSlice();
    private long eventOffset = NONE;

    private Part part = Part.HEAD;
    private final GrowableBytes partial = new GrowableBytes();

    /** The first byte of the body that would be too much data, if the data line being read in parts gets that far. */
    private long excessOffset;

    /** Makes a parser with the default limits. */
    public SseParser(StreamEventHandler handler) {
        this(ParserLimits.DEFAULTS, handler);
    }

    /** Makes a parser that fails, once and for good, when a limit is exceeded. */
    public SseParser(ParserLimits limits, StreamEventHandler handler) {
        super(limits, handler, LineEnd.ANY, limits.maxLineBytes(), ParseFailure.Kind.LINE_TOO_LONG);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The last event ID in force after the last complete block, as text; empty when there is none. */
    public String copyLastEventId() {
        return lastEventId.copyUtf8();
    }

    @Override
    public void reset() {
        super.reset();
        lastEventId.clear();
        event.lastEventId.clear();
    }

    // Whole events.

    @Override
    int wholeEvents(byte[] source, int from, int to, long base) {
        int at = from;
        while (at < to && eventOffset == NONE) {
            int behind = takeShortcut(source, at, to, base);
            if (behind == at) {
                behind = usual.find(source, at, to);
                if (behind == UsualEvent.CUT && to - at <= reach && usual.hold(source, at, to, base + at)) {
                    return to;
                }
                if (behind < 0 || !emitUsual(source, at, behind, base + at)) {
                    return at;
                }
            }
            at = behind;
        }
        return at;
    }

    /** Hands out the event that was found, unless a limit is near, which is for the lines to tell. */
    private boolean emitUsual(byte[] source, int from, int behind, long byteOffset) {
        if (behind - from > reach) {
            return false;
        }
        if (usual.typeLength() > 0) {
            event.type.wrap(source, usual.typeFrom(), usual.typeLength());
        } else if (!event.type.isEmpty()) {
            event.type.clear();
        }
        event.data.wrap(source, usual.dataFrom(), usual.dataLength());
        emit(byteOffset, StreamEvent.Ending.COMPLETE);
        return true;
    }

    @Override
    int resume(byte[] source, int from, int to) {
        if (!usual.isHolding()) {
            return from;
        }
        int behind = usual.complete(source, from, to);
        if (behind >= 0 && takeHeld()) {
            return behind;
        }
        releaseHeld();
        return Math.max(from, behind);
    }

    private boolean takeHeld() {
        byte[] block = usual.held();
        int length = usual.heldLength();
        long base = usual.heldOffset();
        boolean taken = takeShortcut(block, 0, length, base) == length || emitUsual(block, 0, length, base);
        if (taken) {
            usual.release();
        }
        return taken;
    }

    @Override
    void releaseHeld() {
        if (usual.isHolding()) {
            int length = usual.heldLength();
            usual.release();
            readLines(usual.held(), 0, length, usual.heldOffset());
        }
    }

    // Lines.

    @Override
    void line(byte[] array, int from, int to, long byteOffset) {
        if (from == to) {
            dispatch();
        } else if (array[from] == ':') {
            handler.onComment(slice.wrap(array, from + 1, to - from - 1));
        } else {
            field(array, from, to, byteOffset);
        }
    }

    @Override
    void linePart(byte[] array, int from, int to, long lineOffset) {
        int rest = part == Part.HEAD ? head(array, from, to, lineOffset) : from;
        if (rest == to || hasFailed()) {
            return;
        }
        if (part == Part.LINE) {
            partial.append(array, rest, to - rest);
        } else if (to - rest <= limits.maxEventBytes() - data.length()) {
            data.append(array, rest, to);
        } else {
            tooMuchData(excessOffset);
        }
    }

    /** Looks at the head of a line, once it is complete. Returns where the rest begins. */
    private int head(byte[] array, int from, int to, long lineOffset) {
        if (partial.isEmpty() && to - from >= DATA_HEAD.length) {
            return from + decide(array, from, lineOffset);
        }
        int rest = Math.min(to, from + DATA_HEAD.length - partial.length());
        partial.append(array, from, rest - from);
        if (partial.length() == DATA_HEAD.length) {
            int value = decide(partial.array(), 0, lineOffset);
            if (part == Part.DATA && !hasFailed()) {
                data.append(partial.array(), value, DATA_HEAD.length);
            }
        }
        return rest;
    }

    /** Decides what a line is. Returns how much of its head is not to be kept: all before the value if it is data. */
    private int decide(byte[] array, int head, long lineOffset) {
        int colon = head + DATA.length;
        if (array[colon] != ':' || !isNamed(DATA, array, head, colon)) {
            part = Part.LINE;
            return 0;
        }
        part = Part.DATA;
        int value = behindSpace(array, colon + 1, head + DATA_HEAD.length) - head;
        if (hasRoomFor(DATA_HEAD.length - value, lineOffset + value)) {
            noteOffset(lineOffset);
            excessOffset = excessOffset(lineOffset + value);
            data.beginLine();
        }
        return value;
    }

    @Override
    void linePartsEnd(long lineOffset) {
        Part ended = part;
        int length = partial.length();
        part = Part.HEAD;
        partial.clear();
        if (ended != Part.DATA) {
            line(partial.array(), 0, length, lineOffset);
        }
    }

    @Override
    void lastLine(long lineOffset) {
        byte[] array = partial.array();
        int colon = colon(array, 0, partial.length());
        boolean needsItsEnd = isNamed(ID, array, 0, colon) || isNamed(RETRY, array, 0, colon);
        if (part != Part.DATA && !needsItsEnd) {
            line(array, 0, partial.length(), lineOffset);
        }
    }

    @Override
    void readEnds() {
        data.keep();
        type.keep();
        id.keep();
    }

    // Fields.

    private void field(byte[] array, int from, int to, long byteOffset) {
        int colon = colon(array, from, to);
        int value = behindSpace(array, Math.min(colon + 1, to), to);
        if (isNamed(DATA, array, from, colon)) {
            data(array, value, to, byteOffset, byteOffset + value - from);
        } else if (isNamed(EVENT, array, from, colon)) {
            noteOffset(byteOffset);
            type.borrow(array, value, to);
        } else if (isNamed(ID, array, from, colon)) {
            id(array, value, to, byteOffset);
        } else if (isNamed(RETRY, array, from, colon)) {
            retry(array, value, to);
        } else {
            handler.onIgnoredLine(slice.wrap(array, from, to - from), byteOffset);
        }
    }

    private static int colon(byte[] array, int from, int to) {
        int at = from;
        while (at < to && array[at] != ':') {
            at++;
        }
        return at;
    }

    private static int behindSpace(byte[] array, int value, int to) {
        return value < to && array[value] == ' ' ? value + 1 : value;
    }

    private static boolean isNamed(byte[] name, byte[] array, int from, int colon) {
        if (colon - from != name.length) {
            return false;
        }
        int at = 0;
        while (at < name.length && array[from + at] == name[at]) {
            at++;
        }
        return at == name.length;
    }

    private void noteOffset(long lineOffset) {
        eventOffset = eventOffset == NONE ? lineOffset : eventOffset;
    }

    private void data(byte[] array, int value, int to, long byteOffset, long valueOffset) {
        if (!hasRoomFor(to - value, valueOffset)) {
            return;
        }
        noteOffset(byteOffset);
        if (data.isAbsent()) {
            data.borrow(array, value, to);
        } else {
            data.beginLine();
            data.append(array, value, to);
        }
    }

    private boolean hasRoomFor(int length, long valueOffset) {
        if (length <= room()) {
            return true;
        }
        tooMuchData(excessOffset(valueOffset));
        return false;
    }

    /** How long the next data line may be; negative when not even the LF before it fits. */
    private int room() {
        return limits.maxEventBytes() - (data.isAbsent() ? 0 : data.length() + 1);
    }

    private long excessOffset(long valueOffset) {
        return valueOffset + Math.max(0, room());
    }

    private void tooMuchData(long byteOffset) {
        fail(
                ParseFailure.Kind.EVENT_TOO_LONG,
                byteOffset,
                "an event of at most " + limits.maxEventBytes() + " bytes of data");
    }

    private void id(byte[] array, int value, int to, long byteOffset) {
        for (int at = value; at < to; at++) {
            if (array[at] == 0) {
                return;
            }
        }
        noteOffset(byteOffset);
        id.borrow(array, value, to);
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

    // Events.

    /** The blank line: HTML Standard 9.2.6, "dispatch the event". The ID is set first, whether there is data or not. */
    private void dispatch() {
        if (!id.isAbsent()) {
            lastEventId.clear();
            lastEventId.append(id.show(slice));
            lastEventId.view(event.lastEventId);
        }
        if (!data.isAbsent()) {
            hand(StreamEvent.Ending.COMPLETE);
        }
        clearFields();
    }

    @Override
    void bodyEnds() {
        if (!data.isAbsent()) {
            hand(StreamEvent.Ending.UNTERMINATED);
        }
    }

    private void hand(StreamEvent.Ending ending) {
        data.show(event.data);
        type.show(event.type);
        emit(eventOffset, ending);
    }

    private void clearFields() {
        data.clear();
        type.clear();
        id.clear();
        eventOffset = NONE;
    }

    @Override
    long copiedBytes() {
        return usual.copiedBytes()
                + data.copiedBytes()
                + type.copiedBytes()
                + id.copiedBytes()
                + lastEventId.copiedBytes()
                + partial.copiedBytes();
    }

    @Override
    void clear() {
        super.clear();
        clearFields();
        usual.release();
        part = Part.HEAD;
        partial.clear();
    }
}
