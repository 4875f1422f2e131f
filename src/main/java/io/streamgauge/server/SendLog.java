package io.streamgauge.server;

import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.HdrHistogram.Histogram;

/**
 * What a server has sent and when: the ground truth that a client's own stamps are compared with.
 *
 * <p>Stamps are read from the server's clock just before the bytes go to the socket; on one host a client's
 * {@link io.streamgauge.time.NanoClock#SYSTEM} is the same clock. Any thread may ask.
 */
public final class SendLog {
    /** The sends that are kept for each event loop unless said otherwise: 64 Ki, which take 2.25 MiB. */
    public static final int DEFAULT_ENTRIES = 1 << 16;

    /** Lateness is kept from a nanosecond to an hour, to three digits. */
    static final long MAX_LATENESS_NANOS = TimeUnit.HOURS.toNanos(1);

    static final int LATENESS_DIGITS = 3;

    private final Map<EventExecutor, LoopSends> loops;
    private final AtomicLong streams = new AtomicLong();
    private final Histogram lateness = new Histogram(MAX_LATENESS_NANOS, LATENESS_DIGITS);

    SendLog(Iterable<EventExecutor> loops, int entriesPerLoop) {
        this.loops = StreamSupport.stream(loops.spliterator(), false)
                .collect(Collectors.toUnmodifiableMap(Function.identity(), loop -> new LoopSends(entriesPerLoop)));
    }

    /** Takes sends, on the thread that reads them. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Called for each write.
         *
         * @param stream the number in the answer's {@code x-streamgauge-stream} header
         * @param write counts the writes of a stream from 0
         * @param events the number of events that are whole with this write: event {@code k}, from 0, left with the
         *     first write that has more than {@code k}
         * @param end the bytes of the body that are written with this write, transfer coding not counted
         * @param dueNanos the instant it was due
         * @param sentNanos the instant just before it was written
         */
        void onSend(long stream, int write, int events, int end, long dueNanos, long sentNanos);
    }

    /** A reader of its own, beginning with the oldest sends that are kept. */
    public Reader newReader() {
        return new Reader(
                loops.values().stream().map(loop -> loop.ring().newReader()).toList());
    }

    /** Reads the log behind the server; to be used by one thread. */
    public static final class Reader {
        private final List<SendRing.Reader> rings;

        private Reader(List<SendRing.Reader> rings) {
            this.rings = rings;
        }

        /** Hands out what was sent since the last time; the writes of one stream in order. */
        public void drain(Handler handler) {
            rings.forEach(ring -> ring.drain(handler));
        }

        /** The sends that were overwritten before they were read. */
        public long lost() {
            return rings.stream().mapToLong(SendRing.Reader::lost).sum();
        }
    }

    /**
     * How late writes were, in nanoseconds, since the server was started; a copy. A reader that does not keep up makes
     * writes late as well as a busy machine does.
     */
    public synchronized Histogram lateness() {
        loops.values().forEach(loop -> loop.addLatenessTo(lateness));
        return lateness.copy();
    }

    /** The number of streams that were begun; also the number of the last one. */
    public long streams() {
        return streams.get();
    }

    long newStream() {
        return streams.incrementAndGet();
    }

    LoopSends of(EventExecutor loop) {
        LoopSends sends = loops.get(loop);
        if (sends == null) {
            throw new IllegalArgumentException(loop + " is not one of the server's loops");
        }
        return sends;
    }
}
