package io.streamgauge.provider;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.event.StreamEvent;

/** Cohere v2 chat. */
final class CohereDecoder extends JsonEventDecoder {
    CohereDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void decode(StreamEvent event, int root) {}

    @Override
    boolean hasProtocolEnd() {
        return true;
    }
}
