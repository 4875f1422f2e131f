package io.streamgauge.server;

/** Ends the handling of one request with a refusal; its message is for the one who asked. */
final class RefusedException extends Exception {
    private final Refusal refusal;
    private final String message;

    RefusedException(Refusal refusal, String message) {
        // Requests are refused by the thousand in a load test, and where it happened is in the message.
        super(message, null, false, false);
        this.refusal = refusal;
        this.message = message;
    }

    /** What the one who asked is told. */
    String message() {
        return message;
    }

    Refusal refusal() {
        return refusal;
    }
}
