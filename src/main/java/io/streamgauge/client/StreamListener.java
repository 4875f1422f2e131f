package io.streamgauge.client;

import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.delta.DeltaHandler;

/**
 * Takes everything of one stream in order, on the event loop that serves it; a listener that is slow delays the other
 * streams of that loop and their stamps.
 *
 * <p>The order is {@link #onSend}, {@link #onHead}, then for each read {@link #onRead}, its bytes and deltas, and
 * {@link #onReadEnd}; then {@code onEnd} if a body was decoded; {@link #onClosed} always comes, exactly once and last.
 * Stamps are nanoseconds of the client's clock.
 */
public interface StreamListener extends DeltaHandler {
    /**
     * The request goes out.
     *
     * @param stampNanos just before its first byte was handed to the socket
     * @param connection what the connection cost before
     */
    default void onSend(long stampNanos, ConnectionSpan connection) {}

    /**
     * Status line and headers are complete.
     *
     * @param stampNanos of the read that completed them
     * @param headers valid until this returns
     */
    default void onHead(long stampNanos, int status, HttpHeaders headers) {}

    /**
     * A read brought bytes of the body; what was decoded from them follows.
     *
     * @param stampNanos taken by the first instruction after the read returned
     */
    default void onRead(long stampNanos) {}

    /** The bytes of the body as they came, before they are decoded; borrowed until this returns. */
    default void onBody(byte[] source, int offset, int length) {}

    /**
     * All that the read brought has been decoded.
     *
     * @param stampNanos the same as at its {@link #onRead}
     * @param bodyBytes how many bytes of the body it brought, HTTP's own framing not counted
     */
    default void onReadEnd(long stampNanos, int bodyBytes) {}

    /** The stream is over, its connection is free, and nothing more will be called. */
    void onClosed(StreamOutcome outcome);
}
