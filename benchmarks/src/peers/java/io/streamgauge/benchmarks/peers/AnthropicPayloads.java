package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;

/** Anthropic Messages: blocks, of which those of type {@code tool_use} are the application's business. */
final class AnthropicPayloads extends PayloadReader {
    private final BitSet calls = new BitSet();

    @Override
    void read(JsonNode payload, Answer answer) {
        switch (text(payload.path("type"))) {
            case "content_block_delta" -> delta(payload.path("index").asInt(), payload.path("delta"), answer);
            case "content_block_start" -> start(payload.path("index").asInt(), payload.path("content_block"), answer);
            default -> {}
        }
    }

    private void start(int index, JsonNode block, Answer answer) {
        switch (text(block.path("type"))) {
            case "text" -> answer.text(0, text(block.path("text")));
            case "thinking" -> answer.reasoning(0, text(block.path("thinking")));
            case "tool_use" -> {
                calls.set(index);
                JsonNode input = block.path("input");
                String arguments = input.isEmpty() ? "" : arguments(input);
                answer.toolCall(0, index, text(block.path("id")), text(block.path("name")), arguments);
            }
            default -> {}
        }
    }

    private void delta(int index, JsonNode delta, Answer answer) {
        switch (text(delta.path("type"))) {
            case "text_delta" -> answer.text(0, text(delta.path("text")));
            case "thinking_delta" -> answer.reasoning(0, text(delta.path("thinking")));
            case "input_json_delta" -> {
                if (calls.get(index)) {
                    answer.toolCall(0, index, "", "", text(delta.path("partial_json")));
                }
            }
            default -> {}
        }
    }
}
