package io.streamgauge.transport;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.streamgauge.time.NanoClock;

/**
 * Reads the clock where it counts, next to the socket: behind every read before anything looks at its bytes, and before
 * the first flush of a request. With TLS it stands before decryption and behind encryption.
 */
public final class ReadStamps extends ChannelDuplexHandler {
    private final NanoClock clock;
    private final Runnable onReadDone;

    private long readNanos;
    private long readNumber;
    private long sendNanos;
    private boolean awaitsFlush;

    /**
     * Makes a handler for the front of a pipeline.
     *
     * @param onReadDone called when all handlers are done with what a read brought
     */
    public ReadStamps(NanoClock clock, Runnable onReadDone) {
        this.clock = clock;
        this.onReadDone = onReadDone;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        readNanos = clock.nanoTime();
        readNumber++;
        ctx.fireChannelRead(message);
        onReadDone.run();
    }

    /** The end of the input is a read as well, one that brought nothing. */
    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        readNanos = clock.nanoTime();
        readNumber++;
        ctx.fireChannelInactive();
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        if (awaitsFlush) {
            awaitsFlush = false;
            sendNanos = clock.nanoTime();
        }
        ctx.flush();
    }

    /** The next flush is that of a request. */
    public void awaitFlush() {
        awaitsFlush = true;
    }

    /** When the flush that was awaited came, on the clock. */
    public long sendNanos() {
        return sendNanos;
    }

    /** When the last read came, on the clock. */
    public long readNanos() {
        return readNanos;
    }

    /** Counts the reads of this connection. */
    public long readNumber() {
        return readNumber;
    }
}
