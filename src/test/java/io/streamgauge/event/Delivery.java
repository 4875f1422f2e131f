package io.streamgauge.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Delivers one body in every way a network may: whole, byte by byte, cut in two anywhere, cut at random, in direct
 * buffers.
 */
final class Delivery {
    private static final long SEED = 20_260_101;
    private static final int RANDOM_DELIVERIES = 40;

    private final Function<StreamEventHandler, EventParser> newParser;

    Delivery(Function<StreamEventHandler, EventParser> newParser) {
        this.newParser = newParser;
    }

    /** What the parser says of the body in one read, after proof that no other delivery makes it say anything else. */
    List<String> of(byte[] body) {
        List<String> whole = cutAt(body);
        assertEquals(whole, cutAt(body, everyByte(body)), "byte by byte");
        for (int cut = 0; cut <= body.length; cut++) {
            assertEquals(whole, cutAt(body, cut), "cut at " + cut);
        }
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM_DELIVERIES; i++) {
            int[] cuts =
                    random.ints(random.nextInt(8), 0, body.length + 1).sorted().toArray();
            assertEquals(whole, cutAt(body, cuts), "seed " + SEED + ", cut at " + Arrays.toString(cuts));
        }
        assertEquals(whole, direct(body), "direct buffer");
        return whole;
    }

    List<String> of(String text) {
        return of(Transcript.bytes(text));
    }

    /**
     * Reads that end at these positions. Each read is overwritten as soon as it was fed, as a socket's buffer would be.
     */
    List<String> cutAt(byte[] body, int... cuts) {
        Transcript transcript = new Transcript();
        EventParser parser = newParser.apply(transcript);
        int from = 0;
        for (int cut : ends(body, cuts)) {
            byte[] read = new byte[cut - from + 2];
            System.arraycopy(body, from, read, 1, cut - from);
            parser.feed(read, 1, cut - from);
            Arrays.fill(read, (byte) '#');
            from = cut;
        }
        parser.end();
        assertEquals(body.length, parser.bytesFed());
        return transcript.lines;
    }

    private static List<Integer> ends(byte[] body, int[] cuts) {
        List<Integer> ends = new ArrayList<>();
        for (int cut : cuts) {
            ends.add(cut);
        }
        ends.add(body.length);
        return ends;
    }

    private List<String> direct(byte[] body) {
        Transcript transcript = new Transcript();
        EventParser parser = newParser.apply(transcript);
        ByteBuffer buffer = ByteBuffer.allocateDirect(body.length).put(body).flip();
        parser.feed(buffer);
        assertEquals(0, buffer.remaining());
        parser.end();
        return transcript.lines;
    }

    private static int[] everyByte(byte[] body) {
        int[] cuts = new int[body.length];
        Arrays.setAll(cuts, i -> i);
        return cuts;
    }
}
