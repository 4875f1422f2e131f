package io.streamgauge.provider;

import io.streamgauge.bytes.JsonName;
import io.streamgauge.delta.DeltaHandler;

/** OpenAI text completions: a choice is nothing but text. */
final class OpenAiCompletionsDecoder extends OpenAiChoicesDecoder {
    private static final JsonName TEXT = JsonName.of("text");

    OpenAiCompletionsDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void content(int choice, int node) {
        text(choice, 0, json.field(node, TEXT));
    }
}
