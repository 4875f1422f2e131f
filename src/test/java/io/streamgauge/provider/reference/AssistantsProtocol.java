package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ToolCallDelta;
import java.util.Map;

/** OpenAI Assistants runs: every event holds an object that names itself, and the run comes to rest at last. */
final class AssistantsProtocol extends Protocol {
    private static final Map<String, FinishReason> AT_REST = Map.of(
            "completed", FinishReason.STOP,
            "incomplete", FinishReason.LENGTH,
            "requires_action", FinishReason.TOOL_CALLS,
            "cancelled", FinishReason.CANCELLED,
            "failed", FinishReason.ERROR,
            "expired", FinishReason.ERROR);

    AssistantsProtocol(DeltaHandler handler) {
        super(handler, true, true);
    }

    @Override
    void event(Frame.Event event, Json root) {
        Json delta = root.get("delta");
        switch (root.get("object").string()) {
            case "thread.message.delta" -> delta.get("content").elements.forEach(this::part);
            case "thread.run.step.delta" ->
                delta.get("step_details").get("tool_calls").elements.forEach(this::call);
            case "thread.run" -> run(root);
            case "thread.run.step", "thread.message", "thread" -> {}
            default -> unknownEvent();
        }
    }

    private void part(Json part) {
        int number = part.get("index").index(0);
        text(0, number, part.get("text").get("value"));
        opaques(OpaqueKind.CITATION, 0, 0, part.get("text").get("annotations").elements);
        refusal(0, number, part.get("refusal"));
        opaque(OpaqueKind.IMAGE, 0, number, part.get("image_file"));
    }

    /** The provider's own tools have no function, and so no name but their type. */
    private void call(Json value) {
        if (!value.is(Json.Kind.OBJECT)) {
            return;
        }
        Json function = value.get("function");
        Json interpreter = value.get("code_interpreter");
        Call call = new Call(0, value.get("index").index(ToolCallDelta.NO_INDEX));
        String id = value.get("id").string();
        if (function.isPresent()) {
            call(withArguments(call.named(id, function.get("name").string()), function.get("arguments")));
        } else {
            call.named(id, value.get("type").string()).kind(ToolCallDelta.Kind.SERVER);
            call(withArguments(call, interpreter.get("input")));
        }
        opaques(OpaqueKind.TOOL_RESULT, 0, 0, interpreter.get("outputs").elements);
    }

    private void run(Json run) {
        start(run.get("id"), run.get("model"));
        ChoicesProtocol.countTokens(this, run.get("usage"));
        usage(run.get("usage"));
        FinishReason reason = AT_REST.get(run.get("status").string());
        if (reason == null) {
            return;
        }
        finish(0, reason, run.get("status").string());
        if (run.get("last_error").saysSomething()) {
            error(run.get("last_error"));
        } else if (reason == FinishReason.ERROR) {
            failedWith(run.get("status"));
        }
    }
}
