package io.streamgauge.time;

/**
 * Runs work at instants of a clock.
 *
 * <p>A scheduler belongs to one thread: its timers are made, armed, disarmed and run there and nowhere else, so that
 * what they do needs no locks.
 */
public interface Scheduler {
    /** The clock the instants are read on. */
    NanoClock clock();

    /** A timer, not armed yet, that runs {@code task} whenever its instant has come. */
    Timer newTimer(Runnable task);
}
