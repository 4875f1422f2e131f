package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;

/** Ollama's own protocol, chat and generate; calls come whole and are numbered as they come. */
final class OllamaPayloads extends PayloadReader {
    private int calls;

    @Override
    void read(JsonNode payload, Answer answer) {
        JsonNode message = payload.path("message");
        answer.reasoning(0, text(message.path("thinking")));
        answer.text(0, text(message.path("content")));
        for (JsonNode call : message.path("tool_calls")) {
            JsonNode function = call.path("function");
            answer.toolCall(
                    0,
                    calls++,
                    text(call.path("id")),
                    text(function.path("name")),
                    arguments(function.path("arguments")));
        }
        answer.reasoning(0, text(payload.path("thinking")));
        answer.text(0, text(payload.path("response")));
    }
}
