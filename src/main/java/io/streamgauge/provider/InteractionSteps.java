package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ToolCallDelta;
import java.nio.charset.StandardCharsets;

/**
 * The steps of a Gemini interaction, each known by its index. An older form of the protocol has contents in their place
 * and says the same of them.
 *
 * <p>The tools of the provider come and go with the models; calls of them are known by the end of their type, and so
 * are their results.
 */
final class InteractionSteps {
    private static final JsonName STEP = JsonName.of("step");
    private static final JsonName CONTENT = JsonName.of("content");
    private static final JsonName DELTA = JsonName.of("delta");
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName NAME = JsonName.of("name");
    private static final JsonName ARGUMENTS = JsonName.of("arguments");
    private static final JsonName PARTIAL_ARGUMENTS = JsonName.of("partial_arguments");
    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName SIGNATURE = JsonName.of("signature");
    private static final JsonName SUMMARY = JsonName.of("summary");
    private static final JsonName ANNOTATIONS = JsonName.of("annotations");

    private static final byte[] CALL_SUFFIX = "_call".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RESULT_SUFFIX = "_result".getBytes(StandardCharsets.US_ASCII);

    /** The types of steps, of contents and of their deltas, which share their words. */
    private enum PieceType implements WireWord {
        TEXT("text", BlockKind.TEXT),
        MODEL_OUTPUT("model_output", BlockKind.TEXT),
        TEXT_ANNOTATION("text_annotation", BlockKind.TEXT),
        THOUGHT("thought", BlockKind.REASONING),
        THOUGHT_SUMMARY("thought_summary", BlockKind.REASONING),
        THOUGHT_SIGNATURE("thought_signature", BlockKind.REASONING),
        FUNCTION_CALL("function_call", BlockKind.FUNCTION_CALL),
        ARGUMENTS_DELTA("arguments_delta", BlockKind.FUNCTION_CALL),
        ARGUMENTS("arguments", BlockKind.FUNCTION_CALL),
        IMAGE("image", BlockKind.OTHER),
        AUDIO("audio", BlockKind.OTHER),
        UNKNOWN("", BlockKind.OTHER);

        private static final WordTable<PieceType> WORDS = WordTable.of(UNKNOWN);

        private final String wire;
        private final BlockKind kind;

        PieceType(String wire, BlockKind kind) {
            this.wire = wire;
            this.kind = kind;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private final JsonEventDecoder decoder;
    private final JsonTape json;
    private final BlockTable steps;
    private final WordFinder<PieceType> types = new WordFinder<>(PieceType.WORDS);
    private final ByteSlice word = new ByteSlice();

    InteractionSteps(JsonEventDecoder decoder) {
        this.decoder = decoder;
        this.json = decoder.json;
        this.steps = new BlockTable(decoder);
    }

    /** What a step begins with belongs to it, though the service begins them all empty. */
    void start(int root) {
        int index = steps.indexOfStart(root);
        int step = json.field(root, STEP);
        int node = json.isPresent(step) ? step : json.field(root, CONTENT);
        BlockKind kind = kind(node);
        steps.open(index, kind);
        if (kind.isCall()) {
            call(index, kind, node, ToolCallDelta.Form.FALLBACK);
        } else if (endsWith(node, RESULT_SUFFIX)) {
            decoder.opaque(OpaqueKind.TOOL_RESULT, 0, index, node);
        }
        texts(index, kind, json.field(node, kind == BlockKind.REASONING ? SUMMARY : CONTENT));
        words(index, kind, json.field(node, TEXT));
        decoder.opaque(OpaqueKind.SIGNATURE, 0, index, json.field(node, SIGNATURE));
    }

    private BlockKind kind(int node) {
        BlockKind kind = types.find(json, json.field(node, TYPE)).kind;
        return kind == BlockKind.OTHER && endsWith(node, CALL_SUFFIX) ? BlockKind.SERVER_CALL : kind;
    }

    private void texts(int index, BlockKind kind, int list) {
        for (int node = json.first(list); node != JsonTape.MISSING; node = json.next(list, node)) {
            words(index, kind, json.field(node, TEXT));
        }
    }

    private void words(int index, BlockKind kind, int node) {
        if (kind == BlockKind.REASONING) {
            decoder.reasoning(0, index, node);
        } else if (kind == BlockKind.TEXT) {
            decoder.text(0, index, node);
        }
    }

    private void call(int index, BlockKind kind, int node, ToolCallDelta.Form form) {
        ToolCallDelta call =
                decoder.toolCall.begin(0, index).kind(kind.toolKind()).form(form);
        json.string(json.field(node, ID), call.id());
        if (json.string(json.field(node, NAME), call.name()).isEmpty() && kind == BlockKind.SERVER_CALL) {
            json.string(json.field(node, TYPE), call.name());
            call.name()
                    .wrap(call.name().array(), call.name().offset(), call.name().length() - CALL_SUFFIX.length);
        }
        int arguments = json.field(node, ARGUMENTS);
        if (json.is(arguments, JsonKind.STRING)) {
            json.string(arguments, call.arguments());
        } else if (json.isFilled(arguments)) {
            json.raw(arguments, call.arguments());
        }
        decoder.toolCall();
    }

    void delta(int root) {
        int index = steps.index(root);
        int delta = json.field(root, DELTA);
        if (!json.is(delta, JsonKind.OBJECT)) {
            decoder.deviation(Deviation.DELTA_SHAPE);
            return;
        }
        PieceType type = types.find(json, json.field(delta, TYPE));
        steps.use(index, kind(delta));
        switch (type) {
            case TEXT, MODEL_OUTPUT -> decoder.text(0, index, json.field(delta, TEXT));
            case THOUGHT, THOUGHT_SUMMARY -> thought(index, delta);
            case THOUGHT_SIGNATURE -> decoder.opaque(OpaqueKind.SIGNATURE, 0, index, json.field(delta, SIGNATURE));
            case ARGUMENTS_DELTA, ARGUMENTS -> arguments(index, delta);
            case FUNCTION_CALL -> call(index, BlockKind.FUNCTION_CALL, delta, ToolCallDelta.Form.WHOLE);
            case TEXT_ANNOTATION -> annotations(index, json.field(delta, ANNOTATIONS));
            case IMAGE -> decoder.opaque(OpaqueKind.IMAGE, 0, index, delta);
            case AUDIO -> decoder.opaque(OpaqueKind.AUDIO, 0, index, delta);
            case UNKNOWN -> unknownDelta(index, delta);
        }
    }

    private void thought(int index, int delta) {
        int text = json.field(delta, TEXT);
        decoder.reasoning(0, index, json.isPresent(text) ? text : json.field(json.field(delta, CONTENT), TEXT));
    }

    private void arguments(int index, int delta) {
        ToolCallDelta call =
                decoder.toolCall.begin(0, index).kind(steps.kind(index).toolKind());
        int arguments = json.field(delta, ARGUMENTS);
        decoder.arguments(json.isPresent(arguments) ? arguments : json.field(delta, PARTIAL_ARGUMENTS));
        if (!call.arguments().isEmpty()) {
            decoder.toolCall();
        }
    }

    private void annotations(int index, int list) {
        for (int node = json.first(list); node != JsonTape.MISSING; node = json.next(list, node)) {
            decoder.opaque(OpaqueKind.CITATION, 0, index, node);
        }
    }

    private void unknownDelta(int index, int delta) {
        if (endsWith(delta, CALL_SUFFIX)) {
            call(index, BlockKind.SERVER_CALL, delta, ToolCallDelta.Form.WHOLE);
        } else {
            boolean isResult = endsWith(delta, RESULT_SUFFIX);
            decoder.opaque(isResult ? OpaqueKind.TOOL_RESULT : OpaqueKind.OTHER, 0, index, delta);
        }
    }

    private boolean endsWith(int node, byte[] suffix) {
        return json.string(json.field(node, TYPE), word).endsWith(suffix);
    }

    void stop(int root) {
        steps.close(steps.index(root));
    }

    void closeAll() {
        steps.closeAll();
    }

    void reset() {
        steps.reset();
    }
}
