package io.streamgauge.server.pace;

import io.streamgauge.server.words.Quantities;
import io.streamgauge.server.words.WordsException;

/** As likely any time between two. */
public record Uniform(long minNanos, long maxNanos) implements Distribution {
    /** Checks their order. */
    public Uniform {
        if (minNanos > maxNanos) {
            throw WordsException.expected("min to be no more than max");
        }
    }

    @Override
    public double drawNanos(Chance chance, RecordedTimes recorded) {
        return minNanos + chance.uniform() * (maxNanos - minNanos);
    }

    @Override
    public String toString() {
        return "uniform(min=" + Quantities.time(minNanos) + ",max=" + Quantities.time(maxNanos) + ")";
    }
}
