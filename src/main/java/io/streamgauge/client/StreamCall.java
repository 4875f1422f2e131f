package io.streamgauge.client;

import java.util.concurrent.CompletableFuture;

/** A stream that was asked for. Any thread may use it. */
public interface StreamCall {
    /**
     * Ends the stream as soon as its loop gets to it: the connection is closed and the outcome is
     * {@link StreamFailure.Cancelled}, unless the stream has ended before. Deltas of the read at hand may still come.
     */
    void cancel();

    /**
     * Stops reading once the read at hand is decoded, so that the server feels it; the idle timeout rests meanwhile.
     */
    void pause();

    /** Goes on reading. */
    void resume();

    /** Completed with the outcome once {@link StreamListener#onClosed} has returned; never exceptionally. */
    CompletableFuture<StreamOutcome> closed();
}
