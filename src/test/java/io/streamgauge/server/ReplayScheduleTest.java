package io.streamgauge.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.server.pace.Constant;
import io.streamgauge.server.pace.Distributions;
import io.streamgauge.server.pace.RecordedTimes;
import io.streamgauge.server.plan.EventIndex;
import io.streamgauge.server.words.WordsException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayScheduleTest {
    /** A comment, three events and a comment behind them. */
    private static final EventIndex INDEX = new EventIndex(new int[] {2, 10, 20, 30, 32}, new int[] {0, 1, 2, 3, 3});

    private static final int[] PER_BLOCK = {2, 10, 20, 30, 32};

    /** The head at 50 ms, bytes at 100, 130 and 170 ms. */
    private static final RecordedTiming TIMING =
            RecordedTiming.of(new long[] {50_000, 100_000, 130_000, 170_000}, new int[] {0, 10, 25, 32});

    private static long[] due(ReplaySchedule schedule, RecordedTiming timing, int... ends) {
        return DueTimes.of(schedule, source(INDEX, timing, 1), ends);
    }

    private static DueTimes.Source source(EventIndex index, RecordedTiming timing, long seed) {
        return new DueTimes.Source(
                index,
                timing,
                () -> {
                    throw new AssertionError("nobody asked for tokens");
                },
                RecordedTimes.NONE,
                RecordedTimes.NONE,
                seed);
    }

    private static long[] millis(double... millis) {
        return java.util.Arrays.stream(millis)
                .mapToLong(ms -> Math.round(ms * 1e6))
                .toArray();
    }

    @Test
    void recordedBytesAreDueWhenTheyCame() {
        assertArrayEquals(millis(100, 130, 170), due(ReplaySchedule.recorded(), TIMING, 10, 25, 32));
        assertArrayEquals(millis(100, 100, 130, 170, 170), due(ReplaySchedule.recorded(), TIMING, PER_BLOCK));
    }

    @Test
    void aSpeedFactorDividesAllRecordedTimes() {
        assertArrayEquals(millis(50, 65, 85), due(ReplaySchedule.recorded(2), TIMING, 10, 25, 32));
        assertArrayEquals(millis(1000, 1300, 1700), due(ReplaySchedule.recorded(0.1), TIMING, 10, 25, 32));
    }

    @Test
    void anotherTtftMovesAllAndKeepsTheGaps() {
        ReplaySchedule moved = ReplaySchedule.recorded(2).withTtft(TimeUnit.MILLISECONDS.toNanos(7));

        assertArrayEquals(millis(7, 22, 42), due(moved, TIMING, 10, 25, 32));
    }

    @Test
    void withoutTimingRecordedIsWithoutPauses() {
        assertArrayEquals(millis(0, 0), due(ReplaySchedule.recorded(), RecordedTiming.NONE, 10, 32));
        assertArrayEquals(
                millis(3, 3), due(ReplaySchedule.recorded().withTtft(3_000_000), RecordedTiming.NONE, 10, 32));
    }

    @Test
    void atARateEventsAreEvenlySpacedAndCommentsWaitForNoEventBehindThem() {
        assertArrayEquals(
                millis(0, 0, 10, 20, 20), due(ReplaySchedule.eventsPerSecond(100), RecordedTiming.NONE, PER_BLOCK));
        assertArrayEquals(
                millis(0, 5, 15, 25, 25),
                due(ReplaySchedule.eventsPerSecond(100).withTtft(5_000_000), RecordedTiming.NONE, PER_BLOCK));
    }

    @Test
    void aWriteIsDueWithTheEventOfItsLastByte() {
        assertArrayEquals(
                millis(0, 0, 10, 10, 20, 20),
                due(ReplaySchedule.eventsPerSecond(100), RecordedTiming.NONE, 1, 3, 11, 20, 21, 32));
    }

    @Test
    void unlimitedIsDueAtOnceOrAfterItsTtft() {
        assertArrayEquals(millis(0, 0, 0, 0, 0), due(ReplaySchedule.unlimited(), TIMING, PER_BLOCK));
        assertArrayEquals(
                millis(9, 9, 9, 9, 9), due(ReplaySchedule.unlimited().withTtft(9_000_000), TIMING, PER_BLOCK));
    }

    @Test
    void evenRatesDoNotDriftOverALongBody() {
        int events = 60_000;
        int[] ends = IntStream.rangeClosed(1, events).toArray();
        EventIndex index = new EventIndex(ends, ends);

        long[] due = DueTimes.of(ReplaySchedule.eventsPerSecond(30), source(index, RecordedTiming.NONE, 1), ends);

        for (int k = 0; k < events; k++) {
            assertEquals(Math.round(k * 1e9 / 30), due[k], "event " + k);
        }
    }

    @Test
    void gapsComeInFrontOfEveryEventButTheFirst() {
        ReplaySchedule gaps = ReplaySchedule.gaps(Distributions.parse("20ms"));

        assertArrayEquals(millis(0, 0, 20, 40, 40), due(gaps, TIMING, PER_BLOCK));
        assertArrayEquals(millis(0, 7, 27, 47, 47), due(gaps.withTtft(7_000_000), TIMING, PER_BLOCK));
    }

    @Test
    void aBurstIsDueAtOnce() {
        int[] ends = {1, 2, 3, 4, 5, 6, 7};
        EventIndex index = new EventIndex(ends, ends);
        ReplaySchedule gaps = ReplaySchedule.gaps(Distributions.parse("20ms")).withBurst(3);
        ReplaySchedule rate = ReplaySchedule.eventsPerSecond(100).withBurst(3);

        assertArrayEquals(
                millis(0, 0, 0, 20, 20, 20, 40), DueTimes.of(gaps, source(index, RecordedTiming.NONE, 1), ends));
        assertArrayEquals(
                millis(0, 0, 0, 30, 30, 30, 60), DueTimes.of(rate, source(index, RecordedTiming.NONE, 1), ends));
        assertThrows(WordsException.class, () -> ReplaySchedule.recorded().withBurst(2));
        assertThrows(WordsException.class, () -> ReplaySchedule.unlimited().withBurst(2));
        assertThrows(WordsException.class, () -> rate.withBurst(0));
        assertThrows(WordsException.class, () -> rate.withBurst(ReplaySchedule.MAX_BURST + 1));
    }

    @Test
    void jitterMakesEventsLateAndNeverAddsUp() {
        int events = 1_000;
        int[] ends = IntStream.rangeClosed(1, events).toArray();
        EventIndex index = new EventIndex(ends, ends);
        ReplaySchedule schedule =
                ReplaySchedule.eventsPerSecond(100).withJitter(Distributions.parse("uniform(0ms,4ms)"));
        long[] due = DueTimes.of(schedule, source(index, RecordedTiming.NONE, 1), ends);

        long most = 0;
        for (int k = 0; k < events; k++) {
            long late = due[k] - k * 10_000_000L;
            assertTrue(late >= 0 && late <= 4_000_000, "event " + k + " is late by " + late);
            most = Math.max(most, late);
        }
        assertTrue(most > 3_900_000, "the latest by " + most);
    }

    @Test
    void eventsThatAreHeldBackStayInOrder() {
        int[] ends = IntStream.rangeClosed(1, 1_000).toArray();
        EventIndex index = new EventIndex(ends, ends);
        ReplaySchedule schedule =
                ReplaySchedule.eventsPerSecond(1_000).withJitter(Distributions.parse("exponential(20ms)"));
        long[] due = DueTimes.of(schedule, source(index, RecordedTiming.NONE, 1), ends);

        for (int k = 1; k < due.length; k++) {
            assertTrue(due[k] >= due[k - 1]);
        }
    }

    @Test
    void drawnGapsAreThoseOfTheSeed() {
        int[] ends = IntStream.rangeClosed(1, 500).toArray();
        EventIndex index = new EventIndex(ends, ends);
        ReplaySchedule schedule = ReplaySchedule.gaps(Distributions.parse("lognormal(p50=20ms,p99=80ms)"));
        long[] due = DueTimes.of(schedule, source(index, RecordedTiming.NONE, 7), ends);

        assertTrue(schedule.isRandom());
        assertArrayEquals(due, DueTimes.of(schedule, source(index, RecordedTiming.NONE, 7), ends));
        assertFalse(Arrays.equals(due, DueTimes.of(schedule, source(index, RecordedTiming.NONE, 8), ends)));
        long[] later = DueTimes.of(schedule.withTtft(5_000_000), source(index, RecordedTiming.NONE, 7), ends);
        for (int k = 0; k < due.length; k++) {
            assertEquals(due[k] + 5_000_000, later[k], "another time to the first event shifts no draw");
        }
    }

    @Test
    void tokensTakeTheTimeThatTheyNeed() {
        ReplayBody body = new ReplayBody(TestRecordings.sized("data: [DONE]\n\n", 12, 8, 4, 24));
        try {
            int[] perEvent = IntStream.range(0, body.index().blocks())
                    .map(body.index()::end)
                    .toArray();
            long[] due = DueTimes.of(
                    ReplaySchedule.tokensPerSecond(100).withTtft(5_000_000), TestRecordings.source(body, 1), perEvent);

            // 48 bytes that are 12 tokens: 3, 2, 1 and 6 of them.
            assertArrayEquals(millis(5, 25, 35, 95, 95), due);
            assertEquals(12, body.tokens().total());
        } finally {
            body.release();
        }
    }

    @Test
    void everyProfileCanBePlayed() {
        int[] ends = IntStream.rangeClosed(1, 2_000).toArray();
        EventIndex index = new EventIndex(ends, ends);
        for (PaceProfile profile : PaceProfile.values()) {
            if (!(profile.schedule().pace() instanceof ReplaySchedule.Pace.TokensPerSecond)) {
                long[] due = DueTimes.of(profile.schedule(), source(index, RecordedTiming.NONE, 1), ends);
                assertTrue(due[1_999] > TimeUnit.SECONDS.toNanos(5), profile.word());
            }
        }
    }

    @Test
    void recordedGapsAreThoseBetweenReadsThatBroughtSomething() {
        RecordedTiming timing = RecordedTiming.of(new long[] {10, 50, 70, 90, 100}, new int[] {0, 10, 10, 25, 32});

        assertArrayEquals(new long[] {40_000, 10_000}, timing.gapsNanos());
        assertArrayEquals(new long[] {50_000}, timing.ttftNanos());
        assertEquals(0, RecordedTiming.NONE.gapsNanos().length);
        assertEquals(0, RecordedTiming.NONE.ttftNanos().length);
    }

    @Test
    void whatIsNotDueWithinAMonthIsDueThen() {
        ReplaySchedule slowest = ReplaySchedule.eventsPerSecond(ReplaySchedule.MIN_FACTOR);

        EventIndex index = new EventIndex(new int[] {32}, new int[] {100});
        assertEquals(
                ReplaySchedule.MAX_DUE_NANOS,
                DueTimes.of(slowest, source(index, RecordedTiming.NONE, 1), new int[] {32})[0]);
        assertEquals(
                ReplaySchedule.MAX_DUE_NANOS,
                due(
                        ReplaySchedule.recorded(ReplaySchedule.MIN_FACTOR),
                        RecordedTiming.of(new long[] {Long.MAX_VALUE / 1000}, new int[] {32}),
                        32)[0]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e-7, 1.1e9, Double.NaN, Double.POSITIVE_INFINITY})
    void factorsOutsideOfTheBoundsAreRefused(double factor) {
        assertThrows(IllegalArgumentException.class, () -> ReplaySchedule.recorded(factor));
        assertThrows(IllegalArgumentException.class, () -> ReplaySchedule.eventsPerSecond(factor));
    }

    @Test
    void theTimeToTheFirstEventHasBounds() {
        ReplaySchedule schedule = ReplaySchedule.unlimited();

        assertEquals(Optional.of(new Constant(0)), schedule.withTtft(0).ttft());
        assertEquals(
                Optional.of(new Constant(ReplaySchedule.MAX_TTFT_NANOS)),
                schedule.withTtft(ReplaySchedule.MAX_TTFT_NANOS).ttft());
        assertThrows(IllegalArgumentException.class, () -> schedule.withTtft(-1));
        assertThrows(IllegalArgumentException.class, () -> schedule.withTtft(ReplaySchedule.MAX_TTFT_NANOS + 1));
    }

    @Test
    void aTimingThatGoesBackIsNone() {
        assertThrows(IllegalArgumentException.class, () -> RecordedTiming.of(new long[] {2, 1}, new int[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> RecordedTiming.of(new long[] {1, 2}, new int[] {2, 1}));
        assertThrows(IllegalArgumentException.class, () -> RecordedTiming.of(new long[] {-1}, new int[] {2}));
        assertThrows(IllegalArgumentException.class, () -> RecordedTiming.of(new long[] {1}, new int[] {}));
    }
}
