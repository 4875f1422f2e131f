package io.streamgauge.server;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;

/** What a request gets. */
sealed interface Answer {
    int status();

    /** Without those that say how the body is transferred, except for a length that is known. */
    HttpHeaders headers();

    /** Bytes that are there at once; sent with their length. Whoever sends them takes the buffer over. */
    record Whole(int status, HttpHeaders headers, ByteBuf body) implements Answer {}

    /**
     * A recording to be played. It counts as open until {@link ReplayService#closed()} is told.
     *
     * @param stream the number in the send log
     */
    record Replay(int status, HttpHeaders headers, ReplayPlan plan, long stream) implements Answer {}
}
