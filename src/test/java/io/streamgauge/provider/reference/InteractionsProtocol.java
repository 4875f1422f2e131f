package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ToolCallDelta;
import java.util.List;
import java.util.Map;

/** Gemini interactions: steps, or the contents of the form before. */
final class InteractionsProtocol extends Protocol {
    private static final Map<String, FinishReason> WORDS = Map.of(
            "completed", FinishReason.STOP,
            "requires_action", FinishReason.TOOL_CALLS,
            "incomplete", FinishReason.LENGTH,
            "budget_exceeded", FinishReason.LENGTH,
            "cancelled", FinishReason.CANCELLED,
            "failed", FinishReason.ERROR);

    private static final List<String> TEXTS = List.of("text", "model_output", "text_annotation");
    private static final List<String> THOUGHTS = List.of("thought", "thought_summary", "thought_signature");
    private static final List<String> CALLS = List.of("function_call", "arguments_delta", "arguments");
    private static final String CALL = "_call";
    private static final String RESULT = "_result";

    private final Blocks steps = new Blocks(this);

    InteractionsProtocol(DeltaHandler handler) {
        super(handler, true, false);
    }

    @Override
    void event(Frame.Event event, Json root) {
        if (isOver() || hasFailed()) {
            return;
        }
        String type = type(event, root.get("event_type"));
        switch (type) {
            case "interaction.created", "interaction.start", "interaction.queued", "interaction.in_progress" ->
                interaction(root);
            case "step.start", "content.start" -> start(root);
            case "step.delta", "content.delta" -> delta(steps.index(root), root.get("delta"));
            case "step.stop", "content.stop" -> steps.close(steps.index(root));
            case "interaction.completed",
                    "interaction.complete",
                    "interaction.requires_action",
                    "interaction.incomplete",
                    "interaction.budget_exceeded",
                    "interaction.cancelled",
                    "interaction.failed" -> end(interaction(root), type);
            case "interaction.status_update" -> {}
            case "error" -> error(root);
            default -> unknownEvent();
        }
    }

    private Json interaction(Json root) {
        Json interaction = root.get("interaction");
        if (!interaction.isPresent()) {
            deviation(Deviation.MISSING_FIELD);
        }
        start(interaction.get("id"), interaction.get("model"));
        return interaction;
    }

    private void end(Json interaction, String type) {
        countTokens(interaction.get("usage"));
        String status = interaction.get("status").string();
        String word = status.isEmpty() ? type.substring(type.indexOf('.') + 1) : status;
        FinishReason reason = meaning(WORDS, word);
        Json error = interaction.get("error");
        if (reason == FinishReason.ERROR) {
            error(error.saysSomething() ? error : interaction);
        } else {
            steps.closeAll();
        }
        finish(0, reason, word);
        terminated();
    }

    private void countTokens(Json object) {
        usage.input(object.get("total_input_tokens").count());
        usage.output(object.get("total_output_tokens").count());
        usage.total(object.get("total_tokens").count());
        usage.cacheRead(object.get("total_cached_tokens").count());
        usage.reasoning(object.get("total_thought_tokens").count());
        usage(object);
    }

    // Steps.

    private static Blocks.Kind kind(Json step) {
        String type = step.get("type").string();
        if (TEXTS.contains(type)) {
            return Blocks.Kind.TEXT;
        }
        if (THOUGHTS.contains(type)) {
            return Blocks.Kind.REASONING;
        }
        if (CALLS.contains(type)) {
            return Blocks.Kind.FUNCTION;
        }
        return type.endsWith(CALL) ? Blocks.Kind.SERVER : Blocks.Kind.OTHER;
    }

    private void start(Json root) {
        int index = steps.indexOfStart(root);
        Json step = root.firstOf(List.of("step", "content"));
        Blocks.Kind kind = kind(step);
        steps.open(index, kind);
        if (kind.isCall()) {
            call(index, kind, step, ToolCallDelta.Form.FALLBACK);
        } else if (step.get("type").string().endsWith(RESULT)) {
            opaque(OpaqueKind.TOOL_RESULT, 0, index, step);
        }
        boolean isThought = kind == Blocks.Kind.REASONING;
        for (Json piece : step.get(isThought ? "summary" : "content").elements) {
            words(index, kind, piece.get("text"));
        }
        words(index, kind, step.get("text"));
        opaque(OpaqueKind.SIGNATURE, 0, index, step.get("signature"));
    }

    private void words(int index, Blocks.Kind kind, Json words) {
        if (kind == Blocks.Kind.REASONING) {
            reasoning(0, index, words);
        } else if (kind == Blocks.Kind.TEXT) {
            text(0, index, words);
        }
    }

    private void call(int index, Blocks.Kind kind, Json value, ToolCallDelta.Form form) {
        String type = value.get("type").string();
        String name = value.get("name").string();
        if (name.isEmpty() && kind == Blocks.Kind.SERVER) {
            name = type.substring(0, type.length() - CALL.length());
        }
        Json arguments = value.get("arguments");
        call(new Call(0, index)
                .named(value.get("id").string(), name)
                .with(arguments.isFilled() ? arguments.raw() : arguments.string())
                .form(form)
                .kind(kind.toolKind()));
    }

    private void delta(int index, Json delta) {
        if (!delta.is(Json.Kind.OBJECT)) {
            deviation(Deviation.DELTA_SHAPE);
            return;
        }
        steps.use(index, kind(delta));
        String type = delta.get("type").string();
        switch (type) {
            case "text", "model_output" -> text(0, index, delta.get("text"));
            case "text_annotation" -> opaques(OpaqueKind.CITATION, 0, index, delta.get("annotations").elements);
            case "thought", "thought_summary" -> {
                Json text = delta.get("text");
                reasoning(
                        0, index, text.isPresent() ? text : delta.get("content").get("text"));
            }
            case "thought_signature" -> opaque(OpaqueKind.SIGNATURE, 0, index, delta.get("signature"));
            case "arguments_delta", "arguments" -> arguments(index, delta);
            case "function_call" -> call(index, Blocks.Kind.FUNCTION, delta, ToolCallDelta.Form.WHOLE);
            case "image" -> opaque(OpaqueKind.IMAGE, 0, index, delta);
            case "audio" -> opaque(OpaqueKind.AUDIO, 0, index, delta);
            default -> otherDelta(index, type, delta);
        }
    }

    private void otherDelta(int index, String type, Json delta) {
        if (type.endsWith(CALL)) {
            call(index, Blocks.Kind.SERVER, delta, ToolCallDelta.Form.WHOLE);
        } else {
            opaque(type.endsWith(RESULT) ? OpaqueKind.TOOL_RESULT : OpaqueKind.OTHER, 0, index, delta);
        }
    }

    private void arguments(int index, Json delta) {
        Call call = new Call(0, index).kind(steps.kind(index).toolKind());
        withArguments(call, delta.firstOf(List.of("arguments", "partial_arguments")));
        if (!call.arguments.isEmpty()) {
            call(call);
        }
    }
}
