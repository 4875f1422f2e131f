package io.streamgauge.buffer;

import io.streamgauge.bytes.ByteSlice;

/** Holds text back until a piece is whole. All pieces joined are exactly the text that was pushed. */
public interface TextBuffer {
    /** Takes more text, in UTF-8, which may be cut within a character; hands out every piece that is whole now. */
    void push(ByteSlice text);

    /** Hands out what is held back, whole or not; only a character of which bytes are still missing stays. */
    void flush();

    /** Hands out everything; the text is over, and the next one may begin. */
    void end();

    /** Bytes that are held back. */
    int pendingBytes();
}
