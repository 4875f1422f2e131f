package io.streamgauge.buffer;

import io.streamgauge.bytes.ByteSlice;

/** Takes the pieces a {@link TextBuffer} hands out. */
@FunctionalInterface
public interface TextSink {
    /**
     * Called for each piece, in order.
     *
     * @param piece never empty; valid only until the method returns, which must not use the buffer that called it
     */
    void onPiece(ByteSlice piece);
}
