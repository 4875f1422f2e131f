package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;

/**
 * OpenAI Responses: what comes in pieces, and at the end of an item what did not. Items are known by their output
 * index.
 */
final class ResponsesPayloads extends PayloadReader {
    private final BitSet toldTexts = new BitSet();
    private final BitSet toldSummaries = new BitSet();
    private final BitSet toldCalls = new BitSet();
    private final BitSet toldArguments = new BitSet();

    @Override
    void read(JsonNode payload, Answer answer) {
        int index = payload.path("output_index").asInt();
        switch (text(payload.path("type"))) {
            case "response.output_text.delta" -> {
                toldTexts.set(index);
                answer.text(0, text(payload.path("delta")));
            }
            case "response.function_call_arguments.delta", "response.custom_tool_call_input.delta" -> {
                toldArguments.set(index);
                answer.toolCall(0, index, "", "", text(payload.path("delta")));
            }
            case "response.reasoning_summary_text.delta" -> {
                toldSummaries.set(index);
                answer.reasoning(0, text(payload.path("delta")));
            }
            case "response.reasoning_text.delta" -> {
                toldTexts.set(index);
                answer.reasoning(0, text(payload.path("delta")));
            }
            case "response.output_item.added" -> {
                if (isCall(payload.path("item"))) {
                    call(index, payload.path("item"), answer);
                }
            }
            case "response.output_item.done" -> done(index, payload.path("item"), answer);
            default -> {}
        }
    }

    private void done(int index, JsonNode item, Answer answer) {
        if (isCall(item)) {
            call(index, item, answer);
            return;
        }
        boolean isText = text(item.path("type")).equals("message");
        if (!toldTexts.get(index)) {
            toldTexts.set(index);
            parts(item.path("content"), isText, answer);
        }
        if (!toldSummaries.get(index)) {
            toldSummaries.set(index);
            parts(item.path("summary"), isText, answer);
        }
    }

    private static void parts(JsonNode parts, boolean isText, Answer answer) {
        for (JsonNode part : parts) {
            if (isText) {
                answer.text(0, text(part.path("text")));
            } else {
                answer.reasoning(0, text(part.path("text")));
            }
        }
    }

    private static boolean isCall(JsonNode item) {
        return switch (text(item.path("type"))) {
            case "function_call", "custom_tool_call" -> true;
            default -> false;
        };
    }

    private void call(int index, JsonNode item, Answer answer) {
        if (!toldCalls.get(index)) {
            toldCalls.set(index);
            answer.toolCall(0, index, text(item.path("call_id")), text(item.path("name")), "");
        }
        String arguments = arguments(item.path(item.has("input") ? "input" : "arguments"));
        if (!arguments.isEmpty() && !toldArguments.get(index)) {
            toldArguments.set(index);
            answer.toolCall(0, index, "", "", arguments);
        }
    }
}
