package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;

/** Gemini interactions: steps, called contents in an older form of the protocol. */
final class InteractionPayloads extends PayloadReader {
    @Override
    void read(JsonNode payload, Answer answer) {
        int index = payload.path("index").asInt();
        JsonNode step = payload.path("step");
        JsonNode delta = payload.path("delta");
        if (text(step.path("type")).equals("function_call")) {
            call(index, step, answer);
        }
        switch (text(delta.path("type"))) {
            case "text" -> answer.text(0, text(delta.path("text")));
            case "thought", "thought_summary" -> {
                answer.reasoning(0, text(delta.path("text")));
                answer.reasoning(0, text(delta.path("content").path("text")));
            }
            case "function_call" -> call(index, delta, answer);
            case "arguments_delta", "arguments" -> {
                String whole = arguments(delta.path("arguments"));
                answer.toolCall(0, index, "", "", whole.isEmpty() ? text(delta.path("partial_arguments")) : whole);
            }
            default -> {}
        }
    }

    private static void call(int index, JsonNode call, Answer answer) {
        JsonNode arguments = call.path("arguments");
        answer.toolCall(
                0,
                index,
                text(call.path("id")),
                text(call.path("name")),
                arguments.isEmpty() ? text(arguments) : arguments(arguments));
    }
}
