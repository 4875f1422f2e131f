package io.streamgauge.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyDistributionTest {
    @ParameterizedTest
    @CsvSource({"0.5, 19, 20", "0.9, 99, 100", "0.99, 999, 1000", "0.999, 9999, 10000"})
    void aPercentileIsToldOnlyWithTenSamplesAboveIt(double quantile, int tooFew, int enough) {
        assertTrue(zigzag(tooFew).percentile(quantile).isEmpty());
        assertTrue(zigzag(enough).percentile(quantile).isPresent());
    }

    @Test
    void percentilesAreThoseOfTheSortedValues() {
        LatencyDistribution distribution = shuffled(100_000);

        for (double quantile : new double[] {0.5, 0.9, 0.99, 0.999}) {
            double exact = quantile * 100_000 * 1_000;
            assertEquals(exact, (double) distribution.nanosAt(quantile), exact / 1_000 + 1_024, "quantile " + quantile);
        }
        assertEquals(100_000_000, distribution.maxNanos());
        assertEquals(1_000, distribution.minNanos());
    }

    @Test
    void theIntervalHoldsTheTruthInNineteenOfTwentyRuns() {
        int held = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            LatencyDistribution run = new LatencyDistribution();
            for (int i = 0; i < 2_000; i++) {
                run.record((long) (random.nextDouble() * 1e8));
            }
            Percentile p90 = run.percentile(0.9).orElseThrow();
            held += p90.lowNanos() <= 90_000_000 && 90_000_000 <= p90.highNanos() ? 1 : 0;
        }
        assertTrue(held >= 930 && held <= 975, "held in " + held + " of 1000 runs");
    }

    @Test
    void valuesThatResembleTheirNeighboursCountForLess() {
        LatencyDistribution inSpells = new LatencyDistribution();
        LatencyDistribution atRandom = new LatencyDistribution();
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            long value = 1_000_000L + random.nextInt(1_000_000);
            for (int repeat = 0; repeat < 10; repeat++) {
                inSpells.record(value);
                atRandom.record(1_000_000L + random.nextInt(1_000_000));
            }
        }
        assertEquals(0.9, inSpells.lag1Correlation(), 0.01);
        assertEquals(10_000 * 0.1 / 1.9, inSpells.effectiveCount(), 60);
        assertEquals(10_000, atRandom.effectiveCount(), 400);
    }

    @Test
    void recordingTimesOverIsRecordingOneByOne() {
        LatencyDistribution together = new LatencyDistribution();
        LatencyDistribution single = new LatencyDistribution();
        for (int value : new int[] {5_000_000, 2_000_000, 9_000_000}) {
            together.record(value, 4);
            for (int i = 0; i < 4; i++) {
                single.record(value);
            }
        }
        assertEquals(single.lag1Correlation(), together.lag1Correlation(), 1e-9);
        assertEquals(single.count(), together.count());
        assertEquals(single.meanNanos(), together.meanNanos(), 1e-6);
    }

    /** Two runs joined: every pair within a run, none across. */
    @Test
    void addedRunsKeepTheirOwnNeighbours() {
        long[] first = {4_000_000, 5_000_000, 7_000_000, 1_000_000};
        long[] second = {9_000_000, 9_500_000, 3_000_000};
        LatencyDistribution sum = of(first);
        sum.add(of(second));

        double meanLog = 0;
        for (long value : new long[] {4_000_000, 5_000_000, 7_000_000, 1_000_000, 9_000_000, 9_500_000, 3_000_000}) {
            meanLog += log(value) / 7;
        }
        double covariance = 0;
        double variance = 0;
        for (long[] run : new long[][] {first, second}) {
            for (int i = 0; i < run.length; i++) {
                double distance = log(run[i]) - meanLog;
                variance += distance * distance;
                covariance += i == 0 ? 0 : distance * (log(run[i - 1]) - meanLog);
            }
        }
        assertEquals(7, sum.count());
        assertEquals(38.5e6 / 7, sum.meanNanos(), 1);
        assertEquals(covariance / variance, sum.lag1Correlation(), 1e-9);
    }

    private static double log(long nanos) {
        return Math.log1p(nanos / 1e3);
    }

    @Test
    void aValueBeyondTheRangeIsRecordedAtItsEdgeAndKeptAsMaximum() {
        LatencyDistribution distribution = of(new long[] {-5_000, LatencyDistribution.HIGHEST_NANOS * 2});

        assertEquals(-5_000, distribution.minNanos());
        assertEquals(LatencyDistribution.HIGHEST_NANOS * 2, distribution.maxNanos());
        assertEquals(3_600, distribution.nanosAt(1) / 1e9, 3.6);
        assertEquals(0, distribution.nanosAt(0.25));
    }

    @Test
    void nothingRecordedIsNothingTold() {
        LatencyDistribution empty = new LatencyDistribution();
        empty.add(new LatencyDistribution());

        assertEquals(0, empty.count());
        assertTrue(empty.percentile(0.5).isEmpty());
        assertFalse(Double.isNaN(empty.effectiveCount()));
        assertEquals(0, empty.maxNanos());
    }

    @Test
    void theEncodingIsReadByOthers() throws Exception {
        LatencyDistribution distribution = shuffled(1_000);

        Histogram read =
                Histogram.decodeFromCompressedByteBuffer(java.nio.ByteBuffer.wrap(distribution.encode()), 1_000);

        assertEquals(1_000, read.getTotalCount());
        assertEquals(distribution.nanosAt(0.5), read.getValueAtPercentile(50));
    }

    @Test
    void theCurveEndsAtTheMaximum() {
        var curve = shuffled(10_000).curve();

        assertEquals(1, curve.get(curve.size() - 1).quantile());
        assertEquals(10_000_000, curve.get(curve.size() - 1).nanos());
        assertTrue(curve.size() > 30);
    }

    /** 1 µs, 2 µs, ... in an order without neighbourhood. */
    private static LatencyDistribution shuffled(int count) {
        long[] values = new long[count];
        Arrays.setAll(values, i -> (i + 1) * 1_000L);
        Random random = new Random(3);
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            long swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
        return of(values);
    }

    /** 1 µs and the largest, 2 µs and the second largest, ...: no value resembles its neighbour. */
    private static LatencyDistribution zigzag(int count) {
        long[] values = new long[count];
        Arrays.setAll(values, i -> (i % 2 == 0 ? i / 2 + 1L : count - i / 2L) * 1_000);
        return of(values);
    }

    private static LatencyDistribution of(long[] values) {
        LatencyDistribution distribution = new LatencyDistribution();
        for (long value : values) {
            distribution.record(value);
        }
        return distribution;
    }
}
