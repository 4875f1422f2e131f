package io.streamgauge.provider;

import io.streamgauge.bytes.JsonName;
import io.streamgauge.delta.DeltaHandler;

/** Ollama {@code /api/chat}: the piece is a message within the line. */
final class OllamaChatDecoder extends OllamaDecoder {
    private static final JsonName MESSAGE = JsonName.of("message");
    private static final JsonName CONTENT = JsonName.of("content");

    OllamaChatDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    int message(int root) {
        return json.field(root, MESSAGE);
    }

    @Override
    JsonName textName() {
        return CONTENT;
    }
}
