package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ToolCallDelta;
import java.nio.charset.StandardCharsets;

/**
 * What output items hold, whole or in pieces.
 *
 * <p>A call that the application answers is announced as soon as its item is; so are those of the provider's tools
 * whose arguments are text. The others, whose arguments are an object in their item, are handed out when that is
 * complete.
 */
final class ResponsesContent {
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName CALL_ID = JsonName.of("call_id");
    private static final JsonName NAME = JsonName.of("name");
    private static final JsonName CONTENT = JsonName.of("content");
    private static final JsonName SUMMARY = JsonName.of("summary");
    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName REFUSAL = JsonName.of("refusal");
    private static final JsonName ANNOTATIONS = JsonName.of("annotations");
    private static final JsonName ENCRYPTED_CONTENT = JsonName.of("encrypted_content");
    private static final JsonName TOOLS = JsonName.of("tools");
    private static final JsonName ENVIRONMENT = JsonName.of("environment");
    private static final JsonName LOCAL = JsonName.of("local");
    private static final JsonName RESULT = JsonName.of("result");

    /** Where the calls of the various tools have their arguments. */
    private static final JsonName[] ARGUMENTS = {
        JsonName.of("arguments"),
        JsonName.of("input"),
        JsonName.of("code"),
        JsonName.of("action"),
        JsonName.of("operation"),
        JsonName.of("queries")
    };

    /** Where the provider's own tools have their answers. */
    private static final JsonName[] RESULTS = {
        JsonName.of("output"), JsonName.of("outputs"), JsonName.of("results"),
    };

    private static final byte[] CALL_SUFFIX = "_call".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OUTPUT_SUFFIX = "_output".getBytes(StandardCharsets.US_ASCII);

    /** The item types that are known by name; the others are known by its end. */
    private enum ItemType implements WireWord {
        MESSAGE("message", BlockKind.TEXT),
        REASONING("reasoning", BlockKind.REASONING),
        FUNCTION_CALL("function_call", BlockKind.FUNCTION_CALL),
        CUSTOM_TOOL_CALL("custom_tool_call", BlockKind.CUSTOM_CALL),
        COMPUTER_CALL("computer_call", BlockKind.FUNCTION_CALL),
        LOCAL_SHELL_CALL("local_shell_call", BlockKind.FUNCTION_CALL),
        SHELL_CALL("shell_call", BlockKind.FUNCTION_CALL),
        APPLY_PATCH_CALL("apply_patch_call", BlockKind.FUNCTION_CALL),
        UNKNOWN("", BlockKind.OTHER);

        private final String wire;
        private final BlockKind kind;

        ItemType(String wire, BlockKind kind) {
            this.wire = wire;
            this.kind = kind;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private static final WordTable<ItemType> ITEM_TYPES = WordTable.of(ItemType.UNKNOWN);

    private final JsonEventDecoder decoder;
    private final JsonTape json;
    private final WordFinder<ItemType> types = new WordFinder<>(ITEM_TYPES);
    private final ByteSlice word = new ByteSlice();

    ResponsesContent(JsonEventDecoder decoder) {
        this.decoder = decoder;
        this.json = decoder.json;
    }

    /** What an item holds. A shell that runs in the provider's container is the provider's business. */
    BlockKind kind(int item) {
        int node = json.field(item, TYPE);
        ItemType type = types.find(json, node);
        if (type == ItemType.SHELL_CALL) {
            int place = json.field(json.field(item, ENVIRONMENT), TYPE);
            boolean isElsewhere = json.is(place, JsonKind.STRING) && !json.stringEquals(place, LOCAL);
            return isElsewhere ? BlockKind.SERVER_CALL : type.kind;
        }
        boolean isNewCall = type == ItemType.UNKNOWN && json.string(node, word).endsWith(CALL_SUFFIX);
        return isNewCall ? BlockKind.SERVER_CALL : type.kind;
    }

    boolean saysSomething(int node) {
        return !json.string(node, word).isEmpty();
    }

    /** Whether text is put into a reasoning item, where it means reasoning. */
    boolean isMisplaced(ResponsesItem item, ResponsesEvent.Channel channel) {
        return item.kind == BlockKind.REASONING && channel == ResponsesEvent.Channel.TEXT;
    }

    void handOut(int index, ResponsesItem item, ResponsesEvent.Channel channel, int node) {
        if (channel == ResponsesEvent.Channel.REFUSAL) {
            decoder.refusal(0, index, node);
        } else if (channel == ResponsesEvent.Channel.TEXT && !isMisplaced(item, channel)) {
            decoder.text(0, index, node);
        } else {
            decoder.reasoning(0, index, node);
        }
    }

    void announceCall(int index, ResponsesItem item, int node) {
        int arguments = argumentsOf(node);
        if (json.is(json.field(node, NAME), JsonKind.STRING) || json.is(arguments, JsonKind.STRING)) {
            ToolCallDelta call = decoder.toolCall.begin(0, index).kind(item.kind.toolKind());
            item.argumentBytes = identify(call, node, arguments);
            item.isTold = true;
            call.form(ToolCallDelta.Form.FALLBACK);
            decoder.toolCall();
        }
    }

    /** Fills in what an item says of its call, and answers how long the arguments are. */
    private int identify(ToolCallDelta call, int node, int arguments) {
        json.string(json.field(node, CALL_ID), call.id());
        if (call.id().isEmpty()) {
            json.string(json.field(node, ID), call.id());
        }
        json.string(json.field(node, NAME), call.name());
        if (call.name().isEmpty()) {
            json.string(json.field(node, TYPE), call.name());
            dropSuffix(call.name());
        }
        return wholeText(arguments, call.arguments()).length();
    }

    /** The arguments as text; an empty object in place of text says as little as an empty string. */
    private ByteSlice wholeText(int node, ByteSlice target) {
        if (json.is(node, JsonKind.STRING)) {
            return json.string(node, target);
        }
        return json.isFilled(node) ? json.raw(node, target) : target.clear();
    }

    void arguments(int index, ResponsesItem item, ResponsesEvent.Channel channel, int node) {
        ToolCallDelta call = decoder.toolCall.begin(0, index).kind(toolKind(item, channel));
        decoder.arguments(node);
        if (!call.arguments().isEmpty()) {
            boolean isWhole = call.form() == ToolCallDelta.Form.WHOLE;
            item.argumentBytes =
                    (isWhole ? 0 : item.argumentBytes) + call.arguments().length();
            decoder.toolCall();
        }
    }

    /**
     * Hands out all arguments if the pieces did not make as many bytes: none came, or the stream was resumed among
     * them.
     */
    void completeArguments(int index, ResponsesItem item, ResponsesEvent.Channel channel, int node) {
        completeArguments(decoder.toolCall.begin(0, index).kind(toolKind(item, channel)), item, node);
    }

    private void completeArguments(ToolCallDelta call, ResponsesItem item, int node) {
        int length = wholeText(argumentsOf(node), call.arguments()).length();
        if (length > 0 && length != item.argumentBytes) {
            item.argumentBytes = length;
            call.form(ToolCallDelta.Form.WHOLE);
            decoder.toolCall();
        }
    }

    private static ToolCallDelta.Kind toolKind(ResponsesItem item, ResponsesEvent.Channel channel) {
        return (item.kind.isCall() ? item.kind : channel.kind()).toolKind();
    }

    private int argumentsOf(int node) {
        for (JsonName name : ARGUMENTS) {
            int arguments = json.field(node, name);
            if (json.isPresent(arguments)) {
                return arguments;
            }
        }
        return JsonTape.MISSING;
    }

    /** Hands out what of a whole item was not handed out before. */
    void deliver(int index, ResponsesItem item, int node) {
        switch (item.kind) {
            case TEXT -> parts(index, item, ResponsesEvent.Channel.TEXT, json.field(node, CONTENT));
            case REASONING -> {
                parts(index, item, ResponsesEvent.Channel.SUMMARY, json.field(node, SUMMARY));
                parts(index, item, ResponsesEvent.Channel.REASONING, json.field(node, CONTENT));
                proof(index, item, json.field(node, ENCRYPTED_CONTENT));
            }
            case FUNCTION_CALL, CUSTOM_CALL, SERVER_CALL -> {
                call(index, item, node);
                result(index, item, node);
            }
            case OTHER -> whole(index, item, node);
        }
    }

    private void parts(int index, ResponsesItem item, ResponsesEvent.Channel channel, int parts) {
        if (channel != ResponsesEvent.Channel.SUMMARY) {
            item.alignContent(count(parts));
        }
        int part = 0;
        for (int node = json.first(parts); node != JsonTape.MISSING; node = json.next(parts, node)) {
            int refusal = json.field(node, REFUSAL);
            boolean isRefusal = json.is(refusal, JsonKind.STRING);
            ResponsesEvent.Channel said = isRefusal ? ResponsesEvent.Channel.REFUSAL : channel;
            int text = isRefusal ? refusal : json.field(node, TEXT);
            if (saysSomething(text) && item.isFirst(said, part)) {
                handOut(index, item, said, text);
            }
            annotations(index, item, part++, json.field(node, ANNOTATIONS));
        }
    }

    private int count(int array) {
        int count = 0;
        for (int node = json.first(array); node != JsonTape.MISSING; node = json.next(array, node)) {
            count++;
        }
        return count;
    }

    private void annotations(int index, ResponsesItem item, int part, int annotations) {
        if (!item.hasAnnotations(part) && json.first(annotations) != JsonTape.MISSING) {
            item.annotated(part);
            for (int node = json.first(annotations); node != JsonTape.MISSING; node = json.next(annotations, node)) {
                decoder.opaque(OpaqueKind.CITATION, 0, index, node);
            }
        }
    }

    private void proof(int index, ResponsesItem item, int node) {
        if (saysSomething(node) && !item.isResultTold) {
            item.isResultTold = true;
            decoder.opaque(OpaqueKind.SIGNATURE, 0, index, node);
        }
    }

    private void call(int index, ResponsesItem item, int node) {
        ToolCallDelta call = decoder.toolCall.begin(0, index).kind(item.kind.toolKind());
        if (item.isTold) {
            completeArguments(call, item, node);
        } else if (json.isPresent(node)) {
            item.argumentBytes = identify(call, node, argumentsOf(node));
            item.isTold = true;
            call.form(ToolCallDelta.Form.WHOLE);
            decoder.toolCall();
        }
    }

    private void result(int index, ResponsesItem item, int node) {
        if (!item.isResultTold && saysSomething(json.field(node, RESULT))) {
            item.isResultTold = true;
            decoder.opaque(OpaqueKind.IMAGE, 0, index, json.field(node, RESULT));
        }
        for (JsonName name : RESULTS) {
            int result = json.field(node, name);
            if (!item.isResultTold && (saysSomething(result) || json.isFilled(result))) {
                item.isResultTold = true;
                decoder.opaque(OpaqueKind.TOOL_RESULT, 0, index, result);
            }
        }
    }

    /** A list of tools that is empty in its item may be filled in the final output. */
    private void whole(int index, ResponsesItem item, int node) {
        int tools = json.field(node, TOOLS);
        boolean isAwaited = json.is(tools, JsonKind.ARRAY) && !json.isFilled(tools);
        if (!item.isTold && !isAwaited && json.isPresent(node)) {
            item.isTold = true;
            boolean isOutput = json.string(json.field(node, TYPE), word).endsWith(OUTPUT_SUFFIX);
            decoder.opaque(isOutput ? OpaqueKind.TOOL_RESULT : OpaqueKind.OTHER, 0, index, node);
        }
    }

    private static void dropSuffix(ByteSlice type) {
        if (type.endsWith(CALL_SUFFIX)) {
            type.wrap(type.array(), type.offset(), type.length() - CALL_SUFFIX.length);
        }
    }
}
