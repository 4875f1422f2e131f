package io.streamgauge.measure;

import static io.streamgauge.measure.WireEvent.chunk;
import static io.streamgauge.measure.WireEvent.output;
import static io.streamgauge.measure.WireEvent.reasoning;
import static io.streamgauge.measure.WireEvent.silent;
import static io.streamgauge.measure.WireEvent.terminal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.streamgauge.provider.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault planted at a known place is found at that place and nowhere else. */
class PlantedFaultTest {
    private static final long STEP = 10_000_000;
    private static final long STALL = 50_000_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 18, 19})
    void aStallIsFoundInExactlyOneGap(int stalled) {
        InventedReads reads = everyTenMillis(words(20));
        reads.delay(stalled, STALL);

        StreamTiming timing = reads.measure(Dialect.OPENAI_CHAT);

        for (int k = 1; k < 20; k++) {
            assertEquals(k == stalled ? STEP + STALL : STEP, timing.gapNanos(k), "gap " + k);
        }
        assertEquals(STEP + STALL, timing.maxStallNanos());
        assertEquals(1, timing.stallsOver(STALL));
    }

    @Test
    void gluedEventsGoToCoalescingAndNotToTheGaps() {
        List<WireEvent> events = words(10);
        int[] ends = WireEvent.endsOf(events);
        int[] glued = {ends[0], ends[1], ends[4], ends[5], ends[6], ends[7], ends[8], ends[9]};
        InventedReads reads = everyTenMillis(WireEvent.bodyOf(events), glued);

        LatencyRecorder recorder = new LatencyRecorder(STALL);
        recorder.recordSuccess(reads.measure(Dialect.OPENAI_CHAT));

        assertEquals(7, recorder.of(Metric.CHUNK_GAP).count());
        assertEquals(STEP, recorder.of(Metric.CHUNK_GAP).minNanos());
        assertEquals(STEP, recorder.of(Metric.CHUNK_GAP).maxNanos());
        assertEquals(2, recorder.coalescing().unobservableGaps());
        assertEquals(10 / 8.0, recorder.coalescing().eventsPerRead());
        assertEquals(List.of(22), percentsIn(recorder.coalescing().warnings()));
        assertEquals(9, recorder.of(Metric.ITL_VLLM_RULE).count());
        assertEquals(0, recorder.of(Metric.ITL_VLLM_RULE).minNanos());
    }

    @Test
    void anEarlyRoleChunkMovesTtfeAndNotTtft() {
        List<WireEvent> events = new ArrayList<>(words(3));
        events.add(0, silent(chunk("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}")));

        StreamTiming timing = everyTenMillis(events).measure(Dialect.OPENAI_CHAT);

        assertEquals(0, timing.ttfeNanos());
        assertEquals(STEP, timing.ttftNanos());
        assertEquals(3, timing.tokenEvents());
        assertEquals(STEP, timing.gapNanos(1));
    }

    @Test
    void reasoningBeforeTextMovesTtftAndNotTtfo() {
        List<WireEvent> events = new ArrayList<>(words(3));
        events.add(0, reasoning(chunk("{\"reasoning_content\":\"so\"}")));
        events.add(1, reasoning(chunk("{\"reasoning\":\"well\"}")));

        StreamTiming timing = everyTenMillis(events).measure(Dialect.OPENAI_CHAT);

        assertEquals(0, timing.ttftNanos());
        assertEquals(2 * STEP, timing.ttfoNanos());
        assertEquals(5, timing.tokenEvents());
    }

    @Test
    void usageAndSentinelBehindTheContentAreTailAndNoTokens() {
        List<WireEvent> events = new ArrayList<>(words(2));
        events.add(silent("{\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}"));
        events.add(terminal("[DONE]"));

        StreamTiming timing = everyTenMillis(events).measure(Dialect.OPENAI_CHAT);

        assertEquals(STEP, timing.e2eNanos());
        assertEquals(3 * STEP, timing.closeNanos());
        assertEquals(2 * STEP, timing.tailNanos());
        assertEquals(2, timing.tokenEvents());
    }

    /** The rule "stamp before decoding" is what the numbers rest on: break it, and they are wrong. */
    @Test
    void aStampTakenAfterDecodingShowsInEveryLatency() {
        InventedReads reads = everyTenMillis(words(5));
        StreamTiming right = reads.measure(Dialect.OPENAI_CHAT);

        StreamTiming wrong = reads.measureWithStampsBehindDecoding(Dialect.OPENAI_CHAT);

        assertNotEquals(right.e2eNanos(), wrong.e2eNanos());
        assertNotEquals(right.gapNanos(1), wrong.gapNanos(1));
    }

    private static List<WireEvent> words(int count) {
        WireEvent[] words = new WireEvent[count];
        Arrays.setAll(words, k -> output(chunk("{\"content\":\" w" + k + "\"}")));
        return List.of(words);
    }

    private static InventedReads everyTenMillis(List<WireEvent> events) {
        return everyTenMillis(WireEvent.bodyOf(events), WireEvent.endsOf(events));
    }

    private static InventedReads everyTenMillis(byte[] body, int... ends) {
        long[] stamps = new long[ends.length];
        Arrays.setAll(stamps, read -> InventedReads.SEND + read * STEP);
        return new InventedReads(body, ends, stamps);
    }

    private static List<Integer> percentsIn(List<String> warnings) {
        return warnings.stream()
                .map(warning -> Integer.valueOf(warning.substring(0, warning.indexOf(' '))))
                .toList();
    }
}
