package io.streamgauge.server.pace;

import io.streamgauge.server.words.Quantities;

/** Always the same time. */
public record Constant(long nanos) implements Distribution {
    @Override
    public double drawNanos(Chance chance, RecordedTimes recorded) {
        return nanos;
    }

    @Override
    public boolean isRandom() {
        return false;
    }

    @Override
    public String toString() {
        return Quantities.time(nanos);
    }
}
