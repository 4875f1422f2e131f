package io.streamgauge.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all framings share: the byte order mark, the limit on the body, the first failure, and the reused event.
 *
 * <p>Limits hold for bytes, not for reads: what lies before the byte that is too much is parsed as if the body ended
 * there, so that events and failure are the same however the body was cut.
 */
abstract class BodyParser implements EventParser {
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    /** How much of a buffer without an array is copied at a time; larger than most reads. */
    private static final int SCRATCH_BYTES = 8 << 10;

    private enum State {
        /** Nothing but a beginning of a byte order mark has been seen. */
        AT_START,
        /** The next byte belongs to the framing. */
        OPEN,
        /** The body is over. */
        ENDED,
        /** A limit was exceeded or the framing is broken; input is ignored. */
        FAILED
    }

    final ParserLimits limits;
    final StreamEventHandler handler;
    final StreamEvent event = new StreamEvent();

    /** No event of the usual form is longer than its block, so none of up to this many bytes exceeds a limit. */
    final int reach;

    private @Nullable EventShortcut shortcut;
    private State state = State.AT_START;
    private int markSeen;
    private long bytesFed;
    private byte[] scratch = new byte[0];

    BodyParser(ParserLimits limits, StreamEventHandler handler) {
        this.limits = limits;
        this.handler = handler;
        reach = Math.min(limits.maxLineBytes(), limits.maxEventBytes());
    }

    /** Reads on. Position {@code i} of {@code source} is byte {@code base + i} of the body; {@code from < to}. */
    abstract void read(byte[] source, int from, int to, long base);

    /** Hands out what the end of the body cut off. */
    abstract void finish();

    /** Forgets what is known of the current event and goes back to where a body begins. */
    abstract void clear();

    /**
     * How many bytes were copied since this was made because events did not lie whole in one read, or had lines to
     * join; for tests of the cost.
     */
    abstract long copiedBytes();

    @Override
    public final void feed(ByteBuffer source) {
        int length = source.remaining();
        if (source.hasArray()) {
            int offset = source.arrayOffset() + source.position();
            source.position(source.limit());
            feed(source.array(), offset, length);
            return;
        }
        if (scratch.length == 0) {
            scratch = new byte[SCRATCH_BYTES];
        }
        while (source.hasRemaining()) {
            int size = Math.min(source.remaining(), scratch.length);
            source.get(scratch, 0, size);
            feed(scratch, 0, size);
        }
    }

    @Override
    public final void feed(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        if (state == State.ENDED) {
            throw new IllegalStateException("the body has ended after " + bytesFed + " bytes; reset() comes first");
        }
        long before = bytesFed;
        bytesFed += length;
        if (state == State.FAILED || length == 0) {
            return;
        }
        long room = limits.maxBodyBytes() - before;
        int end = offset + (int) Math.min(length, room);
        int at = state == State.AT_START ? skipMark(source, offset, end) : offset;
        if (at < end) {
            read(source, at, end, before - offset);
        }
        if (length > room && state != State.FAILED) {
            fail(
                    ParseFailure.Kind.BODY_TOO_LONG,
                    limits.maxBodyBytes(),
                    "a body of at most " + limits.maxBodyBytes() + " bytes");
        }
    }

    /**
     * Drops one byte order mark; bytes that only began to look like one are read as if they had come in a read of their
     * own.
     */
    private int skipMark(byte[] source, int offset, int end) {
        int at = offset;
        while (at < end && source[at] == BYTE_ORDER_MARK[markSeen]) {
            at++;
            if (++markSeen == BYTE_ORDER_MARK.length) {
                state = State.OPEN;
                return at;
            }
        }
        if (at < end) {
            readFalseMark();
        }
        return at;
    }

    private void readFalseMark() {
        state = State.OPEN;
        if (markSeen > 0) {
            read(BYTE_ORDER_MARK, 0, markSeen, 0);
        }
    }

    @Override
    public final void end() {
        if (state == State.AT_START) {
            readFalseMark();
        }
        if (state == State.OPEN) {
            finish();
        }
        if (state == State.OPEN) {
            clear();
            state = State.ENDED;
        }
    }

    @Override
    public void reset() {
        state = State.AT_START;
        markSeen = 0;
        bytesFed = 0;
        event.number = -1;
        clear();
    }

    @Override
    public final long bytesFed() {
        return bytesFed;
    }

    final boolean hasFailed() {
        return state == State.FAILED;
    }

    /** Stops for good. Called at most once between resets. */
    final void fail(ParseFailure.Kind kind, long byteOffset, String expected) {
        state = State.FAILED;
        clear();
        handler.onFailure(new ParseFailure(kind, byteOffset, event.number + 1, expected));
    }

    @Override
    public final void use(EventShortcut shortcut) {
        this.shortcut = shortcut;
    }

    /**
     * Lets the shortcut take one event.
     *
     * @return the position behind it, or {@code from}
     */
    final int takeShortcut(byte[] source, int from, int to, long base) {
        if (shortcut == null) {
            return from;
        }
        int behind = shortcut.take(source, from, to - from > reach ? from + reach : to, base + from, event.number + 1);
        if (behind > from) {
            event.number++;
        }
        return behind;
    }

    /** Hands out the event whose slices have been pointed at its fields. */
    final void emit(long byteOffset, StreamEvent.Ending ending) {
        event.number++;
        event.byteOffset = byteOffset;
        if (event.ending != ending) {
            event.ending = ending;
        }
        handler.onEvent(event);
    }
}
