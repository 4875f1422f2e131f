package io.streamgauge.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.TokenUsage;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatencyRecorderTest {
    private static final long MILLI = 1_000_000;

    private final StreamTimer timer = new StreamTimer();
    private final ByteSlice text = ByteSlice.ofUtf8("x");

    /** Token events at 100, 130 (3 tokens), 130 in the same read (2 tokens), 170 ms (1 token). */
    private StreamTiming continuousStream() {
        TokenUsage usage = new TokenUsage();
        timer.begin(-20 * MILLI, 0);
        timer.onHead(50 * MILLI);
        timer.onRead(100 * MILLI);
        token(0, usage, 1);
        timer.onRead(130 * MILLI);
        token(1, usage, 4);
        token(2, usage, 6);
        timer.onRead(170 * MILLI);
        token(3, usage, 7);
        timer.onTerminalEvent();
        return timer.end(900 * MILLI);
    }

    private void token(int k, TokenUsage usage, long outputSoFar) {
        timer.onEventBegin(k);
        timer.onText(0, 0, text);
        usage.output(outputSoFar);
        timer.onUsage(usage);
    }

    @Test
    void theThreeRulesAreRecordedSideBySide() {
        LatencyRecorder recorder = new LatencyRecorder(35 * MILLI);
        recorder.recordSuccess(continuousStream());

        assertRecorded(recorder, Metric.CHUNK_GAP, 2, 30 * MILLI, 40 * MILLI, 35 * MILLI);
        assertRecorded(recorder, Metric.ITL, 4, 10 * MILLI, 40 * MILLI, 70 * MILLI / 4);
        assertRecorded(recorder, Metric.ITL_VLLM_RULE, 3, 0, 40 * MILLI, 70 * MILLI / 3.0);
        assertRecorded(recorder, Metric.ITL_INFERENCE_PERF_RULE, 6, 0, 40 * MILLI, 70 * MILLI / 6.0);
        assertFalse(recorder.isItlPerChunk());
        assertEquals(1, recorder.stalls());
    }

    private static void assertRecorded(
            LatencyRecorder recorder, Metric metric, long count, long min, long max, double mean) {
        LatencyDistribution distribution = recorder.of(metric);
        assertEquals(count, distribution.count(), metric.wireName());
        assertEquals(min, distribution.minNanos(), metric.wireName());
        assertEquals(max, distribution.maxNanos(), metric.wireName());
        assertEquals(mean, distribution.meanNanos(), 1e-3, metric.wireName());
    }

    @Test
    void perStreamMetricsAreThoseOfTheTiming() {
        StreamTiming timing = continuousStream();
        LatencyRecorder recorder = new LatencyRecorder(MILLI);
        recorder.recordSuccess(timing);

        assertEquals(100 * MILLI, recorder.of(Metric.TTFT).maxNanos());
        assertEquals(120 * MILLI, recorder.of(Metric.TTFT_PLAN).maxNanos());
        assertEquals(190 * MILLI, recorder.of(Metric.E2E_PLAN).maxNanos());
        assertEquals(170 * MILLI, recorder.of(Metric.CLOSE).maxNanos());
        assertEquals(0, recorder.of(Metric.TAIL).maxNanos());
        assertEquals(70 * MILLI / 6, recorder.of(Metric.TPOT).maxNanos());
        assertEquals(20 * MILLI, recorder.of(Metric.SCHEDULE_LAG).maxNanos());
        assertEquals(4.0 / 3, recorder.coalescing().eventsPerRead());
        assertEquals(7.0 / 4, recorder.coalescing().tokensPerEvent());
    }

    @Test
    void failuresNeverEnterTheMetricsOfSuccess() {
        LatencyRecorder recorder = new LatencyRecorder(MILLI);
        recorder.recordFailure(continuousStream());

        assertEquals(0, recorder.of(Metric.TTFT).count());
        assertEquals(0, recorder.of(Metric.CHUNK_GAP).count());
        assertEquals(0, recorder.of(Metric.E2E).count());
        assertEquals(1, recorder.of(Metric.FAILED_AFTER).count());
        assertEquals(1, recorder.failed());
    }

    @Test
    void aCutStreamCountsWithItsBeginning() {
        LatencyRecorder recorder = new LatencyRecorder(MILLI);
        recorder.recordCut(continuousStream());

        assertEquals(1, recorder.of(Metric.TTFT).count());
        assertEquals(0, recorder.of(Metric.E2E).count());
        assertEquals(0, recorder.of(Metric.MAX_STALL).count());
        assertEquals(1, recorder.cut());
    }

    @Test
    void recordersOfTwoThreadsAddUp() {
        LatencyRecorder one = new LatencyRecorder(MILLI);
        LatencyRecorder two = new LatencyRecorder(MILLI);
        one.recordSuccess(continuousStream());
        two.recordSuccess(continuousStream());
        two.recordFailure(continuousStream());
        one.add(two);

        assertEquals(2, one.succeeded());
        assertEquals(1, one.failed());
        assertEquals(4, one.of(Metric.CHUNK_GAP).count());
        assertEquals(8, one.coalescing().events());
        assertEquals(2, one.coalescing().unobservableGaps());
    }

    @Test
    void aStreamIsGoodOnlyIfItMeetsEveryBound() {
        StreamTiming timing = continuousStream();

        assertTrue(Slo.NONE.isMetBy(timing));
        assertTrue(Slo.of(Duration.ofMillis(120), Duration.ofMillis(12)).isMetBy(timing));
        assertFalse(Slo.of(Duration.ofMillis(119), Duration.ofMillis(12)).isMetBy(timing));
        assertFalse(Slo.of(Duration.ofMillis(120), Duration.ofMillis(11)).isMetBy(timing));
        assertFalse(new Slo(Optional.empty(), Optional.empty(), Optional.of(Duration.ofMillis(189))).isMetBy(timing));
    }
}
