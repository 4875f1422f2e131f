package io.streamgauge.provider;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.event.StreamEvent;

/** OpenAI Responses. */
final class OpenAiResponsesDecoder extends JsonEventDecoder {
    OpenAiResponsesDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void decode(StreamEvent event, int root) {}

    @Override
    boolean hasProtocolEnd() {
        return true;
    }
}
