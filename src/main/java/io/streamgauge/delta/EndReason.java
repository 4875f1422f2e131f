package io.streamgauge.delta;

/** How a stream came to its end. */
public enum EndReason {
    /** With the sentinel of its protocol, {@code [DONE]}. */
    SENTINEL,
    /** With the event its protocol ends with. */
    TERMINAL_EVENT,
    /**
     * The body ended behind a finish reason, without the sentinel or terminal event its protocol asks for; all content
     * is there.
     */
    EOF_AFTER_FINISH,
    /** The body ended in the middle: never a success. */
    TRUNCATED,
    /** The provider reported a failure. */
    ERROR;

    /** Whether everything the model said has arrived. */
    public boolean isComplete() {
        return this == SENTINEL || this == TERMINAL_EVENT || this == EOF_AFTER_FINISH;
    }
}
