package io.streamgauge.measure;

import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.StreamDecoder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** A body cut into reads at invented times, and what was measured on it. No socket, no clock: every value follows. */
final class InventedReads {
    static final long PLAN = 1_000_000_000L;
    static final long SEND = PLAN + 40_000;
    static final long HEAD = SEND + 5_000_000;

    private final byte[] body;
    private final int[] ends;
    private final long[] stamps;

    /**
     * Reads of {@code body}.
     *
     * @param ends where in the body each read ends, the last one at its end
     * @param stamps when each read returned
     */
    InventedReads(byte[] body, int[] ends, long[] stamps) {
        this.body = body;
        this.ends = ends;
        this.stamps = stamps;
    }

    /**
     * One read per end; the read with number j returns {@code 10 + j * j + j} ms after the send, so no two gaps are
     * equal.
     */
    static InventedReads at(byte[] body, int... ends) {
        long[] stamps = IntStream.range(0, ends.length)
                .mapToLong(j -> SEND + (10 + (long) j * j + j) * 1_000_000 + j)
                .toArray();
        return new InventedReads(body, ends, stamps);
    }

    static InventedReads byteByByte(byte[] body) {
        return at(body, IntStream.rangeClosed(1, body.length).toArray());
    }

    static InventedReads cutInTwo(byte[] body, int cut) {
        return at(body, cut, body.length);
    }

    /** Between one and twelve reads, some of them empty, decided by {@code seed}. */
    static InventedReads random(byte[] body, long seed) {
        Random random = new Random(seed);
        int[] ends = random.ints(random.nextInt(12), 0, body.length).sorted().toArray();
        ends = Arrays.copyOf(ends, ends.length + 1);
        ends[ends.length - 1] = body.length;
        return at(body, ends);
    }

    /** The number of the read that delivers the byte before {@code end}. */
    int readOf(int end) {
        int read = 0;
        while (ends[read] < end) {
            read++;
        }
        return read;
    }

    /** When the byte before {@code end} was delivered, since the send stamp. */
    long nanosOf(int end) {
        return stamps[readOf(end)] - SEND;
    }

    /** This and all later reads return later. */
    void delay(int read, long nanos) {
        for (int j = read; j < stamps.length; j++) {
            stamps[j] += nanos;
        }
    }

    /** What the timer makes of it; each read is stamped before it is decoded. */
    StreamTiming measure(Dialect dialect) {
        return measure(dialect, true);
    }

    /** What the timer makes of it when each read is stamped too late, when it is decoded already. */
    StreamTiming measureWithStampsBehindDecoding(Dialect dialect) {
        return measure(dialect, false);
    }

    private StreamTiming measure(Dialect dialect, boolean stampFirst) {
        StreamTimer timer = new StreamTimer().begin(PLAN, SEND);
        StreamDecoder decoder = new StreamDecoder(dialect, timer);
        timer.onHead(HEAD);
        int from = 0;
        for (int read = 0; read < ends.length; read++) {
            if (stampFirst) {
                timer.onRead(stamps[read]);
            }
            decoder.feed(body, from, ends[read] - from);
            if (!stampFirst) {
                timer.onRead(stamps[read]);
            }
            from = ends[read];
        }
        decoder.end();
        return timer.end(stamps[stamps.length - 1] + 77);
    }
}
