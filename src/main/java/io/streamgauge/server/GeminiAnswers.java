package io.streamgauge.server;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.ToolCall;
import io.streamgauge.delta.TokenUsage;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whole answers as Gemini's endpoints give them. */
final class GeminiAnswers {
    private GeminiAnswers() {}

    /** What {@code generateContent} answers. */
    static ObjectNode content(Message message) {
        ObjectNode root = WholeAnswer.JSON.createObjectNode();
        ArrayNode candidates = root.putArray("candidates");
        for (Message.Choice choice : message.choices()) {
            ObjectNode candidate = candidates.addObject();
            ObjectNode content = candidate.putObject("content");
            parts(choice, content.putArray("parts"));
            content.put("role", "model");
            if (!choice.finishWord().isEmpty()) {
                candidate.put("finishReason", choice.finishWord());
            }
            candidate.put("index", choice.index());
        }
        usage(root, message.usage());
        return root.put("modelVersion", message.model())
                .put("responseId", WholeAnswer.orElse(message.responseId(), "replayed"));
    }

    private static void parts(Message.Choice choice, ArrayNode out) {
        if (!choice.reasoning().isEmpty()) {
            out.addObject().put("text", choice.reasoning()).put("thought", true);
        }
        if (!choice.text().isEmpty()) {
            out.addObject().put("text", choice.text());
        }
        for (ToolCall call : choice.toolCalls()) {
            ObjectNode function = out.addObject().putObject("functionCall");
            if (!call.id().isEmpty()) {
                function.put("id", call.id());
            }
            function.put("name", call.name()).set("args", WholeAnswer.json(call.argumentsJson()));
        }
    }

    private static void usage(ObjectNode root, TokenUsage usage) {
        if (!usage.isKnown()) {
            return;
        }
        ObjectNode out = root.putObject("usageMetadata");
        put(out, "promptTokenCount", usage.input());
        put(out, "candidatesTokenCount", usage.output());
        put(out, "thoughtsTokenCount", usage.reasoning());
        put(out, "totalTokenCount", usage.total());
    }

    private static void put(ObjectNode out, String name, long tokens) {
        if (tokens != TokenUsage.UNKNOWN) {
            out.put(name, tokens);
        }
    }

    /** What an interaction answers: its object, with the outputs that a stream sends apart from it. */
    static ObjectNode interaction(Optional<ObjectNode> enclosed, Message message) {
        ObjectNode root = enclosed.orElseGet(() -> WholeAnswer.JSON
                .createObjectNode()
                .put("id", WholeAnswer.orElse(message.responseId(), "replayed"))
                .put("object", "interaction")
                .put("status", message.isComplete() ? "completed" : "incomplete")
                .put("model", message.model()));
        ArrayNode outputs = root.putArray("outputs");
        if (!message.text().isEmpty()) {
            outputs.addObject().put("type", "text").put("text", message.text());
        }
        for (ToolCall call : message.first().toolCalls()) {
            outputs.addObject()
                    .put("type", "function_call")
                    .put("id", call.id())
                    .put("name", call.name())
                    .set("arguments", WholeAnswer.json(call.argumentsJson()));
        }
        return root;
    }
}
