package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ToolCallDelta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** OpenAI Chat Completions: reasoning, then text, then calls, then all that is not for people. */
final class ChatProtocol extends ChoicesProtocol {
    private record Place(int choice, int index) {}

    private final Map<Place, String> callIds = new HashMap<>();

    ChatProtocol(DeltaHandler handler) {
        super(handler);
    }

    @Override
    void content(int number, Json choice) {
        Json delta = deltaOf(choice);
        Json content = delta.get("content");
        Json one = delta.get("reasoning_content");
        Json reasoning = one.string().isEmpty() ? delta.get("reasoning") : one;
        warnOfSameWords(reasoning, content);
        reasoning(number, 0, reasoning);
        for (Json detail : delta.get("reasoning_details").elements) {
            detail(number, detail, reasoning.string().isEmpty());
        }
        content(number, 0, content);
        refusal(number, 0, delta.get("refusal"));
        calls(number, delta, content);
        text(number, 0, delta.get("audio").get("transcript"));
        opaque(OpaqueKind.AUDIO, number, 0, delta.get("audio").get("data"));
        opaques(OpaqueKind.CITATION, number, 0, delta.get("annotations").elements);
        opaques(OpaqueKind.IMAGE, number, 0, delta.get("images").elements);
        opaques(OpaqueKind.TOOL_RESULT, number, 0, delta.get("executed_tools").elements);
    }

    /** Some servers say {@code message} in place of {@code delta}, or both, or {@code null}. */
    private Json deltaOf(Json choice) {
        Json delta = choice.get("delta");
        Json message = choice.get("message");
        boolean isUsual = delta.is(Json.Kind.OBJECT) || delta.is(Json.Kind.MISSING);
        if (!isUsual || message.is(Json.Kind.OBJECT)) {
            deviation(Deviation.DELTA_SHAPE);
        }
        return delta.is(Json.Kind.OBJECT) ? delta : message;
    }

    private void warnOfSameWords(Json one, Json other) {
        if (!one.string().isEmpty() && one.string().equals(other.string())) {
            deviation(Deviation.SAME_TEXT_TWICE);
        }
    }

    private void detail(int number, Json detail, boolean isOnlyPlace) {
        for (Json words : List.of(detail.get("text"), detail.get("summary"))) {
            if (isOnlyPlace && !words.string().isEmpty()) {
                deviation(Deviation.REASONING_IN_DETAILS);
                reasoning(number, 0, words);
            }
        }
        opaque(OpaqueKind.SIGNATURE, number, 0, detail.get("signature"));
        opaque(OpaqueKind.SIGNATURE, number, 0, detail.get("data"));
    }

    /** Words, a part that says what it is by its field, or a list of these. */
    private void content(int number, int depth, Json content) {
        if (content.is(Json.Kind.ARRAY) && depth == 0) {
            content.elements.forEach(part -> content(number, 1, part));
        } else if (content.is(Json.Kind.STRING)) {
            text(number, 0, content);
        } else if (content.get("thinking").isPresent()) {
            thinking(number, content.get("thinking"));
        } else if (content.get("text").is(Json.Kind.STRING)) {
            text(number, 0, content.get("text"));
        } else if (content.get("refusal").is(Json.Kind.STRING)) {
            refusal(number, 0, content.get("refusal"));
        } else if (content.is(Json.Kind.OBJECT)) {
            opaque(kindOfPart(content.get("type").string()), number, 0, content);
        }
    }

    private static OpaqueKind kindOfPart(String type) {
        return switch (type) {
            case "reference" -> OpaqueKind.CITATION;
            case "image_url" -> OpaqueKind.IMAGE;
            default -> OpaqueKind.OTHER;
        };
    }

    private void thinking(int number, Json thinking) {
        reasoning(number, 0, thinking);
        for (Json part : thinking.elements) {
            reasoning(number, 0, part.is(Json.Kind.STRING) ? part : part.get("text"));
        }
    }

    // Calls.

    private void calls(int number, Json delta, Json content) {
        Json calls = delta.get("tool_calls");
        List<Json> list = calls.is(Json.Kind.OBJECT) ? List.of(calls) : calls.elements;
        if (!calls.isFilled()) {
            legacyCall(number, delta.get("function_call"));
            return;
        }
        Json lastArguments = Json.MISSING;
        for (Json call : list) {
            lastArguments = call.is(Json.Kind.OBJECT) ? call(number, call) : lastArguments;
        }
        warnOfSameWords(lastArguments, content);
    }

    /** Tells a call, and answers the arguments it holds. */
    private Json call(int number, Json value) {
        Call call = new Call(number, value.get("index").index(ToolCallDelta.NO_INDEX));
        if (call.index == ToolCallDelta.NO_INDEX) {
            deviation(Deviation.TOOL_CALL_WITHOUT_INDEX);
        } else {
            watchId(new Place(number, call.index), value.get("id").string());
        }
        boolean isCustom = value.get("custom").is(Json.Kind.OBJECT);
        Json function = value.get(isCustom ? "custom" : "function");
        Json arguments = function.get(isCustom ? "input" : "arguments");
        call.kind(isCustom ? ToolCallDelta.Kind.CUSTOM : ToolCallDelta.Kind.FUNCTION);
        call.named(value.get("id").string(), function.get("name").string());
        call(withArguments(call, arguments));
        return arguments;
    }

    private void watchId(Place place, String id) {
        if (!id.isEmpty()) {
            String before = callIds.put(place, id);
            if (before != null && !before.equals(id)) {
                deviation(Deviation.TOOL_CALL_ID_CHANGED);
            }
        }
    }

    /** The form before tool calls; an empty one stands beside every text of some servers. */
    private void legacyCall(int number, Json function) {
        if (function.get("name").saysSomething() || function.get("arguments").saysSomething()) {
            Call call = new Call(number, ToolCallDelta.NO_INDEX);
            call.named("", function.get("name").string());
            call(withArguments(call, function.get("arguments")));
        }
    }
}
