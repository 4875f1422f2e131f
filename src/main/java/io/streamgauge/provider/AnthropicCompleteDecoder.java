package io.streamgauge.provider;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.event.StreamEvent;

/** Anthropic's retired text completions. */
final class AnthropicCompleteDecoder extends JsonEventDecoder {
    AnthropicCompleteDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void decode(StreamEvent event, int root) {}

    @Override
    boolean hasProtocolEnd() {
        return true;
    }
}
