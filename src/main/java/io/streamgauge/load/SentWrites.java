package io.streamgauge.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Collects a server's send log while a load runs. One thread. */
final class SentWrites implements SendSource.Handler {
    /** Writes that are kept, 24 bytes each; what is sent later is not compared. */
    static final int MAX_WRITES = 4_000_000;

    private final Map<Long, Stream> streams = new HashMap<>();
    private int kept;

    @Override
    public void onSend(long stream, int write, int end, long sentNanos) {
        if (kept < MAX_WRITES) {
            kept++;
            streams.computeIfAbsent(stream, unused -> new Stream()).add(write, end, sentNanos);
        }
    }

    /** The writes of a stream; none when it is not known. */
    Stream of(long stream) {
        return streams.getOrDefault(stream, Stream.NONE);
    }

    /** The writes of one answer, in order. */
    static final class Stream {
        private static final Stream NONE = new Stream();

        private int[] ends = new int[16];
        private long[] sent = new long[16];
        private int size;
        private boolean isWhole = true;

        private void add(int write, int end, long sentNanos) {
            isWhole &= write == size;
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, size * 2);
                sent = Arrays.copyOf(sent, size * 2);
            }
            ends[size] = end;
            sent[size] = sentNanos;
            size++;
        }

        /** How many writes there were, or 0 when some of them are lost. */
        int size() {
            return isWhole ? size : 0;
        }

        /** Bytes of the body that were out with that write. */
        int end(int write) {
            return ends[write];
        }

        /** Just before that write. */
        long sentNanos(int write) {
            return sent[write];
        }
    }
}
