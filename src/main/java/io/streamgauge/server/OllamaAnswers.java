package io.streamgauge.server;

import io.streamgauge.accumulate.Message;
import io.streamgauge.delta.TokenUsage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whole answers as Ollama gives them. */
final class OllamaAnswers {
    private OllamaAnswers() {}

    /** What {@code /api/chat} answers. */
    static ObjectNode chat(Message message) {
        Message.Choice choice = message.first();
        ObjectNode root = head(message);
        ObjectNode out = root.putObject("message").put("role", "assistant").put("content", choice.text());
        thinking(choice, out);
        if (!choice.toolCalls().isEmpty()) {
            ArrayNode calls = out.putArray("tool_calls");
            choice.toolCalls()
                    .forEach(call -> calls.addObject()
                            .putObject("function")
                            .put("name", call.name())
                            .set("arguments", WholeAnswer.json(call.argumentsJson())));
        }
        return tail(root, message);
    }

    /** What {@code /api/generate} answers. */
    static ObjectNode generate(Message message) {
        ObjectNode root = head(message).put("response", message.text());
        thinking(message.first(), root);
        return tail(root, message);
    }

    private static ObjectNode head(Message message) {
        return WholeAnswer.JSON
                .createObjectNode()
                .put("model", message.model())
                .put("created_at", WholeAnswer.CREATED_AT);
    }

    private static void thinking(Message.Choice choice, ObjectNode out) {
        if (!choice.reasoning().isEmpty()) {
            out.put("thinking", choice.reasoning());
        }
    }

    private static ObjectNode tail(ObjectNode root, Message message) {
        root.put("done", true);
        if (!message.first().finishWord().isEmpty()) {
            root.put("done_reason", message.first().finishWord());
        }
        TokenUsage usage = message.usage();
        if (usage.input() != TokenUsage.UNKNOWN) {
            root.put("prompt_eval_count", usage.input());
        }
        if (usage.output() != TokenUsage.UNKNOWN) {
            root.put("eval_count", usage.output());
        }
        return root;
    }
}
