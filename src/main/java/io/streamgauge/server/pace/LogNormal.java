package io.streamgauge.server.pace;

import io.streamgauge.server.words.Quantities;
import io.streamgauge.server.words.WordsException;

/** Never below zero and with a long tail, as services' latencies have it; told by two of its percentiles. */
public record LogNormal(long p50Nanos, long p99Nanos) implements Distribution {
    /** The 99th percentile of the normal distribution, in standard deviations. */
    private static final double Z99 = 2.326347874040841;

    /** Checks that both are above zero and in order. */
    public LogNormal {
        if (p50Nanos <= 0 || p99Nanos < p50Nanos) {
            throw WordsException.expected("p50 to be above zero and p99 to be no less");
        }
    }

    @Override
    public double drawNanos(Chance chance, RecordedTimes recorded) {
        double deviations = chance.normal() / Z99;
        return p50Nanos * StrictMath.pow((double) p99Nanos / p50Nanos, deviations);
    }

    @Override
    public String toString() {
        return "lognormal(p50=" + Quantities.time(p50Nanos) + ",p99=" + Quantities.time(p99Nanos) + ")";
    }
}
