package io.streamgauge.load;

import io.streamgauge.server.SendLog;

/** Where a load reads what its server has sent, to compare with what it has received. Used by one thread. */
@FunctionalInterface
public interface SendSource {
    /** A server that keeps no log, or whose log is out of reach. */
    SendSource NONE = handler -> {};

    /** The log of a server in this process, from now on. */
    static SendSource of(SendLog log) {
        SendLog.Reader reader = log.newReader();
        return handler -> reader.drain(
                (stream, write, events, end, dueNanos, sentNanos) -> handler.onSend(stream, write, end, sentNanos));
    }

    /** Takes the writes of a server. */
    @FunctionalInterface
    interface Handler {
        /**
         * Called for each write; those of one stream in order.
         *
         * @param stream the number in the answer's {@code x-streamgauge-stream} header
         * @param write counts the writes of a stream from 0
         * @param end the bytes of the body that are out with this write, transfer coding not counted
         * @param sentNanos the instant just before it, on the clock that the client reads too
         */
        void onSend(long stream, int write, int end, long sentNanos);
    }

    /** Hands out what was sent since the last time. */
    void drain(Handler handler);
}
