package io.streamgauge.event;

import io.streamgauge.bytes.ByteSlice;

/**
 * Takes what a parser finds, on the thread that feeds the parser. Every slice and view is valid only until the method
 * returns.
 */
@FunctionalInterface
public interface StreamEventHandler {
    /**
     * Called once for each event, in order.
     *
     * @param event a view; copy what must outlive the call
     */
    void onEvent(StreamEvent event);

    /**
     * Called for each SSE comment line.
     *
     * @param text what follows the colon, a leading blank included
     */
    default void onComment(ByteSlice text) {}

    /**
     * Called when a valid SSE {@code retry} field was read, at its line and not at the blank line (HTML Standard
     * 9.2.6).
     *
     * @param millis the reconnection time; a value above {@code Long.MAX_VALUE} is given as that
     */
    default void onRetry(long millis) {}

    /**
     * Called for each SSE line that the standard tells to ignore because its field name is unknown. Some servers put an
     * error there.
     *
     * @param line the whole line without its end
     * @param byteOffset where in the body the line begins
     */
    default void onIgnoredLine(ByteSlice line, long byteOffset) {}

    /**
     * Called at most once: the parser met something it cannot go on after, and ignores all further input until it is
     * reset.
     */
    default void onFailure(ParseFailure failure) {}
}
