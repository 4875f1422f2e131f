package io.streamgauge.server;

import io.streamgauge.corpus.RecordingMetadata;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * When the bytes of a recorded body arrived: for each read, the microseconds since the request was sent and the bytes
 * that were there then. Both grow; a recording without timing has no reads. Immutable.
 */
public final class RecordedTiming {
    /** The timing of a recording that has none. */
    public static final RecordedTiming NONE = new RecordedTiming(new long[0], new int[0]);

    private final long[] micros;
    private final int[] bytes;

    private RecordedTiming(long[] micros, int[] bytes) {
        this.micros = micros;
        this.bytes = bytes;
    }

    /**
     * Makes a timing of its own copies of the arrays.
     *
     * @throws IllegalArgumentException unless both are of one length, not negative and never fall
     */
    public static RecordedTiming of(long[] micros, int[] bytes) {
        if (micros.length != bytes.length) {
            throw new IllegalArgumentException(micros.length + " times for " + bytes.length + " reads");
        }
        for (int i = 0; i < micros.length; i++) {
            if (micros[i] < (i == 0 ? 0 : micros[i - 1]) || bytes[i] < (i == 0 ? 0 : bytes[i - 1])) {
                throw new IllegalArgumentException(
                        "read " + i + " goes back: " + micros[i] + " us, " + bytes[i] + " bytes");
            }
        }
        return new RecordedTiming(micros.clone(), bytes.clone());
    }

    /** The timing of a recording of a corpus. */
    static RecordedTiming of(List<RecordingMetadata.Read> reads) {
        return of(
                reads.stream().mapToLong(RecordingMetadata.Read::micros).toArray(),
                reads.stream()
                        .mapToInt(read -> (int) Math.min(read.bytes(), Integer.MAX_VALUE))
                        .toArray());
    }

    /** What lies between two reads that brought something, in nanoseconds, in order. */
    long[] gapsNanos() {
        long[] gaps = new long[Math.max(0, reads() - 1)];
        int found = 0;
        int before = reads() == 0 ? 0 : readWith(1);
        for (int read = before + 1; read < reads(); read++) {
            if (bytes[read] > bytes[before]) {
                gaps[found++] = TimeUnit.MICROSECONDS.toNanos(micros[read] - micros[before]);
                before = read;
            }
        }
        return Arrays.copyOf(gaps, found);
    }

    /** When the first byte came, in nanoseconds; none where there is no timing. */
    long[] ttftNanos() {
        return reads() == 0 ? new long[0] : new long[] {TimeUnit.MICROSECONDS.toNanos(micros[readWith(1)])};
    }

    /** The number of reads. */
    public int reads() {
        return micros.length;
    }

    /** When a read happened, in microseconds since the request was sent. */
    public long micros(int read) {
        return micros[read];
    }

    /** The bytes that were there after a read. */
    public int bytes(int read) {
        return bytes[read];
    }

    /**
     * The first read after which the first {@code length} bytes were there; the last one when there were never so many.
     */
    int readWith(int length) {
        int at = Arrays.binarySearch(bytes, length);
        if (at < 0) {
            return Math.min(-at - 1, bytes.length - 1);
        }
        // Reads that brought nothing repeat the count: the first of them was it.
        while (at > 0 && bytes[at - 1] == length) {
            at--;
        }
        return at;
    }
}
