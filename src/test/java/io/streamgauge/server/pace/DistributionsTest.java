package io.streamgauge.server.pace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.server.words.WordsException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionsTest {
    private static final int DRAWS = 100_000;

    private static double[] sortedMillis(String words, long seed) {
        Distribution distribution = Distributions.parse(words);
        Chance chance = new Chance(seed, 1);
        double[] draws = DoubleStream.generate(() -> distribution.drawNanos(chance, RecordedTimes.NONE) / 1e6)
                .limit(DRAWS)
                .toArray();
        Arrays.sort(draws);
        return draws;
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20ms | 20 | 20 | 20",
                "constant(20ms) | 20 | 20 | 20",
                "uniform(min=10ms,max=30ms) | 10.2 | 20 | 29.8",
                "normal(mean=20ms,sd=2ms) | 15.35 | 20 | 24.65",
                "lognormal(p50=20ms,p99=80ms) | 5 | 20 | 80",
                "exponential(mean=20ms) | 0.2 | 13.86 | 92.1",
                "bimodal(usual=10ms,rare=28ms,p=0.1) | 10 | 10 | 28"
            })
    void drawsHaveThePercentilesThatTheWordsSay(String words, double p1, double p50, double p99) {
        double[] draws = sortedMillis(words, 7);

        assertEquals(p1, percentile(draws, 0.01), Math.max(0.1, p1 * 0.04), "1st percentile");
        assertEquals(p50, percentile(draws, 0.5), Math.max(0.1, p50 * 0.03), "median");
        assertEquals(p99, percentile(draws, 0.99), p99 * 0.05, "99th percentile");
    }

    @Test
    void oneSeedGivesOneRowAndTheRowsOfAStreamDoNotDependOnEachOther() {
        assertArrayEquals(sortedMillis("normal(20ms,2ms)", 1), sortedMillis("normal(20ms,2ms)", 1));
        assertFalse(Arrays.equals(sortedMillis("normal(20ms,2ms)", 1), sortedMillis("normal(20ms,2ms)", 2)));
        assertNotEquals(new Chance(1, 1).uniform(), new Chance(1, 2).uniform());
    }

    @Test
    void theDrawsOfASeedAreTheSameOnEveryMachine() {
        Chance chance = new Chance(42, 3);

        assertEquals("0.19929", String.format(java.util.Locale.ROOT, "%.5f", chance.uniform()));
    }

    @Test
    void recordedTimesAreDrawnAndAllOfThem() {
        long[] recorded = {5_000_000, 7_000_000, 9_000_000};
        RecordedTimes times = name -> name.equals("openai/chat") ? recorded : new long[0];
        Distribution empirical = Distributions.parse("empirical(openai/chat)");
        Chance chance = new Chance(1, 1);
        double[] distinct = DoubleStream.generate(() -> empirical.drawNanos(chance, times))
                .limit(1_000)
                .distinct()
                .sorted()
                .toArray();

        assertArrayEquals(new double[] {5e6, 7e6, 9e6}, distinct);
        WordsException told = assertThrows(
                WordsException.class,
                () -> Distributions.parse("empirical(none)").drawNanos(chance, times));
        assertTrue(told.getMessage().contains("to find none among the recordings"), told.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20ms",
                "1.5s",
                "uniform(min=0ms,max=5ms)",
                "normal(mean=32ms,sd=600us)",
                "lognormal(p50=7.3ms,p99=15.1ms)",
                "exponential(mean=20ms)",
                "bimodal(usual=normal(mean=9.5ms,sd=500us),rare=30ms,p=0.08)",
                "empirical",
                "empirical(openai/chat-prose)"
            })
    void theWordsOfADistributionAreReadBack(String words) {
        assertEquals(
                Distributions.parse(words),
                Distributions.parse(Distributions.parse(words).toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soon | a time such as 20ms, constant(20ms), uniform",
                "gauss(1ms,2ms) | a time such as 20ms, constant(20ms), uniform",
                "lognormal(p50=20ms) | lognormal(p50=20ms,p99=80ms)",
                "lognormal(p50=soon,p99=1s) | p50 to be a time such as 250ms",
                "lognormal(p50=20ms,p99=80ms,p999=1s) | lognormal(p50=20ms,p99=80ms) without 'p999=1s'",
                "lognormal(p50=80ms,p99=20ms) | p50 to be above zero and p99 to be no less",
                "uniform(30ms,10ms) | min to be no more than max",
                "bimodal(1ms,2ms,p=2) | p to be a number from 0 to 1",
                "bimodal(1ms,normal(x),p=1) | rare to be mean to be a time",
                "20ms@event=5 | a time such as 20ms, constant(20ms), uniform"
            })
    void whatCannotBeReadIsToldByWhatWasExpected(String words, String expected) {
        WordsException told = assertThrows(WordsException.class, () -> Distributions.parse(words));

        assertTrue(told.getMessage().startsWith("expected " + expected), told.getMessage());
    }

    @Test
    void onlyAConstantIsNoChance() {
        assertFalse(Distributions.parse("20ms").isRandom());
        assertTrue(Distributions.parse("exponential(20ms)").isRandom());
    }
}
