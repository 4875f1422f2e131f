package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.EndReason;
import io.streamgauge.event.ParseFailure;
import io.streamgauge.event.StreamEvent;

/** Server-Sent Events of no known vendor: counted, never interpreted. */
final class OpaqueEventsDecoder implements DeltaDecoder {
    private final DeltaHandler out;
    private final DecoderCounters counters = new DecoderCounters();

    OpaqueEventsDecoder(DeltaHandler out) {
        this.out = out;
    }

    @Override
    public void onEvent(StreamEvent event) {
        counters.events++;
        out.onEventBegin(event.number());
        counters.lastEventUnterminated = event.ending() == StreamEvent.Ending.UNTERMINATED;
    }

    @Override
    public void onComment(ByteSlice text) {
        counters.comments++;
        out.onPing();
    }

    @Override
    public void onFailure(ParseFailure failure) {
        counters.failure = failure;
    }

    /** Without a protocol the end of the body is the end of the stream. */
    @Override
    public void end() {
        out.onEnd(counters.failure == null ? EndReason.TERMINAL_EVENT : EndReason.TRUNCATED);
    }

    @Override
    public void reset() {
        counters.clear();
    }

    @Override
    public DecoderCounters counters() {
        return counters;
    }
}
