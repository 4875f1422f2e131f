package io.streamgauge.load;

import java.util.Arrays;

/** The reads of one stream, to be compared with what the server says it sent. */
final class ReadLog {
    private long stream;
    private long[] stamps = new long[64];
    private long[] ends = new long[64];
    private int size;

    ReadLog begin(long serverStream) {
        stream = serverStream;
        size = 0;
        return this;
    }

    /** A read brought so many bytes of the body. */
    void add(long stampNanos, int bytes) {
        if (size == stamps.length) {
            stamps = Arrays.copyOf(stamps, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        stamps[size] = stampNanos;
        ends[size] = (size == 0 ? 0 : ends[size - 1]) + bytes;
        size++;
    }

    /** The number the server gave the stream. */
    long stream() {
        return stream;
    }

    int size() {
        return size;
    }

    long stampNanos(int read) {
        return stamps[read];
    }

    /** Bytes of the body that had come with that read. */
    long end(int read) {
        return ends[read];
    }

    /** A copy without room to grow. */
    ReadLog copy() {
        ReadLog copy = new ReadLog();
        copy.stream = stream;
        copy.stamps = Arrays.copyOf(stamps, size);
        copy.ends = Arrays.copyOf(ends, size);
        copy.size = size;
        return copy;
    }
}
