package io.streamgauge.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManualTimeTest {
    private final List<Long> ranAt = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000, Long.MAX_VALUE - 15, Long.MIN_VALUE})
    void timersRunAtTheirExactInstantsWhereverTheClockStarts(long start) {
        ManualTime time = new ManualTime(start);
        time.newTimer(() -> ranAt.add(time.nanoTime() - start)).armAt(start + 10);
        time.newTimer(() -> ranAt.add(time.nanoTime() - start)).armAt(start + 20);

        time.advance(15);
        assertEquals(List.of(10L), ranAt);
        time.advance(5);
        assertEquals(List.of(10L, 20L), ranAt);
        assertEquals(20, time.nanoTime() - start);
    }

    @Test
    void timersArmedOnTheWayRunOnTheWay() {
        ManualTime time = new ManualTime();
        Timer second = time.newTimer(() -> ranAt.add(time.nanoTime()));
        time.newTimer(() -> second.armAt(12)).armAt(10);

        time.advance(100);

        assertEquals(List.of(12L), ranAt);
    }

    @Test
    void aTimerForThePastRunsNowAndNeverTurnsTheClockBack() {
        ManualTime time = new ManualTime(50);
        time.newTimer(() -> ranAt.add(time.nanoTime())).armAt(10);

        assertTrue(ranAt.isEmpty(), "not within arming");
        time.advance(0);

        assertEquals(List.of(50L), ranAt);
    }

    @Test
    void aStallRunsTimersLate() {
        ManualTime time = new ManualTime();
        time.newTimer(() -> ranAt.add(time.nanoTime())).armAt(10);
        time.newTimer(() -> ranAt.add(time.nanoTime())).armAt(20);

        time.stall(35);

        assertEquals(List.of(35L, 35L), ranAt);
    }

    @Test
    void theNextTimerCanBeReachedWithoutKnowingWhenItIs() {
        ManualTime time = new ManualTime();
        time.newTimer(() -> ranAt.add(time.nanoTime())).armAt(7);

        assertTrue(time.advanceToNextTimer());
        assertFalse(time.advanceToNextTimer());
        assertEquals(List.of(7L), ranAt);
    }

    @Test
    void timeDoesNotRunBackwards() {
        assertThrows(IllegalArgumentException.class, () -> new ManualTime().advance(-1));
        assertThrows(IllegalArgumentException.class, () -> new ManualTime().stall(-1));
    }
}
