package io.streamgauge.measure;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Latencies of one metric: a histogram with three significant digits from 1 µs to 1 h, and how much each value tells
 * about the next.
 *
 * <p>Latencies come in spells, so a thousand of them in a row say less than a thousand taken at random. The lag-1
 * autocorrelation of their logarithms, in the order of recording, turns the count into an effective count, on which
 * intervals and the rule of what may be printed rest; logarithms, because one long stall must not decide alone. One
 * thread; about 190 kB.
 */
public final class LatencyDistribution {
    /** Values above are recorded as this. */
    public static final long HIGHEST_NANOS = 3_600_000_000_000L;

    /** A percentile is told only if this many effective samples lie above it. */
    public static final int MIN_SAMPLES_ABOVE = 10;

    private static final long LOWEST_DISCERNIBLE_NANOS = 1_000;
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NORMAL_97_5 = 1.959964;
    private static final int CURVE_STEPS_PER_HALVING = 5;

    private final Histogram histogram = new Histogram(LOWEST_DISCERNIBLE_NANOS, HIGHEST_NANOS, SIGNIFICANT_DIGITS);
    private long minNanos = Long.MAX_VALUE;
    private long maxNanos = Long.MIN_VALUE;

    private double sumMicros;

    // Sums over runs of logarithms: enough for variance and lag-1 covariance, and they add up.
    private double sum;
    private double squares;
    private double products;
    private double edges;
    private long pairs;
    private double lastOfRun;

    /** Records one value. Negative ones count as zero, and show in {@link #minNanos()}. */
    public void record(long nanos) {
        record(nanos, 1);
    }

    /** Records the same value {@code times} times. */
    public void record(long nanos, long times) {
        histogram.recordValueWithCount(Math.min(Math.max(nanos, 0), HIGHEST_NANOS), times);
        minNanos = Math.min(minNanos, nanos);
        maxNanos = Math.max(maxNanos, nanos);
        sumMicros += nanos / 1e3 * times;
        double value = Math.log1p(Math.max(nanos, 0) / 1e3);
        boolean first = count() == times;
        sum += value * times;
        squares += value * value * times;
        products += (first ? 0 : lastOfRun * value) + value * value * (times - 1);
        edges += first ? 2 * value : value - lastOfRun;
        pairs += first ? times - 1 : times;
        lastOfRun = value;
    }

    /** Adds what another thread recorded; its values count as a run of their own. */
    public void add(LatencyDistribution other) {
        if (other.count() == 0) {
            return;
        }
        histogram.add(other.histogram);
        minNanos = Math.min(minNanos, other.minNanos);
        maxNanos = Math.max(maxNanos, other.maxNanos);
        sumMicros += other.sumMicros;
        sum += other.sum;
        squares += other.squares;
        products += other.products;
        edges += other.edges;
        pairs += other.pairs;
        lastOfRun = other.lastOfRun;
    }

    /** How many values were recorded. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** How many independent values would tell as much, at least 1 and at most {@link #count()}. */
    public double effectiveCount() {
        double correlation = lag1Correlation();
        return correlation <= 0 ? count() : Math.max(1, count() * (1 - correlation) / (1 + correlation));
    }

    /** Of each value's logarithm with the next one's, from -1 to 1; 0 when all values are the same. */
    double lag1Correlation() {
        double mean = sum / Math.max(count(), 1);
        double variance = squares - mean * sum;
        double covariance = products - mean * (2 * sum - edges) + pairs * mean * mean;
        boolean isFlat = variance <= 1e-12 * squares;
        return isFlat ? 0 : Math.max(-1, Math.min(covariance / variance, 1));
    }

    /** The smallest value, exactly; 0 when there is none. */
    public long minNanos() {
        return count() == 0 ? 0 : minNanos;
    }

    /** The largest value, exactly; 0 when there is none. */
    public long maxNanos() {
        return count() == 0 ? 0 : maxNanos;
    }

    /** The mean; 0 when there is no value. */
    public double meanNanos() {
        return count() == 0 ? 0 : sumMicros * 1e3 / count();
    }

    /** The value at {@code quantile}, however few samples there are; what is below a microsecond is 0. */
    public long nanosAt(double quantile) {
        long nanos = histogram.getValueAtPercentile(quantile * 100);
        return nanos < LOWEST_DISCERNIBLE_NANOS ? 0 : Math.min(nanos, Math.max(maxNanos(), 0));
    }

    /**
     * The value at {@code quantile} with its interval, or nothing when fewer than {@value #MIN_SAMPLES_ABOVE} effective
     * samples lie above it.
     */
    public Optional<Percentile> percentile(double quantile) {
        double samples = effectiveCount();
        if (count() == 0 || (1 - quantile) * samples < MIN_SAMPLES_ABOVE - 1e-9) {
            return Optional.empty();
        }
        // How many of n samples lie below the true quantile is binomial; at these counts the normal law stands for it.
        double spread = NORMAL_97_5 * Math.sqrt(quantile * (1 - quantile) / samples);
        return Optional.of(new Percentile(
                quantile,
                nanosAt(quantile),
                nanosAt(Math.max(quantile - spread, 0)),
                nanosAt(Math.min(quantile + spread, 1))));
    }

    /** The whole distribution as quantiles that come closer and closer to 1. */
    public List<CurvePoint> curve() {
        List<CurvePoint> points = new ArrayList<>();
        for (HistogramIterationValue step : histogram.percentiles(CURVE_STEPS_PER_HALVING)) {
            long nanos = Math.min(step.getValueIteratedTo(), Math.max(maxNanos(), 0));
            points.add(new CurvePoint(step.getPercentileLevelIteratedTo() / 100, nanos));
        }
        return points;
    }

    /**
     * One point of a distribution.
     *
     * @param quantile the share of values at or below
     * @param nanos the value
     */
    public record CurvePoint(double quantile, long nanos) {}

    /**
     * The histogram in HdrHistogram's compressed V2 encoding, which other tools read as well; values in nanoseconds.
     */
    public byte[] encode() {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        byte[] encoded = new byte[length];
        buffer.flip().get(encoded);
        return encoded;
    }
}
