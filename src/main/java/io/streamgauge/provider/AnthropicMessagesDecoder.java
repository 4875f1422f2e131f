package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.event.StreamEvent;

/**
 * Anthropic Messages: one message of blocks, closed by {@code message_delta} with the reason and {@code message_stop}.
 * The part of a delta is the index of its block.
 */
final class AnthropicMessagesDecoder extends JsonEventDecoder {
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName MESSAGE = JsonName.of("message");
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName MODEL = JsonName.of("model");
    private static final JsonName DELTA = JsonName.of("delta");
    private static final JsonName STOP_REASON = JsonName.of("stop_reason");
    private static final JsonName STOP_DETAILS = JsonName.of("stop_details");
    private static final JsonName USAGE = JsonName.of("usage");
    private static final JsonName INPUT_TOKENS = JsonName.of("input_tokens");
    private static final JsonName OUTPUT_TOKENS = JsonName.of("output_tokens");
    private static final JsonName CACHE_READ = JsonName.of("cache_read_input_tokens");
    private static final JsonName CACHE_WRITE = JsonName.of("cache_creation_input_tokens");
    private static final JsonName OUTPUT_DETAILS = JsonName.of("output_tokens_details");
    private static final JsonName THINKING_TOKENS = JsonName.of("thinking_tokens");

    private static final WordTable<AnthropicEvent> EVENTS = WordTable.of(AnthropicEvent.UNKNOWN);
    private static final FinishWords STOP_REASONS = new FinishWords()
            .with(FinishReason.STOP, "end_turn", "stop_sequence")
            .with(FinishReason.TOOL_CALLS, "tool_use")
            .with(FinishReason.LENGTH, "max_tokens", "model_context_window_exceeded")
            .with(FinishReason.PAUSE, "pause_turn", "compaction")
            .with(FinishReason.REFUSAL, "refusal");
    private static final ByteSlice SECOND_MESSAGE = ByteSlice.ofUtf8("a second message began within the first");

    private final NamedEvents<AnthropicEvent> events = new NamedEvents<>(this, EVENTS);
    private final AnthropicBlocks blocks = new AnthropicBlocks(this);
    private boolean started;

    AnthropicMessagesDecoder(DeltaHandler out) {
        super(out);
    }

    /**
     * Nothing counts behind the end or a failure: what a proxy appends there belongs to no message, or to another one.
     */
    @Override
    void decode(StreamEvent event, int root) {
        if (isOver() || progress == Progress.FAILED) {
            return;
        }
        switch (events.type(event, json.field(root, TYPE))) {
            case CONTENT_BLOCK_DELTA -> blocks.delta(root);
            case CONTENT_BLOCK_START -> blocks.start(root);
            case CONTENT_BLOCK_STOP -> blocks.stop(root);
            case PING -> out.onPing();
            case MESSAGE_START -> messageStart(json.field(root, MESSAGE));
            case MESSAGE_DELTA -> messageDelta(root);
            case MESSAGE_STOP -> messageStop();
            case ERROR -> error(root);
            case UNKNOWN -> unknownEvent();
        }
    }

    private void messageStart(int message) {
        if (started) {
            secondStart(message);
            return;
        }
        started = true;
        start(json.field(message, ID), json.field(message, MODEL));
        usage(json.field(message, USAGE));
    }

    /**
     * The same start again is a retry that a proxy let through; another message in the middle of this one is a mixture
     * that nobody can part.
     */
    private void secondStart(int message) {
        json.string(json.field(message, ID), slice);
        if (slice.isEmpty() || slice.contentEquals(identity.id())) {
            deviation(Deviation.REPEATED_START);
        } else {
            giveUp(SECOND_MESSAGE, message);
        }
    }

    private void messageDelta(int root) {
        usage(json.field(root, USAGE));
        int delta = json.field(root, DELTA);
        int reason = json.field(delta, STOP_REASON);
        opaque(OpaqueKind.OTHER, 0, 0, json.field(delta, STOP_DETAILS));
        if (!json.string(reason, slice).isEmpty()) {
            blocks.closeAll();
            finish(0, STOP_REASONS.meaning(json.string(reason, slice)), slice);
        }
    }

    private void messageStop() {
        blocks.closeAll();
        if (progress == Progress.OPEN) {
            deviation(Deviation.MISSING_FINISH);
        }
        terminated();
    }

    /** Counters are absolute and may be corrected or repeated as null later: the last number counts. */
    private void usage(int node) {
        usage.input(tokens(json.field(node, INPUT_TOKENS)));
        usage.output(tokens(json.field(node, OUTPUT_TOKENS)));
        usage.cacheRead(tokens(json.field(node, CACHE_READ)));
        usage.cacheWrite(tokens(json.field(node, CACHE_WRITE)));
        usage.reasoning(tokens(json.field(json.field(node, OUTPUT_DETAILS), THINKING_TOKENS)));
        tellUsage(node);
    }

    @Override
    boolean hasProtocolEnd() {
        return true;
    }

    @Override
    boolean sentinelIsEnough() {
        return false;
    }

    @Override
    public void reset() {
        super.reset();
        blocks.reset();
        started = false;
    }
}
