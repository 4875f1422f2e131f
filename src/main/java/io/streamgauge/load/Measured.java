package io.streamgauge.load;

import java.time.Duration;

/**
 * How much is measured: a time or a number of requests.
 *
 * @param time how long; zero when a number of requests is meant
 * @param requests how many; 0 when a time is meant
 */
public record Measured(Duration time, long requests) {
    /** Checks that it is exactly one of both. */
    public Measured {
        if (time.isNegative() || requests < 0 || time.isZero() == (requests == 0)) {
            throw new IllegalArgumentException("either a time or a number of requests: " + time + ", " + requests);
        }
    }

    /** For a time. */
    public static Measured during(Duration time) {
        return new Measured(time, 0);
    }

    /** A number of requests, however long they take. */
    public static Measured requests(long requests) {
        return new Measured(Duration.ZERO, requests);
    }

    boolean isTime() {
        return requests == 0;
    }
}
