package io.streamgauge.load;

import io.streamgauge.measure.LatencyDistribution;

/**
 * How far the client's stamps can be trusted: each write of the server is joined with the read that brought its last
 * byte.
 *
 * <p>Both sides read one clock, the server before it writes and the client after it has read, so that the error of a
 * stamp holds the way through the kernel and the wait for the client's turn, and is never negative. The error of a gap
 * is the difference between the errors at its two ends.
 */
final class StampAccuracy {
    private final LatencyDistribution stampErrors = new LatencyDistribution();
    private final LatencyDistribution gapErrors = new LatencyDistribution();
    private long streams;

    void join(ReadLog reads, SentWrites.Stream writes) {
        int read = 0;
        long before = 0;
        int joined = 0;
        for (int write = 0; write < writes.size(); write++) {
            while (read < reads.size() && reads.end(read) < writes.end(write)) {
                read++;
            }
            if (read == reads.size()) {
                break;
            }
            long error = reads.stampNanos(read) - writes.sentNanos(write);
            stampErrors.record(error);
            if (joined > 0) {
                gapErrors.record(Math.abs(error - before));
            }
            before = error;
            joined++;
        }
        streams += joined > 0 ? 1 : 0;
    }

    /** Of each write: when the client saw its last byte minus when the server sent it. */
    LatencyDistribution stampErrors() {
        return stampErrors;
    }

    /** Of each gap between two writes of a stream: by how much the client saw it longer or shorter. */
    LatencyDistribution gapErrors() {
        return gapErrors;
    }

    /** The streams that could be joined. */
    long streams() {
        return streams;
    }
}
