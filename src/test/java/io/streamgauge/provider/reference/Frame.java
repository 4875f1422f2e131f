package io.streamgauge.provider.reference;

/** What a framing finds in a body, in the order of the body. Strings hold a byte per char. */
sealed interface Frame {
    /**
     * An event.
     *
     * @param name the SSE event name
     * @param offset where in the body its first line, or its text, begins
     * @param isTerminated false if the body ended before the event did
     */
    record Event(String name, String data, long offset, boolean isTerminated) implements Frame {}

    /** A comment line of SSE. */
    record Comment() implements Frame {}

    /** A line of SSE that is no field. */
    record StrayLine(String line, long offset) implements Frame {}

    /** The framing is broken here, and nothing is read behind it. */
    record Broken() implements Frame {}
}
