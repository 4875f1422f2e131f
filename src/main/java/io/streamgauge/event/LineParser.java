package io.streamgauge.event;

import io.streamgauge.bytes.ByteSearch;

/**
 * Cuts a body into lines. A line that lies whole in one read is handed over where it lies; one that straddles reads is
 * handed over in parts, in order, and it is the framing's choice where to keep them. No byte is looked at twice.
 *
 * <p>A line that ends in CR counts as soon as the CR is seen, and an LF right behind it is swallowed later: nothing is
 * held back to see what follows.
 */
abstract class LineParser extends BodyParser {
    /** What ends a line. */
    enum LineEnd {
        /** LF, and a CR right before it belongs to the end. A CR anywhere else is an ordinary byte. */
        LF,
        /** CR, LF or CR LF. */
        ANY
    }

    private enum State {
        /** The next byte begins a line. */
        AT_LINE_START,
        /** Parts of the line have been handed over. */
        IN_LINE,
        /** The last byte was a CR that already ended a line; an LF right behind it belongs to it. */
        AFTER_CR
    }

    private final LineEnd lineEnd;
    private final int maxLineBytes;
    private final ParseFailure.Kind tooLong;
    private State state = State.AT_LINE_START;

    // Of the line that is handed over in parts: its offset in the body, and its bytes so far.
    private long lineOffset;
    private int lineBytes;

    LineParser(
            ParserLimits limits,
            StreamEventHandler handler,
            LineEnd lineEnd,
            int maxLineBytes,
            ParseFailure.Kind tooLong) {
        super(limits, handler);
        this.lineEnd = lineEnd;
        this.maxLineBytes = maxLineBytes;
        this.tooLong = tooLong;
    }

    /**
     * Takes as many events as lie whole at {@code from}, a beginning of a line, and have the usual form. The rest is
     * read line by line.
     *
     * @return the position behind them
     */
    abstract int wholeEvents(byte[] source, int from, int to, long base);

    /**
     * Goes on with an event that {@link #wholeEvents} held back because the read cut it.
     *
     * @return the position behind what was taken of this read; {@code from} when nothing was held, or it went to the
     *     lines
     */
    abstract int resume(byte[] source, int from, int to);

    /** Has what is held back read as lines. */
    abstract void releaseHeld();

    /** A line that lies whole in a read; with {@link LineEnd#LF} a CR that belongs to its end is still there. */
    abstract void line(byte[] array, int from, int to, long byteOffset);

    /**
     * More of the line that began at {@code lineOffset}. Several small parts must have the same effect as a large one.
     */
    abstract void linePart(byte[] array, int from, int to, long lineOffset);

    /** The line that came in parts is complete. */
    abstract void linePartsEnd(long lineOffset);

    /** The body ended in the line that came in parts. */
    abstract void lastLine(long lineOffset);

    /** The body ended, and a last line that was cut off has been handed over. */
    abstract void bodyEnds();

    /**
     * The array of the lines handed over so far is about to go away. Called once a read, before the unfinished line.
     */
    abstract void readEnds();

    @Override
    final void read(byte[] source, int from, int to, long base) {
        int at = resume(source, from, to);
        if (hasFailed()) {
            return;
        }
        if (state == State.AFTER_CR && at < to) {
            state = State.AT_LINE_START;
            at += source[at] == '\n' ? 1 : 0;
        }
        if (state == State.IN_LINE) {
            at = readOn(source, at, to);
        }
        if (state != State.IN_LINE && !hasFailed()) {
            readLines(source, wholeEvents(source, at, to, base), to, base);
        }
    }

    /** Reads on in a line that began in an earlier read. Returns the position behind its end. */
    private int readOn(byte[] source, int from, int to) {
        int end = endOfLine(source, from, to);
        part(source, from, end);
        if (hasFailed() || end == to) {
            return to;
        }
        state = State.AT_LINE_START;
        int next = behind(source, end, to);
        linePartsEnd(lineOffset);
        return next;
    }

    /** Reads lines, and whole events behind them. */
    final void readLines(byte[] source, int from, int to, long base) {
        int at = from;
        int end = endOfLine(source, at, to);
        while (end < to && !hasFailed()) {
            if (end - at > maxLineBytes && contentLength(source, at, end) > maxLineBytes) {
                beginParts(source, at, end, base);
                return;
            }
            int next = behind(source, end, to);
            line(source, at, end, base + at);
            if (hasFailed()) {
                return;
            }
            at = state == State.AFTER_CR ? next : wholeEvents(source, next, to, base);
            end = endOfLine(source, at, to);
        }
        if (hasFailed()) {
            return;
        }
        readEnds();
        if (at < to) {
            beginParts(source, at, to, base);
        }
    }

    private int endOfLine(byte[] source, int from, int to) {
        int at = ByteSearch.lineEnd(source, from, to);
        if (lineEnd == LineEnd.LF) {
            while (at < to && source[at] != '\n') {
                at = ByteSearch.lineEnd(source, at + 1, to);
            }
        }
        return at;
    }

    private int behind(byte[] source, int end, int to) {
        int next = end + 1;
        if (source[end] == '\r') {
            if (next == to) {
                state = State.AFTER_CR;
            } else if (source[next] == '\n') {
                next++;
            }
        }
        return next;
    }

    private void beginParts(byte[] source, int from, int to, long base) {
        state = State.IN_LINE;
        lineOffset = base + from;
        lineBytes = 0;
        part(source, from, to);
    }

    /** Hands over a part, or as much of it as the limit allows: an earlier limit of the framing may lie in it. */
    private void part(byte[] source, int from, int to) {
        if (from == to) {
            return;
        }
        int room = maxLineBytes - lineBytes;
        int size = contentLength(source, from, to);
        if (size <= room) {
            linePart(source, from, to, lineOffset);
            lineBytes += to - from;
            return;
        }
        if (room > 0) {
            linePart(source, from, from + room, lineOffset);
        }
        if (!hasFailed()) {
            fail(tooLong, lineOffset + maxLineBytes, "a line of at most " + maxLineBytes + " bytes");
        }
    }

    private int contentLength(byte[] source, int from, int to) {
        boolean trailingCr = lineEnd == LineEnd.LF && from < to && source[to - 1] == '\r';
        return to - from - (trailingCr ? 1 : 0);
    }

    @Override
    final void finish() {
        releaseHeld();
        if (hasFailed()) {
            return;
        }
        if (state == State.IN_LINE) {
            lastLine(lineOffset);
        }
        if (!hasFailed()) {
            bodyEnds();
        }
    }

    @Override
    void clear() {
        state = State.AT_LINE_START;
    }
}
