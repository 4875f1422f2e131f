package io.streamgauge.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    private final EventLoopScheduler scheduler = new EventLoopScheduler(channel.eventLoop(), ticker::nanoTime);
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
}
