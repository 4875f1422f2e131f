package io.streamgauge.buffer;

/** What became of an offer. */
public enum OfferResult {
    /** The queue holds it. */
    ACCEPTED,
    /** The queue is full; offer it again when the consumer has taken something. */
    BACK_PRESSURED,
    /** The queue is closed and takes nothing more. */
    CLOSED
}
