package io.streamgauge.provider;

import io.streamgauge.event.EventShortcut;
import io.streamgauge.event.StreamEventHandler;

/** Translates the events of one stream to deltas. Fed by a parser; one thread; reusable after {@link #reset()}. */
public interface DeltaDecoder extends StreamEventHandler {
    /** Tells that the body is over, after the parser's own end. Calls the handler's {@code onEnd} exactly once. */
    void end();

    /** Forgets the stream and is ready for another. */
    void reset();

    /**
     * What a parser may be told to {@link io.streamgauge.event.EventParser#use}, to save reading what only repeats;
     * takes nothing by default.
     */
    default EventShortcut shortcut() {
        return (source, from, to, byteOffset, eventNumber) -> from;
    }

    /** What was counted since the last {@link #reset()}; the object is reused. */
    DecoderCounters counters();
}
