package io.streamgauge.load;

/** Decides when a worker's requests are due. On the thread of the worker's loop. */
interface Pacer {
    /** Takes a request that is due. */
    @FunctionalInterface
    interface Starter {
        /**
         * Sends one.
         *
         * @param user who asks; 0 where nobody in particular does
         * @param planNanos when it should be sent
         * @param isMeasured whether it belongs to the measured phase
         */
        void start(int user, long planNanos, boolean isMeasured);
    }

    /** Time begins to count. */
    void begin();

    /** The request of {@code user} is over. */
    void ended(int user, long nanos, boolean success);

    /** Whether no further request will be due. */
    boolean isExhausted();

    /** No further request is to be sent. */
    void stop();
}
