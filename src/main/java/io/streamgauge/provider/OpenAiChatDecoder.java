package io.streamgauge.provider;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.event.StreamEvent;

/** OpenAI Chat Completions and its many compatibles. */
final class OpenAiChatDecoder extends JsonEventDecoder {
    OpenAiChatDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void decode(StreamEvent event, int root) {}

    @Override
    boolean hasProtocolEnd() {
        return true;
    }
}
