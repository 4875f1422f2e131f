package io.streamgauge.bench;

import java.util.Optional;

/**
 * What came of one job.
 *
 * @param figures the measurement; empty for a subject that was not timed, because it answers wrongly, takes too long or
 *     cannot run here
 * @param ratioToFloor own CPU time divided by that of the {@linkplain BenchReport#referenceFloor reference floor};
 *     empty without that floor
 * @param ratioToBestPeer CPU time of the best peer that answers rightly, divided by our own: how many times faster;
 *     empty without peers
 * @param correct whether the answer is right; a floor gives none
 * @param remark why it was not timed, in one line; empty when it was
 */
public record BenchRow(
        BenchJob job,
        Optional<Figures> figures,
        Optional<Double> ratioToFloor,
        Optional<Double> ratioToBestPeer,
        boolean correct,
        String remark) {

    /**
     * What was measured.
     *
     * @param mbPerSecond millions of bytes per second of CPU time
     * @param eventsPerSecond events per second of CPU time
     * @param cpuNanosPerEvent CPU time of the measuring thread
     * @param bytesPerEvent bytes allocated; up to about 1 stands for nothing, because JMH itself allocates a little
     * @param errorPercent half the 99.9 % confidence interval, or half the spread where there are too few iterations
     *     for one
     * @param cpuShare cores the row got; far below 1 it was starved
     */
    public record Figures(
            double mbPerSecond,
            double eventsPerSecond,
            double cpuNanosPerEvent,
            double bytesPerEvent,
            double errorPercent,
            double cpuShare) {}

    static BenchRow timed(BenchJob job, Figures figures, boolean correct) {
        return new BenchRow(job, Optional.of(figures), Optional.empty(), Optional.empty(), correct, "");
    }

    static BenchRow untimed(BenchJob job, String remark) {
        return new BenchRow(job, Optional.empty(), Optional.empty(), Optional.empty(), false, remark);
    }

    BenchRow withRatios(Optional<Double> toFloor, Optional<Double> toBestPeer) {
        return new BenchRow(job, figures, toFloor, toBestPeer, correct, remark);
    }

    /** CPU time per event, of a row that was timed. */
    Optional<Double> cost() {
        return figures.map(Figures::cpuNanosPerEvent);
    }
}
