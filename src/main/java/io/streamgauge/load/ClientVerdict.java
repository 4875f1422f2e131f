package io.streamgauge.load;

import io.streamgauge.measure.LatencyDistribution;
import io.streamgauge.measure.LatencyRecorder;
import io.streamgauge.measure.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the client itself was the bottleneck, in which case its latencies say more about it than about the server.
 *
 * @param reasons one sentence each; empty when the run is valid
 */
record ClientVerdict(List<String> reasons) {
    /** A loop that is later than this at its 99th percentile stamps too late. */
    static final long MAX_LOOP_LAG_NANOS = 1_000_000;

    /** Sends may be late by this at the 99th percentile, or by a hundredth of the median TTFT if that is more. */
    static final long MAX_SCHEDULE_LAG_NANOS = 1_000_000;

    static final double MAX_LAG_SHARE_OF_TTFT = 0.01;

    /** The longest pause of the garbage collector. */
    static final long MAX_PAUSE_MILLIS = 5;

    /** Of a loop's time. */
    static final double MAX_CPU_SHARE = 0.85;

    /** Of the requests that were planned. */
    static final double MIN_ACHIEVED_SHARE = 0.99;

    ClientVerdict {
        reasons = List.copyOf(reasons);
    }

    /**
     * Judges a run.
     *
     * @param achievedShare of the planned requests, how many were sent within the window; 1 for closed users
     */
    static ClientVerdict of(
            LatencyRecorder all, LatencyDistribution loopLag, long pauseMillis, double cpuShare, double achievedShare) {
        List<String> reasons = new ArrayList<>();
        long scheduleLag = all.of(Metric.SCHEDULE_LAG).nanosAt(0.99);
        long allowed = Math.max(MAX_SCHEDULE_LAG_NANOS, (long)
                (MAX_LAG_SHARE_OF_TTFT * all.of(Metric.TTFT).nanosAt(0.5)));
        if (scheduleLag > allowed) {
            reasons.add("schedule lag p99 is %s, more than %s".formatted(millis(scheduleLag), millis(allowed)));
        }
        if (loopLag.nanosAt(0.99) > MAX_LOOP_LAG_NANOS) {
            reasons.add("event loop lag p99 is %s, more than %s"
                    .formatted(millis(loopLag.nanosAt(0.99)), millis(MAX_LOOP_LAG_NANOS)));
        }
        if (pauseMillis > MAX_PAUSE_MILLIS) {
            reasons.add("a garbage collection of %d ms, more than %d ms".formatted(pauseMillis, MAX_PAUSE_MILLIS));
        }
        if (cpuShare > MAX_CPU_SHARE) {
            reasons.add("an event loop was busy %.0f %% of the time, more than %.0f %%"
                    .formatted(cpuShare * 100, MAX_CPU_SHARE * 100));
        }
        if (achievedShare < MIN_ACHIEVED_SHARE) {
            reasons.add("only %.1f %% of the planned requests were sent in time, less than %.0f %%"
                    .formatted(achievedShare * 100, MIN_ACHIEVED_SHARE * 100));
        }
        return new ClientVerdict(reasons);
    }

    private static String millis(long nanos) {
        return "%.2f ms".formatted(nanos / 1e6);
    }

    boolean isLimited() {
        return !reasons.isEmpty();
    }
}
