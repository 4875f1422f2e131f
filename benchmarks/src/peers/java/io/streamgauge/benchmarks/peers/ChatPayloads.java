package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;

/** OpenAI Chat Completions, and the shapes that compatible servers give them. */
final class ChatPayloads extends PayloadReader {
    @Override
    void read(JsonNode payload, Answer answer) {
        for (JsonNode choice : payload.path("choices")) {
            JsonNode delta = choice.path("delta");
            choice(choice.path("index").asInt(), delta.isObject() ? delta : choice.path("message"), answer);
        }
    }

    private static void choice(int choice, JsonNode delta, Answer answer) {
        reasoning(choice, delta, answer);
        content(choice, delta.path("content"), answer);
        JsonNode calls = delta.path("tool_calls");
        for (JsonNode call : calls) {
            JsonNode function = call.path("function");
            int index = call.path("index").asInt(Answer.NO_INDEX);
            answer.toolCall(
                    choice,
                    index,
                    text(call.path("id")),
                    text(function.path("name")),
                    arguments(function.path("arguments")));
        }
        JsonNode legacy = delta.path("function_call");
        if (legacy.isObject() && calls.isEmpty()) {
            answer.toolCall(choice, 0, "", text(legacy.path("name")), text(legacy.path("arguments")));
        }
        answer.text(choice, text(delta.path("audio").path("transcript")));
    }

    /** DeepSeek's field, OpenRouter's, and the list that some of the latter's models speak in alone. */
    private static void reasoning(int choice, JsonNode delta, Answer answer) {
        String reasoning = text(delta.path("reasoning_content"));
        if (reasoning.isEmpty()) {
            reasoning = text(delta.path("reasoning"));
        }
        answer.reasoning(choice, reasoning);
        if (reasoning.isEmpty()) {
            for (JsonNode detail : delta.path("reasoning_details")) {
                answer.reasoning(choice, text(detail.path("text")));
                answer.reasoning(choice, text(detail.path("summary")));
            }
        }
    }

    /** A string, or Mistral's list of typed parts. */
    private static void content(int choice, JsonNode content, Answer answer) {
        answer.text(choice, text(content));
        if (content.isArray()) {
            for (JsonNode part : content) {
                answer.text(choice, text(part.path("text")));
                for (JsonNode thought : part.path("thinking")) {
                    answer.reasoning(choice, text(thought.path("text")));
                }
            }
        }
    }
}
