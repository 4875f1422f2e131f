package io.streamgauge.measure;

import static io.streamgauge.measure.InventedReads.SEND;
import static io.streamgauge.measure.WireEvent.chunk;
import static io.streamgauge.measure.WireEvent.output;
import static io.streamgauge.measure.WireEvent.reasoning;
import static io.streamgauge.measure.WireEvent.silent;
import static io.streamgauge.measure.WireEvent.terminal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.streamgauge.provider.Dialect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However the bytes arrive, each event has the stamp of the read that brought its last byte, to the nanosecond. */
class StreamTimerFragmentationTest {
    private static final List<WireEvent> EVENTS = List.of(
            silent(chunk("{\"role\":\"assistant\",\"content\":\"\"}")),
            reasoning(chunk("{\"reasoning_content\":\"hm\"}")),
            output(chunk("{\"content\":\"Hi\"}")),
            silent(chunk("{}")),
            output(chunk("{\"content\":\" 漢\"}")),
            output(chunk("{\"content\":\"!\"}")),
            silent("{\"id\":\"c-1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}"),
            silent("{\"id\":\"c-1\",\"choices\":[],"
                    + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":7,\"total_tokens\":10}}"),
            terminal("[DONE]"));
    private static final int TOKENS = 7;
    private static final byte[] BODY = WireEvent.bodyOf(EVENTS);
    private static final int[] ENDS = WireEvent.endsOf(EVENTS);

    @Test
    void everyTwoWayCutKeepsTheDefinitions() {
        for (int cut = 1; cut < BODY.length; cut++) {
            assertMeasuredAsDefined(InventedReads.cutInTwo(BODY, cut), "cut at " + cut);
        }
    }

    @Test
    void byteByByteKeepsTheDefinitions() {
        assertMeasuredAsDefined(InventedReads.byteByByte(BODY), "byte by byte");
    }

    @Test
    void oneReadKeepsTheDefinitions() {
        assertMeasuredAsDefined(InventedReads.at(BODY, BODY.length), "one read");
    }

    @Test
    void randomReadsKeepTheDefinitions() {
        for (long seed = 0; seed < 2_000; seed++) {
            assertMeasuredAsDefined(InventedReads.random(BODY, seed), "seed " + seed);
        }
    }

    /** The definitions once more, straight from where the events end; nothing here is shared with the timer. */
    private static void assertMeasuredAsDefined(InventedReads reads, String how) {
        StreamTiming timing = reads.measure(Dialect.OPENAI_CHAT);
        List<Integer> tokens = new ArrayList<>();
        for (int k = 0; k < ENDS.length; k++) {
            if (EVENTS.get(k).isToken()) {
                tokens.add(ENDS[k]);
            }
        }
        long first = reads.nanosOf(tokens.get(0));
        long last = reads.nanosOf(tokens.get(tokens.size() - 1));
        assertEquals(reads.nanosOf(ENDS[0]), timing.ttfeNanos(), how);
        assertEquals(first, timing.ttftNanos(), how);
        assertEquals(reads.nanosOf(ENDS[2]), timing.ttfoNanos(), how);
        assertEquals(last, timing.e2eNanos(), how);
        assertEquals((last - first) / (TOKENS - 1), timing.tpotNanos(), how);
        assertEquals(reads.nanosOf(BODY.length), timing.closeNanos(), how);
        assertEquals(timing.closeNanos() - last, timing.tailNanos(), how);
        assertEquals(ENDS.length, timing.events(), how);
        assertGaps(reads, tokens, timing, how);
    }

    private static void assertGaps(InventedReads reads, List<Integer> tokens, StreamTiming timing, String how) {
        long unobservable = 0;
        long stall = StreamTiming.UNKNOWN;
        for (int k = 1; k < tokens.size(); k++) {
            boolean sameRead = reads.readOf(tokens.get(k)) == reads.readOf(tokens.get(k - 1));
            long gap = reads.nanosOf(tokens.get(k)) - reads.nanosOf(tokens.get(k - 1));
            assertEquals(gap, timing.gapNanos(k), how + ", gap " + k);
            assertEquals(!sameRead, timing.isGapObservable(k), how + ", gap " + k);
            unobservable += sameRead ? 1 : 0;
            stall = sameRead ? stall : Math.max(stall, gap);
            if (k == 1) {
                assertEquals(sameRead ? StreamTiming.UNKNOWN : gap, timing.ttstNanos(), how);
            }
        }
        assertEquals(tokens.size(), timing.tokenEvents(), how);
        assertEquals(unobservable, timing.unobservableGaps(), how);
        assertEquals(stall, timing.maxStallNanos(), how);
    }

    @Test
    void theStampsAreThoseOfThisArithmetic() {
        InventedReads three = InventedReads.at(BODY, ENDS[0], ENDS[2], BODY.length);

        StreamTiming timing = three.measure(Dialect.OPENAI_CHAT);

        assertEquals(40_000, timing.scheduleLagNanos());
        assertEquals(5_000_000, timing.ttfbNanos());
        assertEquals(10_000_000, timing.ttfeNanos());
        assertEquals(12_000_001, timing.ttftNanos());
        assertEquals(12_000_001, timing.ttfoNanos());
        assertEquals(12_040_001, timing.ttftPlanNanos());
        assertEquals(StreamTiming.UNKNOWN, timing.ttstNanos());
        assertEquals(16_000_002, timing.e2eNanos());
        assertEquals(4_000_001, timing.maxStallNanos());
        assertEquals(4_000_001 / 6, timing.tpotNanos());
        assertEquals(0, timing.tailNanos());
        assertEquals(2, timing.unobservableGaps());
        assertEquals(SEND, timing.sendNanos());
    }
}
