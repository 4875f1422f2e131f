package io.streamgauge.record;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.streamgauge.bytes.GrowableBytes;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One answer on its way to the disk. Used on its event loop, where it only collects what a read brings; the archive's
 * threads do the rest.
 */
final class LiveRecording {
    /** What a read that waits to be written costs besides its bytes. */
    static final int READ_BYTES = 256;

    private final Archive archive;
    private final EventLoop loop;
    private final long sentNanos;
    private final int maxPendingBytes;
    private final Runnable onCaughtUp;
    private final AtomicInteger pendingBytes = new AtomicInteger();

    /** What the read at hand has brought so far. */
    private final GrowableBytes collected = new GrowableBytes();

    private boolean ended;

    /** On the thread that appends alone; empty when there is nothing to write to, or no more. */
    private Optional<Scribe> scribe = Optional.empty();

    LiveRecording(
            Archive archive,
            Supplier<Take> take,
            EventLoop loop,
            long sentNanos,
            int maxPendingBytes,
            Runnable onCaughtUp) {
        this.archive = archive;
        this.loop = loop;
        this.sentNanos = sentNanos;
        this.maxPendingBytes = maxPendingBytes;
        this.onCaughtUp = onCaughtUp;
        archive.write(() -> scribe = archive.open(take.get()));
    }

    /** Takes a piece of the body; it stays the caller's. */
    void body(ByteBuf piece) {
        int length = piece.readableBytes();
        if (ended || length == 0) {
            return;
        }
        byte[] copy = new byte[length];
        piece.getBytes(piece.readerIndex(), copy);
        collected.append(copy, 0, length);
    }

    /** Everything of a read has been taken. */
    void readDone(long readNanos) {
        if (collected.isEmpty()) {
            return;
        }
        byte[] bytes = Arrays.copyOf(collected.array(), collected.length());
        collected.clear();
        long micros = Math.max(0, TimeUnit.NANOSECONDS.toMicros(readNanos - sentNanos));
        pendingBytes.addAndGet(bytes.length + READ_BYTES);
        archive.write(() -> append(bytes, micros));
    }

    private void append(byte[] bytes, long micros) {
        if (scribe.isPresent() && !archive.append(scribe.get(), bytes, micros)) {
            scribe = Optional.empty();
        }
        int cost = bytes.length + READ_BYTES;
        int left = pendingBytes.addAndGet(-cost);
        boolean caughtUp = left <= maxPendingBytes / 2 && left + cost > maxPendingBytes / 2;
        if (caughtUp && !loop.isShuttingDown()) {
            loop.execute(onCaughtUp);
        }
    }

    /** Whether so much waits to be written that no more should be read; {@code onCaughtUp} tells when that is over. */
    boolean isBehind() {
        return pendingBytes.get() > maxPendingBytes;
    }

    /**
     * Nothing follows. The first call counts.
     *
     * @param readNanos of the last read
     */
    void end(Ending ending, long readNanos) {
        if (ended) {
            return;
        }
        readDone(readNanos);
        ended = true;
        archive.write(() -> {
            scribe.ifPresent(open -> archive.finish(open, ending));
            scribe = Optional.empty();
        });
    }
}
