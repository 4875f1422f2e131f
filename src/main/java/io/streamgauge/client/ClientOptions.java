package io.streamgauge.client;

import io.streamgauge.event.ParserLimits;
import io.streamgauge.transport.HttpLimits;
import java.time.Duration;

/**
 * How a client behaves towards all servers.
 *
 * @param timeouts how long a stream is waited for
 * @param parserLimits how much of a body is taken
 * @param httpLimits how much of a response's head is taken
 * @param maxConnectionsPerLoop open connections on one event loop, busy and idle together; a request beyond fails
 * @param maxIdlePerEndpoint connections that one loop keeps for one server; more are closed when they become idle
 * @param idleConnectionTime how long an idle connection is kept
 */
public record ClientOptions(
        StreamTimeouts timeouts,
        ParserLimits parserLimits,
        HttpLimits httpLimits,
        int maxConnectionsPerLoop,
        int maxIdlePerEndpoint,
        Duration idleConnectionTime) {
    /** 16,384. */
    public static final int DEFAULT_MAX_CONNECTIONS_PER_LOOP = 16 << 10;

    /** 4,096. */
    public static final int DEFAULT_MAX_IDLE_PER_ENDPOINT = 4 << 10;

    /** 30 s: shorter than servers usually keep theirs, so that the client is the one to close. */
    public static final Duration DEFAULT_IDLE_CONNECTION_TIME = Duration.ofSeconds(30);

    /** The named defaults. */
    public static final ClientOptions DEFAULTS = new ClientOptions(
            StreamTimeouts.DEFAULTS,
            ParserLimits.DEFAULTS,
            HttpLimits.DEFAULTS,
            DEFAULT_MAX_CONNECTIONS_PER_LOOP,
            DEFAULT_MAX_IDLE_PER_ENDPOINT,
            DEFAULT_IDLE_CONNECTION_TIME);

    /** Checks the bounds. */
    public ClientOptions {
        if (maxConnectionsPerLoop <= 0 || maxIdlePerEndpoint < 0 || idleConnectionTime.isNegative()) {
            throw new IllegalArgumentException("connections per loop " + maxConnectionsPerLoop
                    + " must be positive, idle ones " + maxIdlePerEndpoint + " and their time " + idleConnectionTime
                    + " not negative");
        }
    }

    /** The same with other timeouts. */
    public ClientOptions withTimeouts(StreamTimeouts other) {
        return new ClientOptions(
                other, parserLimits, httpLimits, maxConnectionsPerLoop, maxIdlePerEndpoint, idleConnectionTime);
    }

    /** The same with other parser limits. */
    public ClientOptions withParserLimits(ParserLimits other) {
        return new ClientOptions(
                timeouts, other, httpLimits, maxConnectionsPerLoop, maxIdlePerEndpoint, idleConnectionTime);
    }

    /** The same with another bound on connections and on idle ones among them. */
    public ClientOptions withConnections(int perLoop, int idlePerEndpoint) {
        return new ClientOptions(timeouts, parserLimits, httpLimits, perLoop, idlePerEndpoint, idleConnectionTime);
    }
}
