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
    private static final JsonName TRANSCRIPT = JsonName.of("transcript");
    private static final JsonName DATA = JsonName.of("data");

    private static final FieldTable FIELDS = new FieldTable(
            "content",
            "refusal",
            "reasoning_content",
            "reasoning",
            "reasoning_details",
            "tool_calls",
            "function_call",
            "audio",
            "annotations",
            "images",
            "executed_tools");
    private static final int CONTENT = FIELDS.number("content");
    private static final int REFUSAL = FIELDS.number("refusal");
    private static final JsonName CONTENT_WORD = JsonName.of("content");
    private static final int REASONING_CONTENT = FIELDS.number("reasoning_content");
    private static final int REASONING = FIELDS.number("reasoning");
    private static final int REASONING_DETAILS = FIELDS.number("reasoning_details");
    private static final int TOOL_CALLS = FIELDS.number("tool_calls");
    private static final int FUNCTION_CALL = FIELDS.number("function_call");
    private static final int AUDIO = FIELDS.number("audio");
    private static final int ANNOTATIONS = FIELDS.number("annotations");
    private static final int IMAGES = FIELDS.number("images");
    private static final int EXECUTED_TOOLS = FIELDS.number("executed_tools");

    private final FieldFinder delta = new FieldFinder(FIELDS);
    private final ContentParts parts = new ContentParts(this);
    private final OpenAiToolCalls toolCalls = new OpenAiToolCalls(this);
    private final ByteSlice oneText = new ByteSlice();
    private final ByteSlice otherText = new ByteSlice();

    OpenAiChatDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void content(int choice) {
        delta.read(json, deltaOrMessage());
        int content = delta.node(CONTENT);
        int reasoning = reasoningText();
        warnOfSameText(reasoning, content);
        reasoning(choice, 0, reasoning);
        parts.details(choice, delta.node(REASONING_DETAILS), holdsWords(reasoning));
        parts.content(choice, content);
        refusal(choice, 0, delta.node(REFUSAL));
        toolCalls(choice, content);
        audio(choice, delta.node(AUDIO));
        opaqueElements(OpaqueKind.CITATION, choice, delta.node(ANNOTATIONS));
        opaqueElements(OpaqueKind.IMAGE, choice, delta.node(IMAGES));
        opaqueElements(OpaqueKind.TOOL_RESULT, choice, delta.node(EXECUTED_TOOLS));
    }

    /**
     * The object that holds what the choice says; {@link JsonTape#MISSING} when there is none, as in Azure's filter
     * results.
     */
    private int deltaOrMessage() {
        int object = choiceFields.node(DELTA);
        int message = choiceFields.node(MESSAGE);
        boolean isObject = json.is(object, JsonKind.OBJECT);
        if (json.is(message, JsonKind.OBJECT) || (object != JsonTape.MISSING && !isObject)) {
            deviation(Deviation.DELTA_SHAPE);
        }
        if (isObject) {
            unread(json.field(message, CONTENT_WORD));
        }
        return isObject ? object : message;
    }

    /** The first of the two usual fields that holds words. */
    private int reasoningText() {
        int first = delta.node(REASONING_CONTENT);
        return holdsWords(first) ? first : delta.node(REASONING);
    }

    private boolean holdsWords(int node) {
        return json.is(node, JsonKind.STRING) && saysSomething(node);
    }

    private void toolCalls(int choice, int content) {
        int calls = delta.node(TOOL_CALLS);
        if (json.isFilled(calls)) {
            toolCalls.read(choice, calls);
            warnOfSameText(toolCalls.lastArguments(), content);
        } else {
            toolCalls.readLegacy(choice, delta.node(FUNCTION_CALL));
        }
    }

    private void warnOfSameText(int one, int other) {
        if (json.is(one, JsonKind.STRING)
                && json.is(other, JsonKind.STRING)
                && !json.string(one, oneText).isEmpty()
                && oneText.contentEquals(json.string(other, otherText))) {
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
