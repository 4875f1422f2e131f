package io.streamgauge.accumulate;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;

/**
 * Shows a JSON text while it is still coming in, such as the arguments of a tool call, as JSON that is whole.
 *
 * <p>After every piece {@link #completed()} is what has come so far with its strings and containers closed; a dangling
 * name, comma, escape, half character, number or word is left out until its end is known. So a value that is shown
 * never changes later, except that strings and containers grow. Of {@code {}} followed by another object the latter is
 * shown, as in {@link ToolCallAccumulator}.
 *
 * <p>Each byte is looked at once and copied twice; a look at the completed text costs what came since the last look
 * plus the open containers. Memory is twice the text. One thread.
 */
public final class PartialJson {
    /** What can be said about the text so far. */
    public enum State {
        /** It is the beginning of a JSON text. */
        OPEN,
        /** It is a whole JSON text. */
        COMPLETE,
        /** It is not JSON; what was shown before the fault still is. */
        MALFORMED,
        /** It is longer than its limit; what exceeds the limit is not looked at. */
        FULL
    }

    private final JsonCursor cursor = new JsonCursor();
    private final GrowableBytes text = new GrowableBytes();
    private final GrowableBytes shown = new GrowableBytes();
    private final ByteSlice view = new ByteSlice();
    private final int maxBytes;
    private int shownStart;
    private int shownEnd;
    private boolean full;
    private long writtenBytes;

    /** Takes as much as {@link AccumulatorLimits#DEFAULTS} allows for the arguments of a call. */
    public PartialJson() {
        this(AccumulatorLimits.DEFAULTS.maxArgumentBytes());
    }

    /** Takes up to {@code maxBytes}; the piece that exceeds them, and all behind it, are ignored. */
    public PartialJson(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Takes the next piece; it may be cut anywhere, within a character too. */
    public void feed(ByteSlice piece) {
        feed(piece.array(), piece.offset(), piece.length());
    }

    /** The same for part of an array. */
    public void feed(byte[] source, int offset, int length) {
        full |= length > maxBytes - text.length();
        if (!full) {
            text.append(source, offset, length);
            writtenBytes += length;
            cursor.advance(text.array(), text.length());
        }
    }

    /**
     * Whether the text is whole, may go on, or cannot. A number outside any container is never whole, for a digit may
     * follow.
     */
    public State state() {
        return switch (cursor.state()) {
            case FAILED -> State.MALFORMED;
            case DONE -> full ? State.FULL : State.COMPLETE;
            default -> full ? State.FULL : State.OPEN;
        };
    }

    /** Where in the text fed it stops being JSON, or -1. */
    public int errorOffset() {
        return cursor.state() == JsonCursor.State.FAILED ? cursor.position() : -1;
    }

    /**
     * The text so far, completed to JSON. Empty as long as nothing is known of the value.
     *
     * @return a view that is valid until this object is used again
     */
    public ByteSlice completed() {
        if (shownStart != cursor.start()) {
            shownStart = cursor.start();
            shownEnd = shownStart;
        }
        shown.truncate(shownEnd - shownStart);
        shown.append(text.array(), shownEnd, cursor.safeEnd() - shownEnd);
        writtenBytes += cursor.safeEnd() - shownEnd;
        shownEnd = cursor.safeEnd();
        if (!shown.isEmpty()) {
            close();
        }
        return shown.view(view);
    }

    private void close() {
        int before = shown.length();
        if (cursor.isInString()) {
            shown.append((byte) '"');
        }
        for (int level = cursor.depth() - 1; level >= 0; level--) {
            shown.append(cursor.closer(level));
        }
        writtenBytes += shown.length() - before;
    }

    /** Makes this ready for another text; space is kept. */
    public void reset() {
        cursor.reset();
        text.clear();
        shown.clear();
        shownStart = 0;
        shownEnd = 0;
        full = false;
        writtenBytes = 0;
    }

    /** Bytes looked at and bytes written so far, for tests of the cost. */
    long work() {
        return cursor.examinedBytes() + writtenBytes;
    }
}
