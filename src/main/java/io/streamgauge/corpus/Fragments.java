package io.streamgauge.corpus;

import java.util.List;
import java.util.SplittableRandom;

/**
 * How a body is cut into reads. The content of a stream never depends on it, and code that says otherwise is wrong.
 *
 * @param name how reports call it
 * @param size bytes of each read, 0 for all at once, -1 for sizes by chance
 * @param seed what chance comes from
 */
public record Fragments(String name, int size, long seed) implements Delivery, Cut {
    private static final int RANDOM = -1;
    private static final int MAX_SMALL = 16;
    private static final int MAX_LARGE = 4096;

    /** Payload of a TCP segment over Ethernet with timestamps. */
    private static final int SEGMENT = 1448;

    /** The whole body in one read. */
    public static final Fragments WHOLE = new Fragments("whole", 0, 0);

    /** Reads of this many bytes. */
    public static Fragments of(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a read has at least one byte, not " + size);
        }
        return new Fragments(Integer.toString(size), size, 0);
    }

    /** Reads of any size, half of them of a few bytes only. */
    public static Fragments random(long seed) {
        return new Fragments("random, seed " + seed, RANDOM, seed);
    }

    /** The cuts every recording is verified at: whole, 1, 7, 1448 and random. */
    public static List<Delivery> standard(long seed) {
        return List.of(WHOLE, of(1), of(7), of(SEGMENT), random(seed));
    }

    @Override
    public Decoding decode(Recording recording) {
        return Decoding.of(recording.metadata().dialect(), recording.copyBody(), this);
    }

    @Override
    public void feed(byte[] body, Sink sink) {
        SplittableRandom random = new SplittableRandom(seed);
        int at = 0;
        while (at < body.length) {
            int length = Math.min(next(body.length, random), body.length - at);
            sink.feed(body, at, length);
            at += length;
        }
    }

    private int next(int whole, SplittableRandom random) {
        if (size == RANDOM) {
            return random.nextInt(1, random.nextBoolean() ? MAX_SMALL : MAX_LARGE);
        }
        return size == 0 ? whole : size;
    }

    @Override
    public String toString() {
        return name;
    }
}
