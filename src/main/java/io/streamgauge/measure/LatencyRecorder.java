package io.streamgauge.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Pools the timings of many streams, metric by metric.
 *
 * <p>Streams that failed never enter the metrics of those that succeeded: how long they took is
 * {@link Metric#FAILED_AFTER}. One thread; recorders of several threads are {@link #add added} up afterwards.
 */
public final class LatencyRecorder {
    private final Map<Metric, LatencyDistribution> distributions = new EnumMap<>(Metric.class);
    private final LatencyDistribution chunkGaps;
    private final LatencyDistribution itl;
    private final LatencyDistribution itlVllmRule;
    private final LatencyDistribution itlInferencePerfRule;
    private final Coalescing coalescing = new Coalescing();
    private final Map<TokenSource, Long> tokenSources = new EnumMap<>(TokenSource.class);
    private final long stallNanos;

    private long succeeded;
    private long failed;
    private long cut;
    private long stalls;
    private long gapsWithUnknownTokens;

    /**
     * Makes a recorder.
     *
     * @param stallNanos from which length on a chunk gap counts as a stall
     */
    public LatencyRecorder(long stallNanos) {
        this.stallNanos = stallNanos;
        chunkGaps = of(Metric.CHUNK_GAP);
        itl = of(Metric.ITL);
        itlVllmRule = of(Metric.ITL_VLLM_RULE);
        itlInferencePerfRule = of(Metric.ITL_INFERENCE_PERF_RULE);
    }

    /** What was recorded of {@code metric}; live. */
    public LatencyDistribution of(Metric metric) {
        return distributions.computeIfAbsent(metric, unused -> new LatencyDistribution());
    }

    /** Records a stream that came to its end. */
    public void recordSuccess(StreamTiming timing) {
        succeeded++;
        for (Metric metric : Metric.PER_STREAM) {
            record(metric, timing);
        }
        recordGaps(timing);
        stalls += timing.stallsOver(stallNanos);
        coalescing.add(timing);
        tokenSources.merge(timing.tokenSource(), 1L, Long::sum);
    }

    /** Records a stream that failed: only how long that took, counted to the close of the timing. */
    public void recordFailure(StreamTiming timing) {
        failed++;
        of(Metric.SCHEDULE_LAG).record(timing.scheduleLagNanos());
        of(Metric.FAILED_AFTER).record(timing.closeNanos());
    }

    /** Records a stream that was still running when the measurement ended: its beginning counts, its end is unknown. */
    public void recordCut(StreamTiming timing) {
        cut++;
        for (Metric metric : Metric.OF_THE_BEGINNING) {
            record(metric, timing);
        }
    }

    private void record(Metric metric, StreamTiming timing) {
        long nanos = metric.of(timing);
        if (nanos != StreamTiming.UNKNOWN) {
            of(metric).record(nanos);
        }
    }

    private void recordGaps(StreamTiming timing) {
        for (int k = 1; k < timing.keptTokenEvents(); k++) {
            long gap = timing.gapNanos(k);
            int tokens = timing.tokenCount(k);
            itlVllmRule.record(gap);
            itlInferencePerfRule.record(gap);
            if (tokens > 1) {
                itlInferencePerfRule.record(0, tokens - 1L);
            }
            if (timing.isGapObservable(k)) {
                chunkGaps.record(gap);
                itl.record(tokens == 0 ? gap : gap / tokens, Math.max(tokens, 1));
                gapsWithUnknownTokens += tokens == 0 ? 1 : 0;
            }
        }
    }

    /** Adds what another thread recorded. */
    public void add(LatencyRecorder other) {
        other.distributions.forEach((metric, distribution) -> of(metric).add(distribution));
        coalescing.add(other.coalescing);
        other.tokenSources.forEach((source, streams) -> tokenSources.merge(source, streams, Long::sum));
        succeeded += other.succeeded;
        failed += other.failed;
        cut += other.cut;
        stalls += other.stalls;
        gapsWithUnknownTokens += other.gapsWithUnknownTokens;
    }

    /** Streams that came to their end. */
    public long succeeded() {
        return succeeded;
    }

    /** Streams that failed. */
    public long failed() {
        return failed;
    }

    /** Streams that were still running when the measurement ended. */
    public long cut() {
        return cut;
    }

    /** Chunk gaps longer than the threshold. */
    public long stalls() {
        return stalls;
    }

    /** The threshold of {@link #stalls()}. */
    public long stallNanos() {
        return stallNanos;
    }

    /** Whether some sample of {@link Metric#ITL} is a whole gap because nobody said how many tokens it brought. */
    public boolean isItlPerChunk() {
        return gapsWithUnknownTokens > 0;
    }

    /** How much of what was sent apart arrived together; live. */
    public Coalescing coalescing() {
        return coalescing;
    }

    /** How many of the streams that came to their end got their number of tokens from where; live. */
    public Map<TokenSource, Long> tokenSources() {
        return Collections.unmodifiableMap(tokenSources);
    }
}
