package io.streamgauge.provider;

import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.OpaqueKind;

/**
 * Ollama {@code /api/generate}: the piece is the line itself, and the last one has what a next request can go on from.
 */
final class OllamaGenerateDecoder extends OllamaDecoder {
    private static final JsonName RESPONSE = JsonName.of("response");
    private static final JsonName CONTEXT = JsonName.of("context");

    OllamaGenerateDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    int message(int root) {
        return json.field(root, RESPONSE) == JsonTape.MISSING ? JsonTape.MISSING : root;
    }

    @Override
    JsonName textName() {
        return RESPONSE;
    }

    @Override
    void done(int root) {
        opaque(OpaqueKind.OTHER, 0, 0, json.field(root, CONTEXT));
    }
}
