package io.streamgauge.server;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.ToolCall;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.TokenUsage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whole answers as Anthropic's endpoints give them. */
final class AnthropicAnswers {
    private AnthropicAnswers() {}

    /** What Messages answer: thinking, then text, then the calls. */
    static ObjectNode message(Message message) {
        Message.Choice choice = message.first();
        ObjectNode root = WholeAnswer.JSON
                .createObjectNode()
                .put("id", WholeAnswer.orElse(message.responseId(), "msg_replayed"))
                .put("type", "message")
                .put("role", "assistant")
                .put("model", message.model());
        ArrayNode content = root.putArray("content");
        if (!choice.reasoning().isEmpty()) {
            content.addObject()
                    .put("type", "thinking")
                    .put("thinking", choice.reasoning())
                    .put("signature", signature(message));
        }
        if (!choice.text().isEmpty()) {
            content.addObject().put("type", "text").put("text", choice.text());
        }
        for (ToolCall call : choice.toolCalls()) {
            content.addObject()
                    .put("type", "tool_use")
                    .put("id", call.id())
                    .put("name", call.name())
                    .set("input", WholeAnswer.json(call.argumentsJson()));
        }
        root.set("stop_reason", WholeAnswer.textOrNull(choice.finishWord()));
        root.putNull("stop_sequence");
        usage(root.putObject("usage"), message.usage());
        return root;
    }

    private static String signature(Message message) {
        return message.opaque().stream()
                .filter(opaque -> opaque.kind() == OpaqueKind.SIGNATURE)
                .map(TokenDelta.Opaque::payload)
                .findFirst()
                .orElse("");
    }

    private static void usage(ObjectNode out, TokenUsage usage) {
        out.put("input_tokens", Math.max(0, usage.input()));
        if (usage.cacheWrite() != TokenUsage.UNKNOWN) {
            out.put("cache_creation_input_tokens", usage.cacheWrite());
        }
        if (usage.cacheRead() != TokenUsage.UNKNOWN) {
            out.put("cache_read_input_tokens", usage.cacheRead());
        }
        out.put("output_tokens", Math.max(0, usage.output()));
    }

    /** What the old completions answer. */
    static ObjectNode completion(Message message) {
        ObjectNode root = WholeAnswer.JSON
                .createObjectNode()
                .put("type", "completion")
                .put("id", WholeAnswer.orElse(message.responseId(), "compl_replayed"))
                .put("completion", message.text())
                .put("model", message.model());
        root.set("stop_reason", WholeAnswer.textOrNull(message.first().finishWord()));
        return root;
    }
}
