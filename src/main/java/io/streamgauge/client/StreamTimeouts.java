package io.streamgauge.client;

import java.time.Duration;

/**
 * How long a stream is waited for.
 *
 * @param connect for a connection that is ready to send on
 * @param firstByte for the response's head, from when the request was sent
 * @param idle for the next bytes of the body, whatever they are: pings count as life
 * @param total for the whole stream
 * @param afterEnd for the body to end once its terminal event has come; then it is closed, and that is no failure
 */
public record StreamTimeouts(Duration connect, Duration firstByte, Duration idle, Duration total, Duration afterEnd) {
    /** 5 s. */
    public static final Duration DEFAULT_CONNECT = Duration.ofSeconds(5);

    /** 2 min: models that reason in silence take their time. */
    public static final Duration DEFAULT_FIRST_BYTE = Duration.ofMinutes(2);

    /** 1 min. */
    public static final Duration DEFAULT_IDLE = Duration.ofMinutes(1);

    /** 10 min. */
    public static final Duration DEFAULT_TOTAL = Duration.ofMinutes(10);

    /** 1 s. */
    public static final Duration DEFAULT_AFTER_END = Duration.ofSeconds(1);

    /** The named defaults. */
    public static final StreamTimeouts DEFAULTS =
            new StreamTimeouts(DEFAULT_CONNECT, DEFAULT_FIRST_BYTE, DEFAULT_IDLE, DEFAULT_TOTAL, DEFAULT_AFTER_END);

    /** Checks that every timeout is positive. */
    public StreamTimeouts {
        requirePositive("connect", connect);
        requirePositive("firstByte", firstByte);
        requirePositive("idle", idle);
        requirePositive("total", total);
        requirePositive("afterEnd", afterEnd);
    }

    private static void requirePositive(String name, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout " + name + " must be positive: " + timeout);
        }
    }

    /** The same with another {@link #connect()}. */
    public StreamTimeouts withConnect(Duration timeout) {
        return new StreamTimeouts(timeout, firstByte, idle, total, afterEnd);
    }

    /** The same with another {@link #firstByte()}. */
    public StreamTimeouts withFirstByte(Duration timeout) {
        return new StreamTimeouts(connect, timeout, idle, total, afterEnd);
    }

    /** The same with another {@link #idle()}. */
    public StreamTimeouts withIdle(Duration timeout) {
        return new StreamTimeouts(connect, firstByte, timeout, total, afterEnd);
    }

    /** The same with another {@link #total()}. */
    public StreamTimeouts withTotal(Duration timeout) {
        return new StreamTimeouts(connect, firstByte, idle, timeout, afterEnd);
    }

    /** The same with another {@link #afterEnd()}. */
    public StreamTimeouts withAfterEnd(Duration timeout) {
        return new StreamTimeouts(connect, firstByte, idle, total, timeout);
    }
}
