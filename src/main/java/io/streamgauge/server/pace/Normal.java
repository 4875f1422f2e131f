package io.streamgauge.server.pace;

import io.streamgauge.server.words.Quantities;

/** Around a mean, symmetrically; what falls below zero counts as zero. */
public record Normal(long meanNanos, long deviationNanos) implements Distribution {
    @Override
    public double drawNanos(Chance chance, RecordedTimes recorded) {
        return meanNanos + deviationNanos * chance.normal();
    }

    @Override
    public String toString() {
        return "normal(mean=" + Quantities.time(meanNanos) + ",sd=" + Quantities.time(deviationNanos) + ")";
    }
}
