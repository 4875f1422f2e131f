package io.streamgauge.load;

import io.streamgauge.time.Scheduler;
import io.streamgauge.time.Timer;
import java.util.concurrent.atomic.AtomicLong;

/** A worker's share of users, each asking again when they have had their answer and thought about it. */
final class ClosedPacer implements Pacer {
    /** Whoever was refused waits at least as long before asking again: 100 ms. */
    static final long PAUSE_AFTER_FAILURE_NANOS = 100_000_000;

    /** A time at which nobody asks any more, and a number of requests after which nobody does; all users share it. */
    record End(long nanos, AtomicLong requestsLeft) {}

    private enum State {
        OPEN,
        /** Nobody asks any more, whatever is left. */
        STOPPED
    }

    private final Scheduler scheduler;
    private final Starter starter;
    private final long measuredFromNanos;
    private final long thinkNanos;
    private final End end;
    private final User[] users;
    private State state = State.OPEN;
    private int waiting;
    private int busy;

    /**
     * Paces users.
     *
     * @param firstNanos when each of the worker's users first asks
     */
    ClosedPacer(
            Scheduler scheduler, Starter starter, long[] firstNanos, long measuredFromNanos, long thinkNanos, End end) {
        this.scheduler = scheduler;
        this.starter = starter;
        this.measuredFromNanos = measuredFromNanos;
        this.thinkNanos = thinkNanos;
        this.end = end;
        users = new User[firstNanos.length];
        for (int i = 0; i < users.length; i++) {
            users[i] = new User(i, firstNanos[i]);
        }
    }

    @Override
    public void begin() {
        for (User user : users) {
            user.ask(user.planNanos);
        }
    }

    @Override
    public void ended(int user, long nanos, boolean success) {
        busy--;
        users[user].ask(nanos + (success ? thinkNanos : Math.max(thinkNanos, PAUSE_AFTER_FAILURE_NANOS)));
    }

    @Override
    public boolean isExhausted() {
        return waiting == 0 && busy == 0;
    }

    @Override
    public void stop() {
        state = State.STOPPED;
        for (User user : users) {
            user.giveUp();
        }
    }

    private final class User {
        private final int number;
        private final Timer timer;
        private long planNanos;

        User(int number, long firstNanos) {
            this.number = number;
            planNanos = firstNanos;
            timer = scheduler.newTimer(this::start);
        }

        /** The next request is due at {@code plan}, unless the run is over by then. */
        void ask(long plan) {
            planNanos = plan;
            if (!mayAsk()) {
                return;
            }
            waiting++;
            if (plan - scheduler.clock().nanoTime() <= 0) {
                start();
            } else {
                timer.armAt(plan);
            }
        }

        private boolean mayAsk() {
            return state == State.OPEN
                    && planNanos - end.nanos < 0
                    && (!isMeasured() || end.requestsLeft.getAndDecrement() > 0);
        }

        private boolean isMeasured() {
            return planNanos - measuredFromNanos >= 0;
        }

        private void start() {
            waiting--;
            busy++;
            starter.start(number, planNanos, isMeasured());
        }

        void giveUp() {
            if (timer.isArmed()) {
                timer.disarm();
                waiting--;
            }
        }
    }
}
