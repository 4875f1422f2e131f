package io.streamgauge.server.pace;

import io.streamgauge.server.words.Quantities;

/** As the time until something that may happen at any moment. */
public record Exponential(long meanNanos) implements Distribution {
    @Override
    public double drawNanos(Chance chance, RecordedTimes recorded) {
        return meanNanos * chance.exponential();
    }

    @Override
    public String toString() {
        return "exponential(mean=" + Quantities.time(meanNanos) + ")";
    }
}
