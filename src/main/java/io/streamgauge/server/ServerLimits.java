package io.streamgauge.server;

import io.streamgauge.transport.HttpLimits;
import java.util.concurrent.TimeUnit;

/**
 * How much a server takes on.
 *
 * @param http how large a request may be
 * @param maxConnections connections beyond these are closed as they come
 * @param maxStreams streams beyond these are refused as overload
 * @param maxPipelined requests of one connection that wait for the answer before theirs; with more nothing is read
 * @param idleMillis a connection on which no request is whole for so long is closed
 * @param stallMillis a reader that takes nothing for so long although something is due is given up
 */
public record ServerLimits(
        HttpLimits http, int maxConnections, int maxStreams, int maxPipelined, long idleMillis, long stallMillis) {
    /** 20 000. */
    public static final int DEFAULT_MAX_CONNECTIONS = 20_000;

    /** 20 000: no fewer than connections, so that HTTP/1.1 alone never comes to it. */
    public static final int DEFAULT_MAX_STREAMS = 20_000;

    /** 16. */
    public static final int DEFAULT_MAX_PIPELINED = 16;

    /** 2 minutes. */
    public static final long DEFAULT_IDLE_MILLIS = TimeUnit.MINUTES.toMillis(2);

    /** 1 minute. */
    public static final long DEFAULT_STALL_MILLIS = TimeUnit.MINUTES.toMillis(1);

    /** The named defaults. */
    public static final ServerLimits DEFAULTS = new ServerLimits(
            HttpLimits.DEFAULTS,
            DEFAULT_MAX_CONNECTIONS,
            DEFAULT_MAX_STREAMS,
            DEFAULT_MAX_PIPELINED,
            DEFAULT_IDLE_MILLIS,
            DEFAULT_STALL_MILLIS);

    /** Checks that every limit is positive. */
    public ServerLimits {
        if (maxConnections <= 0 || maxStreams <= 0 || maxPipelined <= 0 || idleMillis <= 0 || stallMillis <= 0) {
            throw new IllegalArgumentException("every limit must be positive: connections " + maxConnections
                    + ", streams " + maxStreams + ", pipelined " + maxPipelined + ", idle " + idleMillis + " ms, stall "
                    + stallMillis + " ms");
        }
    }
}
