package io.streamgauge.server;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.ToolCall;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whole answers as OpenAI's endpoints give them. */
final class OpenAiAnswers {
    private OpenAiAnswers() {}

    /** What Chat Completions answers. */
    static ObjectNode chat(Message message) {
        ObjectNode root = head(message, "chatcmpl-replayed", "chat.completion");
        ArrayNode choices = root.putArray("choices");
        for (Message.Choice choice : message.choices()) {
            ObjectNode one = choices.addObject().put("index", choice.index());
            chatMessage(choice, one.putObject("message"));
            one.putNull("logprobs").set("finish_reason", WholeAnswer.textOrNull(choice.finishWord()));
        }
        return usage(root, message.usage(), "prompt_tokens", "completion_tokens");
    }

    private static void chatMessage(Message.Choice choice, ObjectNode out) {
        out.put("role", "assistant");
        out.set("content", WholeAnswer.textOrNull(choice.text()));
        out.set("refusal", WholeAnswer.textOrNull(choice.refusal()));
        if (!choice.reasoning().isEmpty()) {
            out.put("reasoning_content", choice.reasoning());
        }
        if (!choice.toolCalls().isEmpty()) {
            ArrayNode calls = out.putArray("tool_calls");
            choice.toolCalls().forEach(call -> toolCall(call, calls.addObject()));
        }
    }

    private static void toolCall(ToolCall call, ObjectNode out) {
        out.put("id", call.id());
        if (call.kind() == ToolCallDelta.Kind.CUSTOM) {
            out.put("type", "custom")
                    .putObject("custom")
                    .put("name", call.name())
                    .put("input", call.arguments());
        } else {
            out.put("type", "function")
                    .putObject("function")
                    .put("name", call.name())
                    .put("arguments", call.argumentsJson());
        }
    }

    /** What the old completions answer. */
    static ObjectNode completion(Message message) {
        ObjectNode root = head(message, "cmpl-replayed", "text_completion");
        ArrayNode choices = root.putArray("choices");
        for (Message.Choice choice : message.choices()) {
            choices.addObject()
                    .put("text", choice.text())
                    .put("index", choice.index())
                    .putNull("logprobs")
                    .set("finish_reason", WholeAnswer.textOrNull(choice.finishWord()));
        }
        return usage(root, message.usage(), "prompt_tokens", "completion_tokens");
    }

    /** What Responses answer, for a stream that does not hold its response. */
    static ObjectNode response(Message message) {
        ObjectNode root = WholeAnswer.JSON
                .createObjectNode()
                .put("id", WholeAnswer.orElse(message.responseId(), "resp_replayed"))
                .put("object", "response")
                .put("created_at", WholeAnswer.CREATED_SECONDS)
                .put("status", message.isComplete() ? "completed" : "incomplete")
                .put("model", message.model());
        ArrayNode output = root.putArray("output");
        if (!message.text().isEmpty()) {
            ObjectNode item = output.addObject().put("type", "message").put("role", "assistant");
            ObjectNode part = item.putArray("content").addObject();
            part.put("type", "output_text").put("text", message.text()).putArray("annotations");
        }
        for (ToolCall call : message.first().toolCalls()) {
            output.addObject()
                    .put("type", "function_call")
                    .put("call_id", call.id())
                    .put("name", call.name())
                    .put("arguments", call.argumentsJson());
        }
        return usage(root, message.usage(), "input_tokens", "output_tokens");
    }

    /** What a run answers, for a stream that does not hold its run. */
    static ObjectNode run(Message message) {
        ObjectNode root = WholeAnswer.JSON
                .createObjectNode()
                .put("id", WholeAnswer.orElse(message.responseId(), "run_replayed"))
                .put("object", "thread.run")
                .put("created_at", WholeAnswer.CREATED_SECONDS)
                .put("status", message.isComplete() ? "completed" : "incomplete")
                .put("model", message.model());
        return usage(root, message.usage(), "prompt_tokens", "completion_tokens");
    }

    private static ObjectNode head(Message message, String id, String object) {
        return WholeAnswer.JSON
                .createObjectNode()
                .put("id", WholeAnswer.orElse(message.responseId(), id))
                .put("object", object)
                .put("created", WholeAnswer.CREATED_SECONDS)
                .put("model", message.model());
    }

    private static ObjectNode usage(ObjectNode root, TokenUsage usage, String input, String output) {
        if (usage.isKnown()) {
            ObjectNode counters = root.putObject("usage");
            counters.put(input, Math.max(0, usage.input())).put(output, Math.max(0, usage.output()));
            long sum = Math.max(0, usage.input()) + Math.max(0, usage.output());
            counters.put("total_tokens", usage.total() == TokenUsage.UNKNOWN ? sum : usage.total());
        }
        return root;
    }
}
