package io.streamgauge.time;

/** Work that is due at an instant. Made once, armed as often as needed; arming allocates nothing. */
public interface Timer {
    /**
     * Lets the work run once when the clock has reached {@code deadlineNanos}, never before and never within this call.
     * An instant that has passed means as soon as possible. Arming again moves the instant.
     *
     * @param deadlineNanos an instant of the scheduler's clock
     */
    void armAt(long deadlineNanos);

    /** Lets the work not run. Does nothing when it is not armed. */
    void disarm();

    /** Whether the work is still to run; no longer true while it runs. */
    boolean isArmed();
}
