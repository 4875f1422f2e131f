package io.streamgauge.measure;

/**
 * A percentile with its 95 % interval from order statistics: the values at those ranks between which the true one lies
 * in 19 of 20 such runs.
 *
 * @param quantile 0.99 for the 99th percentile
 * @param nanos the value
 * @param lowNanos where the interval begins
 * @param highNanos where it ends
 */
public record Percentile(double quantile, long nanos, long lowNanos, long highNanos) {}
