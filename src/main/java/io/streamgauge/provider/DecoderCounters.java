package io.streamgauge.provider;

import io.streamgauge.event.ParseFailure;
import org.jspecify.annotations.Nullable;

/** What a decoder counts beside the deltas it hands out. */
public final class DecoderCounters {
    long events;
    long comments;
    long unparsableEvents;
    long unknownEvents;
    boolean sentinelSeen;
    boolean lastEventUnterminated;

    @Nullable
    ParseFailure failure;

    void clear() {
        events = 0;
        comments = 0;
        unparsableEvents = 0;
        unknownEvents = 0;
        sentinelSeen = false;
        lastEventUnterminated = false;
        failure = null;
    }

    /** Events dispatched by the parser, the sentinel and an unterminated one included. */
    public long events() {
        return events;
    }

    /** SSE comment lines. */
    public long comments() {
        return comments;
    }

    /** Events whose payload should have been JSON and was not. */
    public long unparsableEvents() {
        return unparsableEvents;
    }

    /** Events of a type the decoder does not know. */
    public long unknownEvents() {
        return unknownEvents;
    }

    /** Whether {@code [DONE]} came. */
    public boolean sentinelSeen() {
        return sentinelSeen;
    }

    /** Whether the last event lacked its terminator. */
    public boolean lastEventUnterminated() {
        return lastEventUnterminated;
    }

    /** Why the parser stopped, or null when it did not. */
    public @Nullable ParseFailure failure() {
        return failure;
    }
}
