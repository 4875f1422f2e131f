package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.OpaqueKind;

/**
 * OpenAI Chat Completions, and what the many compatible servers make of it.
 *
 * <p>Within one delta reasoning comes before text, text before tool calls, and the finish reason last; no server is
 * known that means it otherwise. A delta whose field is absent, {@code null} or empty says nothing.
 */
final class OpenAiChatDecoder extends OpenAiChoicesDecoder {
    private static final JsonName DELTA = JsonName.of("delta");
    private static final JsonName MESSAGE = JsonName.of("message");
    private static final JsonName CONTENT = JsonName.of("content");
    private static final JsonName REFUSAL = JsonName.of("refusal");
    private static final JsonName REASONING_CONTENT = JsonName.of("reasoning_content");
    private static final JsonName REASONING = JsonName.of("reasoning");
    private static final JsonName REASONING_DETAILS = JsonName.of("reasoning_details");
    private static final JsonName TOOL_CALLS = JsonName.of("tool_calls");
    private static final JsonName FUNCTION_CALL = JsonName.of("function_call");
    private static final JsonName AUDIO = JsonName.of("audio");
    private static final JsonName TRANSCRIPT = JsonName.of("transcript");
    private static final JsonName DATA = JsonName.of("data");
    private static final JsonName ANNOTATIONS = JsonName.of("annotations");
    private static final JsonName IMAGES = JsonName.of("images");
    private static final JsonName EXECUTED_TOOLS = JsonName.of("executed_tools");

    private final ContentParts parts = new ContentParts(this);
    private final OpenAiToolCalls toolCalls = new OpenAiToolCalls(this);
    private final ByteSlice oneText = new ByteSlice();
    private final ByteSlice otherText = new ByteSlice();

    OpenAiChatDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void content(int choice, int node) {
        int delta = delta(node);
        int content = json.field(delta, CONTENT);
        int reasoning = reasoningText(delta);
        warnOfSameText(reasoning, content);
        reasoning(choice, 0, reasoning);
        parts.details(choice, json.field(delta, REASONING_DETAILS), json.isPresent(reasoning));
        parts.content(choice, content);
        refusal(choice, 0, json.field(delta, REFUSAL));
        toolCalls(choice, delta, content);
        audio(choice, json.field(delta, AUDIO));
        opaqueElements(OpaqueKind.CITATION, choice, json.field(delta, ANNOTATIONS));
        opaqueElements(OpaqueKind.IMAGE, choice, json.field(delta, IMAGES));
        opaqueElements(OpaqueKind.TOOL_RESULT, choice, json.field(delta, EXECUTED_TOOLS));
    }

    /**
     * The object that holds what the choice says; {@link JsonTape#MISSING} when there is none, as in Azure's filter
     * results.
     */
    private int delta(int choice) {
        int delta = json.field(choice, DELTA);
        int message = json.field(choice, MESSAGE);
        boolean isObject = json.is(delta, JsonKind.OBJECT);
        if (json.is(message, JsonKind.OBJECT) || (delta != JsonTape.MISSING && !isObject)) {
            deviation(Deviation.DELTA_SHAPE);
        }
        return isObject ? delta : message;
    }

    /** The first of the two usual fields that is not null; one that is empty gives way to the other. */
    private int reasoningText(int delta) {
        int first = json.field(delta, REASONING_CONTENT);
        int second = json.field(delta, REASONING);
        return saysSomething(first) || !json.isPresent(second) ? first : second;
    }

    private void toolCalls(int choice, int delta, int content) {
        int calls = json.field(delta, TOOL_CALLS);
        if (json.first(calls) != JsonTape.MISSING) {
            toolCalls.read(choice, calls);
            warnOfSameText(toolCalls.lastArguments(), content);
        } else {
            toolCalls.readLegacy(choice, json.field(delta, FUNCTION_CALL));
        }
    }

    private void warnOfSameText(int one, int other) {
        if (json.is(one, JsonKind.STRING)
                && json.is(other, JsonKind.STRING)
                && !json.raw(one, oneText).isEmpty()
                && oneText.contentEquals(json.raw(other, otherText))) {
            deviation(Deviation.SAME_TEXT_TWICE);
        }
    }

    /** The words of a spoken answer stand nowhere else, so they are its text. */
    private void audio(int choice, int audio) {
        text(choice, 0, json.field(audio, TRANSCRIPT));
        opaque(OpaqueKind.AUDIO, choice, 0, json.field(audio, DATA));
    }

    @Override
    public void reset() {
        super.reset();
        toolCalls.reset();
    }
}
