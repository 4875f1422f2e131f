package io.streamgauge.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.provider.Framing;
import io.streamgauge.server.plan.EventIndex;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentationTest {
    /** Blocks of 4, 6, 2 and 8 bytes. */
    private static final EventIndex INDEX = new EventIndex(new int[] {4, 10, 12, 20}, new int[] {1, 2, 2, 3});

    private static final int LENGTH = 20;

    private static int[] ends(Fragmentation fragmentation, RecordedTiming timing) {
        return fragmentation.ends(INDEX, timing, ByteBuffer.allocate(LENGTH), 7);
    }

    private static int[] ends(Fragmentation fragmentation) {
        return ends(fragmentation, RecordedTiming.NONE);
    }

    private static RecordedTiming reads(int... bytes) {
        return RecordedTiming.of(new long[bytes.length], bytes);
    }

    @Test
    void recordedReadsAreReplayedAsWrites() {
        assertArrayEquals(new int[] {3, 11, 20}, ends(Fragmentation.recorded(), reads(3, 11, 20)));
    }

    @Test
    void readsThatBroughtNothingAreNoWritesAndTheBodyIsAlwaysWhole() {
        assertArrayEquals(new int[] {3, 20}, ends(Fragmentation.recorded(), reads(0, 3, 3, 20, 20)));
        assertArrayEquals(new int[] {3, 20}, ends(Fragmentation.recorded(), reads(3)), "fewer bytes than the body");
        assertArrayEquals(new int[] {3, 20}, ends(Fragmentation.recorded(), reads(3, 25, 30)), "more bytes");
    }

    @Test
    void withoutTimingRecordedMeansPerEvent() {
        assertArrayEquals(new int[] {4, 10, 12, 20}, ends(Fragmentation.recorded()));
    }

    @Test
    void eventsAreGrouped() {
        assertArrayEquals(new int[] {4, 10, 12, 20}, ends(Fragmentation.events(1)));
        assertArrayEquals(new int[] {10, 20}, ends(Fragmentation.events(2)));
        assertArrayEquals(new int[] {12, 20}, ends(Fragmentation.events(3)));
        assertArrayEquals(new int[] {20}, ends(Fragmentation.events(4)));
        assertArrayEquals(new int[] {20}, ends(Fragmentation.events(Fragmentation.MAX_SIZE)));
    }

    @Test
    void bytesAreCountedAndTheLastWriteMayBeShorter() {
        assertArrayEquals(new int[] {8, 16, 20}, ends(Fragmentation.bytes(8)));
        assertArrayEquals(new int[] {10, 20}, ends(Fragmentation.bytes(10)));
        assertArrayEquals(new int[] {20}, ends(Fragmentation.bytes(Fragmentation.MAX_SIZE)));
        assertEquals(20, ends(Fragmentation.bytes(1)).length);
        assertArrayEquals(new int[] {20}, ends(Fragmentation.whole()));
    }

    @Test
    void randomSizesKeepTheirBoundsAndTheirSeed() {
        Fragmentation random = Fragmentation.random(2, 5);
        EventIndex index = EventIndex.unframed(10_000);
        int[] ends = random.ends(index, RecordedTiming.NONE, ByteBuffer.allocate(10_000), 7);
        boolean[] seen = new boolean[6];
        for (int i = 0; i < ends.length - 1; i++) {
            seen[ends[i] - (i == 0 ? 0 : ends[i - 1])] = true;
        }

        assertArrayEquals(new boolean[] {false, false, true, true, true, true}, seen);
        assertEquals(10_000, ends[ends.length - 1]);
        assertArrayEquals(ends, random.ends(index, RecordedTiming.NONE, ByteBuffer.allocate(10_000), 7));
        assertFalse(Arrays.equals(ends, random.ends(index, RecordedTiming.NONE, ByteBuffer.allocate(10_000), 8)));
        assertTrue(random.isRandom());
    }

    private static List<String> pieces(String cut, Framing framing, String text) {
        byte[] body = text.getBytes(UTF_8);
        int[] ends = Fragmentation.parse(cut)
                .ends(EventIndex.of(framing, body), RecordedTiming.NONE, ByteBuffer.wrap(body), 1);
        List<String> pieces = new ArrayList<>();
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        for (int i = 0; i < ends.length; i++) {
            byte[] piece = Arrays.copyOfRange(body, i == 0 ? 0 : ends[i - 1], ends[i]);
            together.writeBytes(piece);
            pieces.add(new String(piece, ISO_8859_1));
        }
        assertArrayEquals(body, together.toByteArray(), "the pieces are the body");
        return pieces;
    }

    @Test
    void charactersAreCutBetweenEachTwoOfTheirBytes() {
        assertEquals(
                List.of("data: a\u00c3", "\u00a9\n\n", "data: \u00f0", "\u009f", "\u0098", "\u0080\n\n"),
                pieces("utf8", Framing.SSE, "data: aé\n\ndata: 😀\n\n"));
        assertEquals(List.of("{}\n", "{}\n"), pieces("utf8", Framing.NDJSON, "{}\n{}\n"));
    }

    @Test
    void lineEndsAndBlankLinesAreCutInTheMiddle() {
        assertEquals(
                List.of("event: a\r", "\ndata: b\r", "\n", "\r", "\n", "data: c\n", "\n"),
                pieces("crlf", Framing.SSE, "event: a\r\ndata: b\r\n\r\ndata: c\n\n"));
    }

    @Test
    void theWordDataIsCutInHalvesWhereItIsAFieldName() {
        assertEquals(
                List.of("event: data\nda", "ta: data\n\n", "da", "ta: x\n\n", "da", "ta\r\n"),
                pieces("data", Framing.SSE, "event: data\ndata: data\n\ndata: x\n\ndata\r\n"));
        assertEquals(List.of("dat"), pieces("data", Framing.SSE, "dat"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"recorded", "event", "events:2", "byte", "bytes:7", "random:1-9", "utf8", "crlf", "data", "whole"
            })
    void thePiecesOfEveryCutAreTheBody(String cut) {
        String sse = "event: e\r\ndata: {\"é\":\"😀\"}\r\n\r\n: comment\n\ndata: 漢字\n\ndata: [DONE]";
        pieces(cut, Framing.SSE, sse);
        pieces(cut, Framing.NDJSON, "{\"é\":1}\n\n{\"漢\":2}\r\n{}");
        pieces(cut, Framing.JSON_ARRAY, "[{\n\"é\":1\n}\n,\r\n{}\n]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recorded",
                "event",
                "events:3",
                "byte",
                "bytes:512",
                "random:1-64",
                "utf8",
                "crlf",
                "data",
                "whole"
            })
    void anEmptyBodyHasNoWrites(String text) {
        assertEquals(
                0,
                Fragmentation.parse(text)
                        .ends(EventIndex.unframed(0), RecordedTiming.NONE, ByteBuffer.allocate(0), 1)
                        .length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recorded",
                "event",
                "events:3",
                "byte",
                "bytes:512",
                "random:1-64",
                "bytes:1000000000",
                "utf8",
                "crlf",
                "data",
                "whole"
            })
    void theTextOfAFormIsReadBack(String text) {
        assertEquals(text, Fragmentation.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "events", "events:", "events:0", "events:-1", "bytes:1000000001", "bytes:99999999999",
                        "byte:1",
                "random", "random:3", "random:5-4", "random:0-4", "whole:1", "Event", "bytes:1-2", "bytes:1.5", "каша"
            })
    void anythingElseIsNoForm(String text) {
        assertThrows(IllegalArgumentException.class, () -> Fragmentation.parse(text));
    }

    @Test
    void aBodyIsCutIntoABoundedNumberOfWrites() {
        EventIndex index = EventIndex.unframed(Fragmentation.MAX_WRITES);
        Fragmentation bytes = Fragmentation.bytes(1);
        Fragmentation random = Fragmentation.random(1, 1);

        for (Fragmentation fragmentation : new Fragmentation[] {bytes, random}) {
            for (int length : new int[] {Fragmentation.MAX_WRITES - 1, Fragmentation.MAX_WRITES}) {
                assertEquals(
                        length, fragmentation.ends(index, RecordedTiming.NONE, ByteBuffer.allocate(length), 1).length);
            }
            assertThrows(
                    IllegalArgumentException.class,
                    () -> fragmentation.ends(
                            index, RecordedTiming.NONE, ByteBuffer.allocate(Fragmentation.MAX_WRITES + 1), 1));
        }
    }
}
