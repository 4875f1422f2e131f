package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Feeds one body to a decoder, cut in every way that matters. */
final class Cuts {
    private static final long SEED = 20260214;
    private static final int RANDOM_RUNS = 20;

    private Cuts() {}

    /** What a decoder makes of a body, after proving that no cut changes it. */
    static DeltaLog decode(Dialect dialect, String body) {
        return decode(dialect, bytes(body));
    }

    /** The same for a body that need not be text. */
    static DeltaLog decode(Dialect dialect, byte[] bytes) {
        DeltaLog whole = decode(dialect, bytes, bytes.length);
        for (int cut = 1; cut < bytes.length; cut++) {
            DeltaLog log = new DeltaLog();
            StreamDecoder decoder = new StreamDecoder(dialect, log);
            feed(decoder, bytes, 0, cut);
            feed(decoder, bytes, cut, bytes.length - cut);
            decoder.end();
            assertEquals(whole.all(), log.all(), "cut at byte " + cut);
        }
        assertEquals(whole.all(), decode(dialect, bytes, 1).all(), "byte by byte");
        for (int run = 0; run < RANDOM_RUNS; run++) {
            DeltaLog log = new DeltaLog();
            feedRandomly(new StreamDecoder(dialect, log), bytes, SEED + run);
            assertEquals(whole.all(), log.all(), "random cuts of seed " + (SEED + run));
        }
        return whole;
    }

    /** A body in UTF-8. */
    static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static DeltaLog decode(Dialect dialect, byte[] bytes, int fragment) {
        DeltaLog log = new DeltaLog();
        feedInFragments(new StreamDecoder(dialect, log), bytes, fragment);
        return log;
    }

    /** Feeds fragments of one size and ends the stream. */
    static void feedInFragments(StreamDecoder decoder, byte[] bytes, int fragment) {
        for (int at = 0; at < bytes.length; at += fragment) {
            feed(decoder, bytes, at, Math.min(fragment, bytes.length - at));
        }
        decoder.end();
    }

    /** Feeds fragments of random sizes from 1 to 64 and ends the stream. */
    static void feedRandomly(StreamDecoder decoder, byte[] bytes, long seed) {
        Random random = new Random(seed);
        int at = 0;
        while (at < bytes.length) {
            int size = Math.min(1 + random.nextInt(64), bytes.length - at);
            feed(decoder, bytes, at, size);
            at += size;
        }
        decoder.end();
    }

    /** Feeds a copy that is spoiled afterwards, so that a view kept too long shows. */
    static void feed(StreamDecoder decoder, byte[] bytes, int offset, int length) {
        byte[] read = new byte[length + 2];
        System.arraycopy(bytes, offset, read, 1, length);
        decoder.feed(read, 1, length);
        Arrays.fill(read, (byte) '#');
    }
}
