package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gemini: calls come whole, or on Vertex as values of JSON paths, and are numbered as they come. */
final class GeminiPayloads extends PayloadReader {
    private int calls;
    private ObjectNode streamed = JsonNodeFactory.instance.objectNode();

    @Override
    void read(JsonNode payload, Answer answer) {
        for (JsonNode candidate : payload.path("candidates")) {
            int choice = candidate.path("index").asInt();
            for (JsonNode part : candidate.path("content").path("parts")) {
                part(choice, part, answer);
            }
        }
    }

    private void part(int choice, JsonNode part, Answer answer) {
        String text = text(part.path("text"));
        if (part.path("thought").asBoolean()) {
            answer.reasoning(choice, text);
        } else {
            answer.text(choice, text);
        }
        JsonNode call = part.path("functionCall");
        if (call.isObject()) {
            call(choice, call, answer);
        }
    }

    private void call(int choice, JsonNode call, Answer answer) {
        String name = text(call.path("name"));
        boolean willContinue = call.path("willContinue").asBoolean();
        if (!name.isEmpty()) {
            streamed = JsonNodeFactory.instance.objectNode();
            answer.toolCall(choice, calls++, text(call.path("id")), name, arguments(call.path("args")));
        }
        for (JsonNode piece : call.path("partialArgs")) {
            JsonPaths.put(streamed, piece);
        }
        if (name.isEmpty() && !willContinue) {
            answer.toolCall(choice, calls - 1, "", "", streamed.toString());
        }
    }
}
