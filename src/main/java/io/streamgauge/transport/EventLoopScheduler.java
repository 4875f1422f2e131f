package io.streamgauge.transport;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.streamgauge.time.DeadlineQueue;
import io.streamgauge.time.NanoClock;
import io.streamgauge.time.Scheduler;
import io.streamgauge.time.Timer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All timers of one event loop, behind one wake-up.
 *
 * <p>A thousand streams that wait for their next event keep a thousand entries in a {@link DeadlineQueue} and one task
 * at Netty: the wake-up for the earliest. One wake-up runs everything that is due by then, so that the cost of waking
 * is shared when deadlines stand close. Only the thread of the loop may use it.
 */
public final class EventLoopScheduler implements Scheduler {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoopScheduler.class);

    /** So many timers run before the loop looks at its sockets again. */
    static final int MAX_TIMERS_PER_TURN = 256;

    private final EventLoop loop;
    private final NanoClock clock;
    private final DeadlineQueue timers = new DeadlineQueue(this::firstIsEarlier);
    private final Runnable wakeUp = this::wakeUp;

    private @Nullable Future<?> pendingWakeUp;
    private boolean awake;

    EventLoopScheduler(EventLoop loop, NanoClock clock) {
        this.loop = loop;
        this.clock = clock;
    }

    @Override
    public NanoClock clock() {
        return clock;
    }

    @Override
    public Timer newTimer(Runnable task) {
        return timers.newTimer(task);
    }

    /** While awake nothing needs to be asked for: the turn ends with asking for what is first then. */
    private void firstIsEarlier() {
        if (!awake) {
            askForWakeUp();
        }
    }

    private void askForWakeUp() {
        if (pendingWakeUp != null) {
            pendingWakeUp.cancel(false);
            pendingWakeUp = null;
        }
        if (!timers.isEmpty()) {
            long delayNanos = Math.max(0, timers.firstDeadlineNanos() - clock.nanoTime());
            pendingWakeUp = loop.schedule(wakeUp, delayNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void wakeUp() {
        pendingWakeUp = null;
        awake = true;
        try {
            int left = MAX_TIMERS_PER_TURN;
            while (left > 0 && runFirstIfDue()) {
                left--;
            }
        } finally {
            awake = false;
            askForWakeUp();
        }
    }

    /** One stream's failure must not stop the others. */
    private boolean runFirstIfDue() {
        try {
            return timers.runFirstIfDue(clock.nanoTime());
        } catch (RuntimeException e) {
            LOG.error("a timer of {} failed", loop, e);
            return true;
        }
    }
}
