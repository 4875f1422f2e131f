package io.streamgauge.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import io.streamgauge.time.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EventLoopSchedulerTest {
    private final MockTicker ticker = Ticker.newMockTicker();
    private final EmbeddedChannel channel =
            EmbeddedChannel.builder().ticker(ticker).build();
    private final EventLoopScheduler scheduler = new EventLoopScheduler(channel.eventLoop(), ticker::nanoTime, 0);
    private final List<String> ran = new ArrayList<>();

    private Timer timer(String name) {
        return scheduler.newTimer(() -> ran.add(name + "@" + ticker.nanoTime()));
    }

    private void passNanos(long nanos) {
        ticker.advance(nanos, TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void oneWakeUpRunsAllThatIsDue() {
        timer("b").armAt(20);
        timer("a").armAt(10);
        timer("c").armAt(30);

        passNanos(9);
        assertEquals(List.of(), ran);
        passNanos(16);
        assertEquals(List.of("a@25", "b@25"), ran);
        passNanos(5);
        assertEquals(List.of("a@25", "b@25", "c@30"), ran);
    }

    @Test
    void aTimerMayArmItselfForItsNextDeadline() {
        Timer[] self = new Timer[1];
        self[0] = scheduler.newTimer(() -> {
            ran.add("tick@" + ticker.nanoTime());
            self[0].armAt(10L * (ran.size() + 1));
        });
        self[0].armAt(10);

        passNanos(10);
        passNanos(10);
        passNanos(15);
        assertEquals(List.of("tick@10", "tick@20", "tick@35"), ran);
        passNanos(5);
        assertEquals(
                List.of("tick@10", "tick@20", "tick@35", "tick@40"), ran, "the deadline, not 10 after the late one");
    }

    @Test
    void aDisarmedTimerDoesNotRunThoughTheLoopWakes() {
        Timer a = timer("a");
        a.armAt(10);
        timer("b").armAt(20);
        a.disarm();

        passNanos(20);

        assertEquals(List.of("b@20"), ran);
    }

    @Test
    void aTimerForThePastRunsSoonAndNotWithinArming() {
        ticker.advance(100, TimeUnit.NANOSECONDS);
        timer("a").armAt(10);
        assertEquals(List.of(), ran);

        passNanos(0);

        assertEquals(List.of("a@100"), ran);
    }

    @Test
    void aTimerThatFailsDoesNotStopTheOthers() {
        scheduler
                .newTimer(() -> {
                    throw new IllegalStateException("planted");
                })
                .armAt(10);
        timer("b").armAt(10);
        timer("c").armAt(20);

        passNanos(10);
        passNanos(10);

        assertEquals(List.of("b@10", "c@20"), ran);
    }

    @Test
    void manyTimersThatAreDueLetOtherWorkHaveItsTurn() {
        int many = EventLoopScheduler.MAX_TIMERS_PER_TURN + 10;
        for (int i = 0; i < many; i++) {
            timer("t").armAt(1);
        }
        var unused = channel.eventLoop().schedule(() -> ran.add("other work"), 1, TimeUnit.NANOSECONDS);

        passNanos(1);

        assertEquals(many + 1, ran.size());
        assertEquals(EventLoopScheduler.MAX_TIMERS_PER_TURN, ran.indexOf("other work"));
    }

    @Test
    void aTimerThatIsAlwaysDueLetsOtherWorkHaveItsTurn() {
        Timer[] self = new Timer[1];
        self[0] = scheduler.newTimer(() -> {
            ran.add("tick");
            if (ran.size() < 10) {
                self[0].armAt(0);
            }
        });
        self[0].armAt(1);
        var unused = channel.eventLoop().schedule(() -> ran.add("other work"), 1, TimeUnit.NANOSECONDS);

        passNanos(1);

        assertEquals(1, ran.indexOf("other work"));
        assertEquals(10, ran.size());
    }

    /** A clock that goes on by itself, a little with every look at it, as real ones do. */
    private EventLoopScheduler spinning(long spinNanos, long[] looks) {
        return new EventLoopScheduler(channel.eventLoop(), () -> ticker.nanoTime() + looks[0]++, spinNanos);
    }

    @Test
    void aLoopThatMaySpinWakesUpAheadAndRunsNothingBeforeItsTime() {
        long[] looks = new long[1];
        EventLoopScheduler spinning = spinning(1_000, looks);
        ticker.advance(20_000, TimeUnit.NANOSECONDS);
        List<Long> late = new ArrayList<>();
        long deadline = 50_000;
        spinning.newTimer(() -> late.add(ticker.nanoTime() + looks[0] - deadline))
                .armAt(deadline);

        passNanos(28_900);
        assertEquals(List.of(), late, "not yet awake");
        passNanos(200);

        assertEquals(1, late.size());
        assertTrue(late.get(0) >= 0 && late.get(0) < 10, "late by " + late.get(0));
        assertTrue(looks[0] > 500, "it was waited for awake");
    }

    @Test
    void onlyATenthOfTheTimeIsSpentSpinning() {
        long[] looks = new long[1];
        EventLoopScheduler spinning = spinning(1_000, looks);
        Timer[] timer = new Timer[1];
        // A deadline every 1,100 ns, which always has less than the time to spin ahead of it.
        timer[0] = spinning.newTimer(() -> timer[0].armAt(ticker.nanoTime() + looks[0] + 1_100));
        timer[0].armAt(0);

        for (int i = 0; i < 1_000_000; i += 100) {
            passNanos(100);
        }

        assertTrue(looks[0] > 50_000 && looks[0] < 130_000, looks[0] + " looks at the clock");
    }
}
