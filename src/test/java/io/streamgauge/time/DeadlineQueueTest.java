package io.streamgauge.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineQueueTest {
    private final List<String> ran = new ArrayList<>();
    private final List<Long> earlierFirsts = new ArrayList<>();
    private final DeadlineQueue queue = new DeadlineQueue(this::noteFirst);

    private void noteFirst() {
        earlierFirsts.add(queue.firstDeadlineNanos());
    }

    private Timer timer(String name) {
        return queue.newTimer(() -> ran.add(name));
    }

    private void runAllDueAt(long nowNanos) {
        while (queue.runFirstIfDue(nowNanos)) {
            assertFalse(ran.isEmpty());
        }
    }

    @Test
    void timersRunInTheOrderOfTheirDeadlines() {
        timer("c").armAt(30);
        timer("a").armAt(10);
        timer("b").armAt(20);

        runAllDueAt(100);

        assertEquals(List.of("a", "b", "c"), ran);
    }

    @Test
    void oneDeadlineKeepsTheOrderOfArming() {
        for (int i = 0; i < 9; i++) {
            timer("t" + i).armAt(5);
        }

        runAllDueAt(5);

        assertEquals(List.of("t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8"), ran);
    }

    @Test
    void aTimerRunsAtItsInstantAndNotBefore() {
        timer("a").armAt(10);

        assertFalse(queue.runFirstIfDue(9));
        assertTrue(queue.runFirstIfDue(10));
        assertFalse(queue.runFirstIfDue(11), "only once");
    }

    @Test
    void armingAgainMovesTheInstantBothWays() {
        Timer a = timer("a");
        timer("b").armAt(20);
        a.armAt(10);
        a.armAt(30);
        runAllDueAt(25);
        assertEquals(List.of("b"), ran);

        a.armAt(5);
        assertEquals(5, queue.firstDeadlineNanos());
    }

    @Test
    void aDisarmedTimerDoesNotRun() {
        Timer a = timer("a");
        a.armAt(10);
        assertTrue(a.isArmed());
        a.disarm();
        a.disarm();

        assertFalse(a.isArmed());
        assertTrue(queue.isEmpty());
        assertThrows(IllegalStateException.class, queue::firstDeadlineNanos);
    }

    @Test
    void aTimerMayArmItselfWhileItRuns() {
        Timer[] self = new Timer[1];
        self[0] = queue.newTimer(() -> {
            ran.add("tick");
            assertFalse(self[0].isArmed());
            self[0].armAt(20);
        });
        self[0].armAt(10);

        runAllDueAt(10);

        assertEquals(List.of("tick"), ran);
        assertEquals(20, queue.firstDeadlineNanos());
    }

    @Test
    void onlyAnEarlierFirstIsReported() {
        Timer a = timer("a");
        a.armAt(10);
        timer("b").armAt(20);
        timer("c").armAt(5);
        a.armAt(4);
        a.armAt(30);

        assertEquals(List.of(10L, 5L, 4L), earlierFirsts);
    }

    @Test
    void instantsMayWrap() {
        timer("late").armAt(Long.MAX_VALUE + 10);
        timer("early").armAt(Long.MAX_VALUE - 10);

        runAllDueAt(Long.MAX_VALUE);
        assertEquals(List.of("early"), ran);
        runAllDueAt(Long.MIN_VALUE + 100);
        assertEquals(List.of("early", "late"), ran);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyMixOfArmingMovingAndDisarmingRunsWhatIsLeftInOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        record Named(String name, Timer timer) {}
        List<Named> timers = new ArrayList<>();
        long[] deadlines = new long[200];
        for (int i = 0; i < deadlines.length; i++) {
            timers.add(new Named("t" + i, timer("t" + i)));
        }
        for (int step = 0; step < 2_000; step++) {
            int i = random.nextInt(deadlines.length);
            if (random.nextInt(3) == 0) {
                timers.get(i).timer().disarm();
            } else {
                // Never the same deadline twice, so that the expected order is plain.
                deadlines[i] = random.nextInt(1_000_000) * 2_000L + step;
                timers.get(i).timer().armAt(deadlines[i]);
            }
        }
        List<String> expected = timers.stream()
                .filter(named -> named.timer().isArmed())
                .sorted(Comparator.comparingLong(named -> deadlines[timers.indexOf(named)]))
                .map(Named::name)
                .toList();
        assertEquals(expected.size(), queue.size());

        runAllDueAt(Long.MAX_VALUE / 2);

        assertEquals(expected, ran, "seed " + seed);
    }
}
