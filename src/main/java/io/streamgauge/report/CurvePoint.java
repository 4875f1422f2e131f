package io.streamgauge.report;

/** One step of a distribution: {@code percentile} per cent of the values are at most {@code micros}. */
record CurvePoint(double percentile, double micros) {
    /** Farthest right a curve goes; beyond nine nines a percentile is the maximum. */
    private static final double MAX_NINES = 9;

    /** Position on the axis of nines: 0 at 0 %, 1 at 90 %, 2 at 99 % and so on. */
    double nines() {
        return Math.max(0, Math.min(MAX_NINES, -Math.log10(1 - percentile / 100)));
    }

    boolean isMaximum() {
        return percentile >= 100;
    }

    boolean drawable() {
        return Units.known(micros) && percentile >= 0 && percentile <= 100;
    }
}
