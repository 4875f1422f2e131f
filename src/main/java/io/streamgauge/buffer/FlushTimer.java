package io.streamgauge.buffer;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.time.Scheduler;
import io.streamgauge.time.Timer;
import java.util.function.Function;

/**
 * Lets no text wait for long: flushes a buffer when the oldest text in it has waited for a given time. A buffer itself,
 * to be used in place of the one it watches, on the scheduler's thread.
 *
 * <p>The time runs from the push that left text behind. A push that hands out a piece and leaves a new rest begins it
 * anew.
 */
public final class FlushTimer implements TextBuffer {
    private final Scheduler scheduler;
    private final long maxWaitNanos;
    private final TextBuffer buffer;
    private final Timer timer;
    private boolean handedOut;

    /**
     * Makes a buffer that waits for at most {@code maxWaitNanos}.
     *
     * @param maker makes the buffer that is watched, such as {@code WordBuffer::new}
     */
    public FlushTimer(Scheduler scheduler, long maxWaitNanos, Function<TextSink, TextBuffer> maker, TextSink sink) {
        if (maxWaitNanos < 0) {
            throw new IllegalArgumentException("cannot wait for " + maxWaitNanos + " ns");
        }
        this.scheduler = scheduler;
        this.maxWaitNanos = maxWaitNanos;
        buffer = maker.apply(piece -> {
            handedOut = true;
            sink.onPiece(piece);
        });
        timer = scheduler.newTimer(buffer::flush);
    }

    @Override
    public void push(ByteSlice text) {
        handedOut = false;
        buffer.push(text);
        if (buffer.pendingBytes() == 0) {
            timer.disarm();
        } else if (handedOut || !timer.isArmed()) {
            timer.armAt(scheduler.clock().nanoTime() + maxWaitNanos);
        }
    }

    @Override
    public void flush() {
        timer.disarm();
        buffer.flush();
    }

    @Override
    public void end() {
        timer.disarm();
        buffer.end();
    }

    @Override
    public int pendingBytes() {
        return buffer.pendingBytes();
    }
}
