package io.streamgauge.corpus;

import java.util.List;

/** Where a body is cut into reads. */
@FunctionalInterface
public interface Cut {
    /** Takes one read. */
    @FunctionalInterface
    interface Sink {
        void feed(byte[] source, int offset, int length);
    }

    /** Hands the whole body to {@code sink}, read by read. */
    void feed(byte[] body, Sink sink);

    /** The cut of reads that have been seen, by their sizes. */
    static Cut atSizes(List<Integer> sizes) {
        List<Integer> reads = List.copyOf(sizes);
        return (body, sink) -> {
            int at = 0;
            for (int size : reads) {
                sink.feed(body, at, size);
                at += size;
            }
        };
    }
}
