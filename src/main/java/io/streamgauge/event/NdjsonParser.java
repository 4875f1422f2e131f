package io.streamgauge.event;

import io.streamgauge.bytes.GrowableBytes;

/**
 * One JSON text per line (application/x-ndjson).
 *
 * <p>Lines end in LF or CR LF; a CR anywhere else is a blank of JSON. Lines of nothing but blanks are passed over. The
 * texts themselves are not checked. A last line without its end is handed out as
 * {@link StreamEvent.Ending#UNTERMINATED}.
 *
 * <p>Here a line is an event, so the smaller of {@link ParserLimits#maxLineBytes()} and
 * {@link ParserLimits#maxEventBytes()} holds.
 */
public final class NdjsonParser extends LineParser {
    private final GrowableBytes carry = new GrowableBytes();

    /** Makes a parser with the default limits. */
    public NdjsonParser(StreamEventHandler handler) {
        this(ParserLimits.DEFAULTS, handler);
    }

    /** Makes a parser that fails, once and for good, when a limit is exceeded. */
    public NdjsonParser(ParserLimits limits, StreamEventHandler handler) {
        super(
                limits,
                handler,
                LineEnd.LF,
                Math.min(limits.maxLineBytes(), limits.maxEventBytes()),
                limits.maxLineBytes() <= limits.maxEventBytes()
                        ? ParseFailure.Kind.LINE_TOO_LONG
                        : ParseFailure.Kind.EVENT_TOO_LONG);
    }

    @Override
    int wholeEvents(byte[] source, int from, int to, long base) {
        int at = from;
        int behind = takeShortcut(source, at, to, base);
        while (behind > at) {
            at = behind;
            behind = takeShortcut(source, at, to, base);
        }
        return at;
    }

    @Override
    int resume(byte[] source, int from, int to) {
        return from;
    }

    @Override
    void releaseHeld() {}

    @Override
    void line(byte[] array, int from, int to, long byteOffset) {
        text(array, from, to, byteOffset, StreamEvent.Ending.COMPLETE);
    }

    @Override
    void linePart(byte[] array, int from, int to, long lineOffset) {
        carry.append(array, from, to - from);
    }

    @Override
    void linePartsEnd(long lineOffset) {
        text(carry.array(), 0, carry.length(), lineOffset, StreamEvent.Ending.COMPLETE);
        carry.clear();
    }

    @Override
    void lastLine(long lineOffset) {
        text(carry.array(), 0, carry.length(), lineOffset, StreamEvent.Ending.UNTERMINATED);
    }

    @Override
    void bodyEnds() {}

    @Override
    void readEnds() {}

    @Override
    long copiedBytes() {
        return carry.copiedBytes();
    }

    @Override
    void clear() {
        super.clear();
        carry.clear();
    }

    private void text(byte[] array, int from, int to, long byteOffset, StreamEvent.Ending ending) {
        int end = to > from && array[to - 1] == '\r' ? to - 1 : to;
        if (!isBlank(array, from, end)) {
            event.data.wrap(array, from, end - from);
            emit(byteOffset, ending);
        }
    }

    private static boolean isBlank(byte[] array, int from, int to) {
        int at = from;
        while (at < to && (array[at] == ' ' || array[at] == '\t' || array[at] == '\r')) {
            at++;
        }
        return at == to;
    }
}
