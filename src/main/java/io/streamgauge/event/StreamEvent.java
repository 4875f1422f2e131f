package io.streamgauge.event;

import io.streamgauge.bytes.ByteSlice;

/**
 * One event as it stands in the parser's memory. The view and its slices are valid only until
 * {@link StreamEventHandler#onEvent} returns.
 *
 * <p>Slices hold the bytes of the wire: ill-formed UTF-8 is still ill-formed in them and becomes U+FFFD when copied as
 * text.
 */
public final class StreamEvent {
    final ByteSlice data = new ByteSlice();
    final ByteSlice type = new ByteSlice();
    final ByteSlice lastEventId = new ByteSlice();
    long number = -1;
    long byteOffset;
    Ending ending = Ending.COMPLETE;

    StreamEvent() {}

    /** How an event ended. */
    public enum Ending {
        /** By what its framing asks for: a blank line, a line end, a comma or bracket. */
        COMPLETE,
        /**
         * By the end of the body. The SSE standard discards such an event; real servers forget the last blank line, so
         * a decoder may accept it, and a strict reader must not.
         */
        UNTERMINATED
    }

    /** The payload: SSE data lines joined by LF, or one JSON text. */
    public ByteSlice data() {
        return data;
    }

    /**
     * The value of the SSE {@code event} field; empty stands for {@code message}. Always empty in the other framings.
     */
    public ByteSlice type() {
        return type;
    }

    /** The SSE last event ID in force with this event; empty when there is none. */
    public ByteSlice lastEventId() {
        return lastEventId;
    }

    /** Counts the events of a body from 0. */
    public long number() {
        return number;
    }

    /** Where in the body the event begins: the first byte of its text, or of its first SSE data, event or id line. */
    public long byteOffset() {
        return byteOffset;
    }

    /** Whether the event ended as it should. */
    public Ending ending() {
        return ending;
    }
}
