package io.streamgauge.server;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** What one event loop writes down of its sends; recording neither waits nor allocates. */
final class LoopSends {
    private final SendRing ring;
    private final SingleWriterRecorder lateness =
            new SingleWriterRecorder(SendLog.MAX_LATENESS_NANOS, SendLog.LATENESS_DIGITS);

    LoopSends(int entries) {
        ring = new SendRing(entries);
    }

    /** Records a send; the loop's thread only. */
    void record(long stream, int write, int events, int end, long dueNanos, long sentNanos) {
        ring.record(stream, write, events, end, dueNanos, sentNanos);
        lateness.recordValue(Math.min(Math.max(0, sentNanos - dueNanos), SendLog.MAX_LATENESS_NANOS));
    }

    SendRing ring() {
        return ring;
    }

    /** Adds what has come since the last time; the callers take turns. */
    void addLatenessTo(Histogram sum) {
        sum.add(lateness.getIntervalHistogram());
    }
}
