package io.streamgauge.record;

import io.streamgauge.transport.HttpLimits;
import java.util.concurrent.TimeUnit;

/**
 * How much a proxy takes on. What goes through it is not limited; what is recorded of it is.
 *
 * @param http how large the heads of messages may be; its body limit holds for request bodies that are to be recorded
 * @param maxConnections connections beyond these are closed as they come
 * @param maxBodyBytes a recording is ended when its body is so long, and its stream goes on without it
 * @param maxReads so many reads of one recording are noted; what comes after has bytes but no times
 * @param maxPendingBytes when so much of one stream waits to be written, its provider is read no further
 * @param connectMillis how long a connection to the provider may take
 * @param idleMillis a connection on which nothing is asked for so long is closed
 */
public record ProxyLimits(
        HttpLimits http,
        int maxConnections,
        int maxBodyBytes,
        int maxReads,
        int maxPendingBytes,
        int connectMillis,
        long idleMillis) {
    /** 4,096: each takes two file handles. */
    public static final int DEFAULT_MAX_CONNECTIONS = 4 << 10;

    /** 64 MiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 64 << 20;

    /** 1,000,000. */
    public static final int DEFAULT_MAX_READS = 1_000_000;

    /** 4 MiB. */
    public static final int DEFAULT_MAX_PENDING_BYTES = 4 << 20;

    /** 10 s. */
    public static final int DEFAULT_CONNECT_MILLIS = 10_000;

    /** 2 minutes. */
    public static final long DEFAULT_IDLE_MILLIS = TimeUnit.MINUTES.toMillis(2);

    /** The named defaults. */
    public static final ProxyLimits DEFAULTS = new ProxyLimits(
            HttpLimits.DEFAULTS,
            DEFAULT_MAX_CONNECTIONS,
            DEFAULT_MAX_BODY_BYTES,
            DEFAULT_MAX_READS,
            DEFAULT_MAX_PENDING_BYTES,
            DEFAULT_CONNECT_MILLIS,
            DEFAULT_IDLE_MILLIS);

    /** Checks that every limit is positive. */
    public ProxyLimits {
        if (maxConnections <= 0
                || maxBodyBytes <= 0
                || maxReads <= 0
                || maxPendingBytes <= 0
                || connectMillis <= 0
                || idleMillis <= 0) {
            throw new IllegalArgumentException("every limit must be positive: connections " + maxConnections
                    + ", body " + maxBodyBytes + ", reads " + maxReads + ", pending " + maxPendingBytes + ", connect "
                    + connectMillis + " ms, idle " + idleMillis + " ms");
        }
    }
}
