package io.streamgauge.provider;

import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ToolCallDelta;

/** The content blocks of an Anthropic message, each known by its index alone. */
final class AnthropicBlocks {
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName CONTENT_BLOCK = JsonName.of("content_block");
    private static final JsonName DELTA = JsonName.of("delta");
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName NAME = JsonName.of("name");
    private static final JsonName INPUT = JsonName.of("input");
    private static final JsonName TOOL_USE_ID = JsonName.of("tool_use_id");
    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName CITATIONS = JsonName.of("citations");
    private static final JsonName CITATION = JsonName.of("citation");
    private static final JsonName THINKING = JsonName.of("thinking");
    private static final JsonName SIGNATURE = JsonName.of("signature");
    private static final JsonName DATA = JsonName.of("data");
    private static final JsonName PARTIAL_JSON = JsonName.of("partial_json");

    /** The block types that are known by name; the others are known by what they hold. */
    private enum BlockType implements WireWord {
        TEXT("text"),
        TOOL_USE("tool_use"),
        THINKING("thinking"),
        REDACTED_THINKING("redacted_thinking"),
        UNKNOWN("");

        private final String wire;

        BlockType(String wire) {
            this.wire = wire;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private enum DeltaType implements WireWord {
        TEXT("text_delta", BlockKind.TEXT),
        INPUT_JSON("input_json_delta", BlockKind.FUNCTION_CALL),
        THINKING("thinking_delta", BlockKind.REASONING),
        SIGNATURE("signature_delta", BlockKind.REASONING),
        CITATIONS("citations_delta", BlockKind.TEXT),
        UNKNOWN("", BlockKind.OTHER);

        private final String wire;
        private final BlockKind kind;

        DeltaType(String wire, BlockKind kind) {
            this.wire = wire;
            this.kind = kind;
        }

        @Override
        public String wire() {
            return wire;
        }
    }

    private static final WordTable<BlockType> BLOCK_TYPES = WordTable.of(BlockType.UNKNOWN);
    private static final WordTable<DeltaType> DELTA_TYPES = WordTable.of(DeltaType.UNKNOWN);

    private final JsonEventDecoder decoder;
    private final JsonTape json;
    private final BlockTable blocks;
    private final WordFinder<BlockType> blockTypes = new WordFinder<>(BLOCK_TYPES);
    private final WordFinder<DeltaType> deltaTypes = new WordFinder<>(DELTA_TYPES);

    AnthropicBlocks(JsonEventDecoder decoder) {
        this.decoder = decoder;
        this.json = decoder.json;
        this.blocks = new BlockTable(decoder);
    }

    void start(int root) {
        int index = blocks.indexOfStart(root);
        int block = json.field(root, CONTENT_BLOCK);
        switch (blockTypes.find(json, json.field(block, TYPE))) {
            case TEXT -> startText(index, block);
            case THINKING -> startThinking(index, block);
            case REDACTED_THINKING -> {
                blocks.open(index, BlockKind.OTHER);
                decoder.opaque(OpaqueKind.SIGNATURE, 0, index, json.field(block, DATA));
            }
            case TOOL_USE -> startCall(index, block, BlockKind.FUNCTION_CALL);
            case UNKNOWN -> startUnknown(index, block);
        }
    }

    private void startText(int index, int block) {
        blocks.open(index, BlockKind.TEXT);
        decoder.text(0, index, json.field(block, TEXT));
        int citations = json.field(block, CITATIONS);
        if (json.is(citations, JsonKind.ARRAY)) {
            for (int node = json.first(citations); node != JsonTape.MISSING; node = json.next(citations, node)) {
                decoder.opaque(OpaqueKind.CITATION, 0, index, node);
            }
        }
    }

    private void startThinking(int index, int block) {
        blocks.open(index, BlockKind.REASONING);
        decoder.reasoning(0, index, json.field(block, THINKING));
        decoder.opaque(OpaqueKind.SIGNATURE, 0, index, json.field(block, SIGNATURE));
    }

    /** Input in the start counts only when none is streamed: the official service puts an empty object there. */
    private void startCall(int index, int block, BlockKind kind) {
        blocks.open(index, kind);
        ToolCallDelta call = decoder.toolCall.begin(0, index).kind(kind.toolKind());
        json.string(json.field(block, ID), call.id());
        json.string(json.field(block, NAME), call.name());
        int input = json.field(block, INPUT);
        if (json.is(input, JsonKind.OBJECT) && json.isFilled(input)) {
            json.raw(input, call.arguments());
        } else {
            json.string(input, call.arguments());
        }
        call.form(ToolCallDelta.Form.FALLBACK);
        decoder.toolCall();
    }

    /** New kinds of tools and results come with every beta; all have answered to these marks so far. */
    private void startUnknown(int index, int block) {
        if (json.isPresent(json.field(block, TOOL_USE_ID))) {
            blocks.open(index, BlockKind.OTHER);
            decoder.opaque(OpaqueKind.TOOL_RESULT, 0, index, block);
        } else if (json.isPresent(json.field(block, INPUT))) {
            startCall(index, block, BlockKind.SERVER_CALL);
        } else {
            blocks.open(index, BlockKind.OTHER);
            decoder.opaque(OpaqueKind.OTHER, 0, index, block);
        }
    }

    void delta(int root) {
        int index = blocks.index(root);
        int delta = json.field(root, DELTA);
        if (!json.is(delta, JsonKind.OBJECT)) {
            decoder.deviation(Deviation.DELTA_SHAPE);
            return;
        }
        DeltaType type = deltaTypes.find(json, json.field(delta, TYPE));
        blocks.use(index, type.kind);
        switch (type) {
            case TEXT -> decoder.text(0, index, json.field(delta, TEXT));
            case INPUT_JSON -> input(index, json.field(delta, PARTIAL_JSON));
            case THINKING -> decoder.reasoning(0, index, json.field(delta, THINKING));
            case SIGNATURE -> decoder.opaque(OpaqueKind.SIGNATURE, 0, index, json.field(delta, SIGNATURE));
            case CITATIONS -> decoder.opaque(OpaqueKind.CITATION, 0, index, json.field(delta, CITATION));
            case UNKNOWN -> decoder.opaque(OpaqueKind.OTHER, 0, index, delta);
        }
    }

    private void input(int index, int node) {
        ToolCallDelta call =
                decoder.toolCall.begin(0, index).kind(blocks.kind(index).toolKind());
        decoder.arguments(node);
        if (!call.arguments().isEmpty()) {
            decoder.toolCall();
        }
    }

    void stop(int root) {
        blocks.close(blocks.index(root));
    }

    void closeAll() {
        blocks.closeAll();
    }

    void reset() {
        blocks.reset();
    }
}
