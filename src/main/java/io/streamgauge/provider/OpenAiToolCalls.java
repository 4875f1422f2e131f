package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
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
    private final LastCall last = new LastCall();
    private int lastArguments = JsonTape.MISSING;

    OpenAiToolCalls(JsonEventDecoder decoder) {
        this.decoder = decoder;
        json = decoder.json;
        call = decoder.toolCall;
    }

    /** Hands out a list of calls, or a single one that stands for a list. */
    void read(int choice, int calls) {
        if (json.is(calls, JsonKind.OBJECT)) {
            call(choice, calls);
            return;
        }
        for (int node = json.first(calls); node != JsonTape.MISSING; node = json.next(calls, node)) {
            call(choice, node);
        }
    }

    private void call(int choice, int node) {
        int index = json.indexValue(json.field(node, OpenAiChoicesDecoder.INDEX), ToolCallDelta.NO_INDEX);
        if (index == ToolCallDelta.NO_INDEX) {
            decoder.deviation(Deviation.TOOL_CALL_WITHOUT_INDEX);
        }
        json.string(json.field(node, ID), call.begin(choice, index).id());
        if (last.isRenamed(choice, index, call.id())) {
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
        last.reset();
    }

    /** The call that spoke last. Its id is copied, since the event it came with is gone. */
    private static final class LastCall {
        private int choice;
        private int index = ToolCallDelta.NO_INDEX;
        private byte[] id = new byte[64];
        private int idLength;
        private final ByteSlice view = new ByteSlice();

        /** Whether this is the same call with another id. An id that is absent changes nothing. */
        boolean isRenamed(int choice, int index, ByteSlice id) {
            boolean isSame = index == this.index && choice == this.choice && index != ToolCallDelta.NO_INDEX;
            if (!isSame) {
                this.choice = choice;
                this.index = index;
                idLength = 0;
            }
            if (id.isEmpty() || id.contentEquals(view.wrap(this.id, 0, idLength))) {
                return false;
            }
            boolean isRenamed = idLength > 0;
            keep(id);
            return isRenamed;
        }

        private void keep(ByteSlice name) {
            idLength = name.length();
            id = id.length < idLength ? new byte[idLength] : id;
            System.arraycopy(name.array(), name.offset(), id, 0, idLength);
        }

        void reset() {
            index = ToolCallDelta.NO_INDEX;
            idLength = 0;
        }
    }
}
