package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;

/** Cohere v2 chat. */
final class CoherePayloads extends PayloadReader {
    @Override
    void read(JsonNode payload, Answer answer) {
        JsonNode message = payload.path("delta").path("message");
        JsonNode content = message.path("content");
        answer.reasoning(0, text(content.path("thinking")));
        answer.text(0, text(content.path("text")));
        JsonNode call = message.path("tool_calls");
        if (call.isObject()) {
            JsonNode function = call.path("function");
            answer.toolCall(
                    0,
                    payload.path("index").asInt(),
                    text(call.path("id")),
                    text(function.path("name")),
                    text(function.path("arguments")));
        }
    }
}
