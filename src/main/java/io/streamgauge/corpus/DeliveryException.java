package io.streamgauge.corpus;

/** A recording did not arrive as it is; the message says what came instead. */
public final class DeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what came instead. */
    public DeliveryException(String message) {
        super(message);
    }

    /** Says what came instead, and why. */
    public DeliveryException(String message, Throwable cause) {
        super(message, cause);
    }
}
