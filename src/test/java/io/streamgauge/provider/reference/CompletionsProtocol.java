package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;

/** OpenAI text completions. */
final class CompletionsProtocol extends ChoicesProtocol {
    CompletionsProtocol(DeltaHandler handler) {
        super(handler);
    }

    @Override
    void content(int number, Json choice) {
        text(number, 0, choice.get("text"));
    }
}
