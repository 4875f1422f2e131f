package io.streamgauge.buffer;

/**
 * Hands out text word by word. A word is known to be whole when the white space behind it comes; that white space
 * begins the next piece. Where scripts do without white space (Han, kana) each character with its punctuation is a
 * word.
 */
public final class WordBuffer extends SegmentBuffer {
    /** 1 KiB: longer than any word, and hardly longer than a link. */
    public static final int DEFAULT_MAX_PENDING_BYTES = 1 << 10;

    /** Makes a buffer with the default limit. */
    public WordBuffer(TextSink sink) {
        this(DEFAULT_MAX_PENDING_BYTES, sink);
    }

    /** Makes a buffer that parts a word of more than {@code maxPendingBytes} bytes; at least 16. */
    public WordBuffer(int maxPendingBytes, TextSink sink) {
        super(maxPendingBytes, sink);
    }

    @Override
    long partBefore(int codePoint, long at, boolean wordEnds) {
        return wordEnds ? at : NOWHERE;
    }

    @Override
    void forget() {}
}
