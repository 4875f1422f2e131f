package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;

/** OpenAI Assistants runs. */
final class AssistantsPayloads extends PayloadReader {
    @Override
    void read(JsonNode payload, Answer answer) {
        JsonNode delta = payload.path("delta");
        for (JsonNode part : delta.path("content")) {
            answer.text(0, text(part.path("text").path("value")));
        }
        for (JsonNode call : delta.path("step_details").path("tool_calls")) {
            JsonNode function = call.path("function");
            if (function.isObject()) {
                answer.toolCall(
                        0,
                        call.path("index").asInt(),
                        text(call.path("id")),
                        text(function.path("name")),
                        text(function.path("arguments")));
            }
        }
    }
}
