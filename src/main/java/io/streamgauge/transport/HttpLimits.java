package io.streamgauge.transport;

/**
 * How much of one HTTP message is taken.
 *
 * @param maxInitialLineBytes the longest request or status line
 * @param maxHeaderBytes the most all header fields together may hold
 * @param maxBodyBytes the longest body that is collected before it is looked at; streamed bodies are not bound by it
 */
public record HttpLimits(int maxInitialLineBytes, int maxHeaderBytes, int maxBodyBytes) {
    /** 8 KiB. */
    public static final int DEFAULT_MAX_INITIAL_LINE_BYTES = 8 << 10;

    /** 64 KiB: providers send dozens of fields, and cookies among them. */
    public static final int DEFAULT_MAX_HEADER_BYTES = 64 << 10;

    /** 10 MiB: a conversation with a few images in it. */
    public static final int DEFAULT_MAX_BODY_BYTES = 10 << 20;

    /** The named defaults. */
    public static final HttpLimits DEFAULTS =
            new HttpLimits(DEFAULT_MAX_INITIAL_LINE_BYTES, DEFAULT_MAX_HEADER_BYTES, DEFAULT_MAX_BODY_BYTES);

    /** Checks that every limit is positive. */
    public HttpLimits {
        if (maxInitialLineBytes <= 0 || maxHeaderBytes <= 0 || maxBodyBytes <= 0) {
            throw new IllegalArgumentException("every limit must be positive: initial line " + maxInitialLineBytes
                    + ", header " + maxHeaderBytes + ", body " + maxBodyBytes);
        }
    }
}
