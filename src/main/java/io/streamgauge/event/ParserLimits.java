package io.streamgauge.event;

/**
 * How much a parser takes from one body. Generous for real streams (one event with generated images is megabytes of
 * base64) and bounded for hostile ones.
 *
 * <p>A parser holds no more than one event, one line and, for SSE, a type and an id, which are lines too. What lies
 * before the byte that is too much is handed out; that byte is where the failure is, however the body was cut.
 *
 * @param maxLineBytes the longest line, its end not counted; JSON arrays have no lines
 * @param maxEventBytes the most data one event may hold: SSE data lines with the LFs that join them, or one JSON text
 * @param maxBodyBytes the most one body may hold
 */
public record ParserLimits(int maxLineBytes, int maxEventBytes, long maxBodyBytes) {
    /** 64 MiB. */
    public static final int DEFAULT_MAX_LINE_BYTES = 64 << 20;

    /** 64 MiB. */
    public static final int DEFAULT_MAX_EVENT_BYTES = 64 << 20;

    /** 16 GiB: a stream that runs for a day at 150 KB a second. */
    public static final long DEFAULT_MAX_BODY_BYTES = 16L << 30;

    /** The named defaults. */
    public static final ParserLimits DEFAULTS =
            new ParserLimits(DEFAULT_MAX_LINE_BYTES, DEFAULT_MAX_EVENT_BYTES, DEFAULT_MAX_BODY_BYTES);

    /** Checks that every limit is positive. */
    public ParserLimits {
        if (maxLineBytes <= 0 || maxEventBytes <= 0 || maxBodyBytes <= 0) {
            throw new IllegalArgumentException("every limit must be positive: line " + maxLineBytes + ", event "
                    + maxEventBytes + ", body " + maxBodyBytes);
        }
    }
}
