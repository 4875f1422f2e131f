package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;

/** The text completions of OpenAI and of Anthropic, both retired. */
final class CompletionPayloads extends PayloadReader {
    @Override
    void read(JsonNode payload, Answer answer) {
        for (JsonNode choice : payload.path("choices")) {
            answer.text(choice.path("index").asInt(), text(choice.path("text")));
        }
        answer.text(0, text(payload.path("completion")));
    }
}
