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

    /** The share of a loop's time that may go into waiting awake: a tenth. */
    static final double MAX_SPIN_SHARE = 0.1;

    /** Time to wait awake that was not used is saved up to this: 10 ms. */
    static final long MAX_SPIN_SAVED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final EventLoop loop;
    private final NanoClock clock;
    private final long spinNanos;
    private final DeadlineQueue timers = new DeadlineQueue(this::firstIsEarlier);
    private final Runnable wakeUp = this::wakeUp;

    private @Nullable Future<?> pendingWakeUp;
    private boolean awake;
    private long spinSavedNanos;
    private long spinSavedAtNanos;

    /**
     * Makes the scheduler of one loop.
     *
     * @param spinNanos how long before a deadline the loop wakes up to wait awake, 0 for not at all; it does so only
     *     for {@link #MAX_SPIN_SHARE} of its time
     */
    EventLoopScheduler(EventLoop loop, NanoClock clock, long spinNanos) {
        this.loop = loop;
        this.clock = clock;
        this.spinNanos = spinNanos;
        spinSavedAtNanos = clock.nanoTime();
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
            long now = clock.nanoTime();
            long aheadNanos = saveSpin(now) >= spinNanos ? spinNanos : 0;
            long delayNanos = Math.max(0, timers.firstDeadlineNanos() - now - aheadNanos);
            pendingWakeUp = loop.schedule(wakeUp, delayNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void wakeUp() {
        pendingWakeUp = null;
        awake = true;
        try {
            spinToFirst();
            // No more than were armed before: one that is armed anew while it runs has its next turn in the next.
            int left = Math.min(timers.size(), MAX_TIMERS_PER_TURN);
            while (left > 0 && runFirstIfDue()) {
                left--;
            }
        } finally {
            awake = false;
            askForWakeUp();
        }
    }

    /**
     * Waking up takes a sleeping thread tens of microseconds; a thread that waits awake for the last of them is on
     * time.
     */
    private void spinToFirst() {
        long start = clock.nanoTime();
        long now = start;
        while (!timers.isEmpty() && isAhead(timers.firstDeadlineNanos() - now)) {
            Thread.onSpinWait();
            now = clock.nanoTime();
        }
        spinSavedNanos -= now - start;
    }

    private boolean isAhead(long nanos) {
        return nanos > 0 && nanos <= spinNanos;
    }

    private long saveSpin(long now) {
        long earned = (long) ((now - spinSavedAtNanos) * MAX_SPIN_SHARE);
        spinSavedAtNanos = now;
        spinSavedNanos = Math.min(spinSavedNanos + earned, MAX_SPIN_SAVED_NANOS);
        return spinSavedNanos;
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
