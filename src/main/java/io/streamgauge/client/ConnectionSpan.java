package io.streamgauge.client;

/**
 * What the connection of a request cost before the request could be sent; never part of the request's own times.
 *
 * @param reused whether an idle connection was taken, in which case the spans are 0
 * @param connectNanos from asking for the connection to having it, name lookup included
 * @param tlsNanos the TLS handshake; 0 without TLS
 */
public record ConnectionSpan(boolean reused, long connectNanos, long tlsNanos) {
    static final ConnectionSpan REUSED = new ConnectionSpan(true, 0, 0);
}
