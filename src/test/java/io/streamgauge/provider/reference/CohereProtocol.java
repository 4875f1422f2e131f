package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import java.util.Map;

/** Cohere v2 chat; protocols.md 8.1. */
final class CohereProtocol extends Protocol {
    private static final Map<String, FinishReason> WORDS = Map.of(
            "COMPLETE", FinishReason.STOP,
            "STOP_SEQUENCE", FinishReason.STOP,
            "MAX_TOKENS", FinishReason.LENGTH,
            "TOOL_CALL", FinishReason.TOOL_CALLS,
            "ERROR", FinishReason.ERROR,
            "TIMEOUT", FinishReason.ERROR);

    CohereProtocol(DeltaHandler handler) {
        super(handler, true, false);
    }

    @Override
    void event(Frame.Event event, Json root) {
        Json message = root.get("delta").get("message");
        int index = root.get("index").index(0);
        switch (type(event, root.get("type"))) {
            case "message-start" -> start(root.get("id"), Json.MISSING);
            case "content-start", "content-delta" -> {
                reasoning(0, index, message.get("content").get("thinking"));
                text(0, index, message.get("content").get("text"));
            }
            case "tool-plan-delta" -> toolPlan(message.get("tool_plan"));
            case "tool-call-start", "tool-call-delta" -> call(index, message.get("tool_calls"));
            case "tool-call-end" -> callEnd(0, index);
            case "citation-start" -> opaque(OpaqueKind.CITATION, 0, index, message.get("citations"));
            case "message-end" -> messageEnd(root.get("delta"));
            case "content-end", "citation-end", "debug" -> {}
            default -> unknownEvent();
        }
    }

    /** One call stands where a message has a list of them. */
    private void call(int index, Json calls) {
        Json call = calls.elements.isEmpty() ? calls : calls.elements.get(0);
        Json function = call.get("function");
        Call told = new Call(0, index)
                .named(call.get("id").string(), function.get("name").string());
        call(withArguments(told, function.get("arguments")));
    }

    private void messageEnd(Json delta) {
        countTokens(delta.get("usage"));
        Json word = delta.get("finish_reason");
        FinishReason reason = meaning(WORDS, word.string());
        if (word.string().isEmpty()) {
            deviation(Deviation.MISSING_FINISH);
        } else {
            finish(0, reason, word.string());
        }
        if (delta.get("error").saysSomething()) {
            error(delta.get("error"));
        } else if (reason == FinishReason.ERROR) {
            failedWith(word);
        }
        terminated();
    }

    private void countTokens(Json object) {
        Json counted = object.get("tokens").is(Json.Kind.OBJECT) ? object.get("tokens") : object.get("billed_units");
        usage.input(counted.get("input_tokens").count());
        usage.output(counted.get("output_tokens").count());
        usage.cacheRead(object.get("cached_tokens").count());
        usage(object);
    }
}
