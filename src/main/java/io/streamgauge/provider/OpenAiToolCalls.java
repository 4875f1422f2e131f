package io.streamgauge.provider;

import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.ToolCallDelta;

/**
 * The tool calls of a chat delta, handed out as they are: what belongs together is decided by whoever accumulates them.
 * Here {@code null} and an empty string are the same as an absent field.
 */
final class OpenAiToolCalls {
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName FUNCTION = JsonName.of("function");
    private static final JsonName CUSTOM = JsonName.of("custom");
    private static final JsonName NAME = JsonName.of("name");
    private static final JsonName ARGUMENTS = JsonName.of("arguments");
    private static final JsonName INPUT = JsonName.of("input");

    private final JsonEventDecoder decoder;
    private final JsonTape json;
    private final ToolCallDelta call;
    private final CallIds ids = new CallIds();
    private int lastArguments = JsonTape.MISSING;

    OpenAiToolCalls(JsonEventDecoder decoder) {
        this.decoder = decoder;
        json = decoder.json;
        call = decoder.toolCall;
    }

    /** Hands out a list of calls, or a single one that stands for a list. */
    void read(int choice, int calls) {
        lastArguments = JsonTape.MISSING;
        if (json.is(calls, JsonKind.OBJECT)) {
            call(choice, calls);
            return;
        }
        for (int node = json.first(calls); node != JsonTape.MISSING; node = json.next(calls, node)) {
            if (json.is(node, JsonKind.OBJECT)) {
                call(choice, node);
            }
        }
    }

    private void call(int choice, int node) {
        int index = json.indexValue(json.field(node, OpenAiChoicesDecoder.INDEX), ToolCallDelta.NO_INDEX);
        if (index == ToolCallDelta.NO_INDEX) {
            decoder.deviation(Deviation.TOOL_CALL_WITHOUT_INDEX);
        }
        json.string(json.field(node, ID), call.begin(choice, index).id());
        if (ids.isRenamed(choice, index, call.id())) {
            decoder.deviation(Deviation.TOOL_CALL_ID_CHANGED);
        }
        int custom = json.field(node, CUSTOM);
        if (json.is(custom, JsonKind.OBJECT)) {
            call.kind(ToolCallDelta.Kind.CUSTOM);
            body(custom, INPUT);
        } else {
            body(json.field(node, FUNCTION), ARGUMENTS);
        }
    }

    /**
     * Hands out a {@code function_call}, the form before tool calls, which knows neither index nor id. Some servers put
     * an empty one beside every text.
     */
    void readLegacy(int choice, int function) {
        if (decoder.saysSomething(json.field(function, NAME))
                || decoder.saysSomething(json.field(function, ARGUMENTS))) {
            call.begin(choice, ToolCallDelta.NO_INDEX);
            body(function, ARGUMENTS);
        }
    }

    private void body(int function, JsonName argumentsName) {
        json.string(json.field(function, NAME), call.name());
        lastArguments = json.field(function, argumentsName);
        decoder.arguments(lastArguments);
        decoder.toolCall();
    }

    /** The node of the arguments handed out last, for as long as the event lasts. */
    int lastArguments() {
        return lastArguments;
    }

    void reset() {
        ids.reset();
    }
}
