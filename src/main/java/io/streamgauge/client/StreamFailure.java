package io.streamgauge.client;

import java.time.Duration;
import java.util.Optional;

/** Why a stream was no success. Contains what the server said, cut to a bound, and nothing the client sent. */
public sealed interface StreamFailure {
    /** The kinds, for counting. */
    enum Kind {
        CONNECT,
        TIMEOUT,
        HTTP_STATUS,
        TRUNCATED,
        PROTOCOL,
        PROVIDER_ERROR,
        LIMIT,
        CANCELLED
    }

    /** No connection came about, or it was gone before the response began. */
    record Connect(String reason) implements StreamFailure {
        @Override
        public Kind kind() {
            return Kind.CONNECT;
        }

        @Override
        public String describe() {
            return "no connection: " + reason;
        }
    }

    /** A wait was too long. */
    record Timeout(TimeoutKind which, Duration limit) implements StreamFailure {
        @Override
        public Kind kind() {
            return Kind.TIMEOUT;
        }

        @Override
        public String describe() {
            return which.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " timeout of " + limit.toMillis()
                    + " ms";
        }
    }

    /**
     * The server answered with a status that is no success.
     *
     * @param status the status code
     * @param error what the body says in the provider's words; all empty when it is not an error of a known shape
     * @param excerpt the beginning of the body
     * @param retryAfter how long the server asks to wait, if it does and the value can be understood
     */
    record HttpStatus(int status, VendorError error, String excerpt, Optional<Duration> retryAfter)
            implements StreamFailure {
        @Override
        public Kind kind() {
            return Kind.HTTP_STATUS;
        }

        @Override
        public String describe() {
            return "HTTP " + status + ": " + (error.isEmpty() ? excerpt : error.describe());
        }
    }

    /** The body ended before the stream did. */
    record Truncated(String reason) implements StreamFailure {
        @Override
        public Kind kind() {
            return Kind.TRUNCATED;
        }

        @Override
        public String describe() {
            return "truncated: " + reason;
        }
    }

    /** What came is not what the protocol asks for. */
    record Protocol(String reason) implements StreamFailure {
        @Override
        public Kind kind() {
            return Kind.PROTOCOL;
        }

        @Override
        public String describe() {
            return "protocol error: " + reason;
        }
    }

    /** The provider reported a failure within the stream. */
    record ProviderReported(VendorError error) implements StreamFailure {
        @Override
        public Kind kind() {
            return Kind.PROVIDER_ERROR;
        }

        @Override
        public String describe() {
            return "provider error: " + error.describe();
        }
    }

    /** A bound of this client was reached. */
    record Limit(String reason) implements StreamFailure {
        @Override
        public Kind kind() {
            return Kind.LIMIT;
        }

        @Override
        public String describe() {
            return "limit reached: " + reason;
        }
    }

    /** Somebody cancelled the stream, or closed the client. */
    record Cancelled() implements StreamFailure {
        @Override
        public Kind kind() {
            return Kind.CANCELLED;
        }

        @Override
        public String describe() {
            return "cancelled";
        }
    }

    /** Which kind it is. */
    Kind kind();

    /** One line for people. */
    String describe();
}
