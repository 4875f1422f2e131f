package io.streamgauge.provider;

import io.streamgauge.delta.DeltaHandler;

/** OpenAI text completions: a choice is nothing but text. */
final class OpenAiCompletionsDecoder extends OpenAiChoicesDecoder {
    OpenAiCompletionsDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void content(int choice) {
        text(choice, 0, choiceFields.node(TEXT));
    }
}
