package io.streamgauge.time;

/** Time that is moved by hand: ten minutes of a test take none. Clock and scheduler in one; used by one thread. */
public final class ManualTime implements NanoClock, Scheduler {
    private final DeadlineQueue timers = new DeadlineQueue(() -> {});
    private long nowNanos;

    /** Starts at 0. */
    public ManualTime() {
        this(0);
    }

    /** Starts at any instant; one near {@code Long.MAX_VALUE} shows who compares instants without thinking of wraps. */
    public ManualTime(long startNanos) {
        nowNanos = startNanos;
    }

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    @Override
    public NanoClock clock() {
        return this;
    }

    @Override
    public Timer newTimer(Runnable task) {
        return timers.newTimer(task);
    }

    /** Lets time pass; every timer that becomes due on the way runs at its exact instant, those it arms included. */
    public void advance(long nanos) {
        long end = nowNanos + requireNotNegative(nanos);
        while (!timers.isEmpty() && timers.firstDeadlineNanos() - end <= 0) {
            long due = timers.firstDeadlineNanos();
            nowNanos = due - nowNanos > 0 ? due : nowNanos;
            timers.runFirstIfDue(nowNanos);
        }
        nowNanos = end;
    }

    /**
     * Lets time pass in one jump, as when the machine was busy elsewhere; timers that became due run late, at its end.
     */
    public void stall(long nanos) {
        nowNanos += requireNotNegative(nanos);
        advance(0);
    }

    /**
     * Lets time pass until the next timer is due and runs it.
     *
     * @return whether there was one
     */
    public boolean advanceToNextTimer() {
        if (timers.isEmpty()) {
            return false;
        }
        long due = timers.firstDeadlineNanos();
        nowNanos = due - nowNanos > 0 ? due : nowNanos;
        return timers.runFirstIfDue(nowNanos);
    }

    private static long requireNotNegative(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("time does not run backwards: " + nanos + " ns");
        }
        return nanos;
    }
}
