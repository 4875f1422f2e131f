package io.streamgauge.server;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.ToolCall;
import io.streamgauge.delta.TokenUsage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whole answers as Cohere's second API gives them. */
final class CohereAnswers {
    private CohereAnswers() {}

    /** What {@code /v2/chat} answers. */
    static ObjectNode chat(Message message) {
        Message.Choice choice = message.first();
        ObjectNode root = WholeAnswer.JSON
                .createObjectNode()
                .put("id", WholeAnswer.orElse(message.responseId(), "replayed"))
                .put("finish_reason", choice.finishWord());
        ObjectNode out = root.putObject("message").put("role", "assistant");
        ArrayNode content = out.putArray("content");
        if (!choice.reasoning().isEmpty()) {
            content.addObject().put("type", "thinking").put("thinking", choice.reasoning());
        }
        if (!choice.text().isEmpty()) {
            content.addObject().put("type", "text").put("text", choice.text());
        }
        if (!choice.toolCalls().isEmpty()) {
            ArrayNode calls = out.putArray("tool_calls");
            choice.toolCalls().forEach(call -> toolCall(call, calls.addObject()));
        }
        TokenUsage usage = message.usage();
        if (usage.isKnown()) {
            root.putObject("usage")
                    .putObject("tokens")
                    .put("input_tokens", Math.max(0, usage.input()))
                    .put("output_tokens", Math.max(0, usage.output()));
        }
        return root;
    }

    private static void toolCall(ToolCall call, ObjectNode out) {
        out.put("id", call.id())
                .put("type", "function")
                .putObject("function")
                .put("name", call.name())
                .put("arguments", call.argumentsJson());
    }
}
