package io.streamgauge.measure;

/** Where the number of a stream's output tokens comes from. Events are never counted as tokens. */
public enum TokenSource {
    /** The provider's usage counters, reasoning included. */
    PROVIDER_USAGE,
    /** Usage that came with the token events themselves, the last of which is all that is known. */
    CONTINUOUS_USAGE,
    /** Nobody said. */
    UNKNOWN
}
