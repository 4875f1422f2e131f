package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ToolCallDelta;
import java.util.Map;

/** Ollama's own protocol, both endpoints; protocols.md 6.1. */
final class OllamaProtocol extends Protocol {
    private static final Map<String, FinishReason> WORDS =
            Map.of("stop", FinishReason.STOP, "length", FinishReason.LENGTH);

    private final boolean isChat;
    private int calls;

    OllamaProtocol(DeltaHandler handler, boolean isChat) {
        super(handler, true, true);
        this.isChat = isChat;
    }

    @Override
    void event(Frame.Event event, Json root) {
        start(Json.MISSING, root.get("model"));
        boolean isLast = root.get("done").is(Json.Kind.TRUE);
        boolean isAnswer = isChat
                ? root.get("message").is(Json.Kind.OBJECT)
                : !root.get("response").is(Json.Kind.MISSING);
        if (isAnswer) {
            message(isChat ? root.get("message") : root);
        } else if (!isLast) {
            unknownEvent();
        }
        if (isLast) {
            last(root);
        }
    }

    private void message(Json message) {
        reasoning(0, 0, message.get("thinking"));
        text(0, 0, message.get(isChat ? "content" : "response"));
        message.get("tool_calls").elements.forEach(this::call);
        opaques(OpaqueKind.IMAGE, 0, 0, message.get("images").elements);
    }

    /** Calls are whole and numbered as they arrive: the index is 0 for all of them in many builds. */
    private void call(Json value) {
        if (value.is(Json.Kind.OBJECT)) {
            Json function = value.get("function");
            call(new Call(0, calls++)
                    .named(value.get("id").string(), function.get("name").string())
                    .with(function.get("arguments").word())
                    .form(ToolCallDelta.Form.WHOLE));
        }
    }

    private void last(Json root) {
        String word = root.get("done_reason").string();
        if (word.isEmpty()) {
            deviation(Deviation.MISSING_FINISH);
        } else {
            finish(0, meaning(WORDS, word), word);
        }
        countTokens(root);
        if (!isChat) {
            opaque(OpaqueKind.OTHER, 0, 0, root.get("context"));
        }
        terminated();
    }

    /** A counter that is 0 is left out; where nothing was counted there is no duration either. */
    private void countTokens(Json root) {
        long input = root.get("prompt_eval_count").count();
        long output = root.get("eval_count").count();
        if (input >= 0 || output >= 0 || !root.get("total_duration").is(Json.Kind.MISSING)) {
            usage.input(Math.max(input, 0));
            usage.output(Math.max(output, 0));
            usage(root);
        }
    }
}
