package io.streamgauge.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.measure.LatencyDistribution;
import io.streamgauge.measure.LatencyRecorder;
import io.streamgauge.measure.Metric;
import org.junit.jupiter.api.Test;

/** Each sign of a client that cannot keep up is planted alone, and alone it spoils the run. */
class ClientVerdictTest {
    private static final long MILLI = 1_000_000;

    private final LatencyRecorder all = new LatencyRecorder(1);
    private final LatencyDistribution loopLag = new LatencyDistribution();

    private ClientVerdict verdict(long pauseMillis, double cpuShare, double achieved) {
        return ClientVerdict.of(all, loopLag, pauseMillis, cpuShare, achieved);
    }

    private ClientVerdict calm() {
        return verdict(5, 0.85, 0.99);
    }

    private static void fill(LatencyDistribution distribution, long nanos) {
        distribution.record(nanos, 1_000);
    }

    private static void assertLimitedBy(String word, ClientVerdict verdict) {
        assertTrue(verdict.isLimited());
        assertEquals(1, verdict.reasons().size());
        assertTrue(verdict.reasons().get(0).contains(word), verdict.reasons().get(0));
    }

    @Test
    void aClientWithinAllBoundsIsValid() {
        fill(all.of(Metric.SCHEDULE_LAG), MILLI - 1_000);
        fill(loopLag, MILLI - 1_000);
        assertFalse(calm().isLimited());
    }

    @Test
    void lateSendsSpoilARun() {
        fill(all.of(Metric.SCHEDULE_LAG), 2 * MILLI);
        assertLimitedBy("schedule lag", calm());
    }

    @Test
    void latenessIsMeasuredAgainstTheServersOwnTime() {
        fill(all.of(Metric.SCHEDULE_LAG), 2 * MILLI);
        fill(all.of(Metric.TTFT), 300 * MILLI);
        assertFalse(calm().isLimited());
    }

    @Test
    void aLaggingLoopSpoilsARun() {
        fill(loopLag, 2 * MILLI);
        assertLimitedBy("event loop lag", calm());
    }

    @Test
    void aFrozenClientSpoilsARun() {
        assertLimitedBy("garbage", verdict(6, 0, 1));
        assertLimitedBy("busy", verdict(0, 0.86, 1));
        assertLimitedBy("planned", verdict(0, 0, 0.98));
    }
}
