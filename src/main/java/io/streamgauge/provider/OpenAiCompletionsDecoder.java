package io.streamgauge.provider;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.event.StreamEvent;

/** OpenAI text completions. */
final class OpenAiCompletionsDecoder extends JsonEventDecoder {
    OpenAiCompletionsDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void decode(StreamEvent event, int root) {}

    @Override
    boolean hasProtocolEnd() {
        return true;
    }
}
