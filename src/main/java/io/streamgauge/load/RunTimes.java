package io.streamgauge.load;

/**
 * The instants of one run, by the client's clock.
 *
 * @param startNanos the warm-up begins
 * @param windowFromNanos the measurement begins
 * @param windowToNanos it ends; far in the future when it is a number of requests
 */
record RunTimes(long startNanos, long windowFromNanos, long windowToNanos) {
    /** Between the call and the start: every loop has to be ready by then. 50 ms. */
    static final long LEAD_NANOS = 50_000_000;

    /** Stands for "when the last request is over": 100 years. */
    private static final long NEVER_NANOS = 100L * 365 * 24 * 3600 * 1_000_000_000L;

    static RunTimes of(LoadPlan plan, long nowNanos) {
        long start = nowNanos + LEAD_NANOS;
        long from = start + plan.warmUp().toNanos();
        boolean isTime = plan.measured().isTime();
        return new RunTimes(start, from, from + (isTime ? plan.measured().time().toNanos() : NEVER_NANOS));
    }
}
