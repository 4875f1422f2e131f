package io.streamgauge.provider.reference;

import static java.util.Map.entry;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.ToolCallDelta;
import java.util.Map;

/** Anthropic Messages; protocols.md 4 and 11.7. Behind the end, or a failure, nothing counts. */
final class MessagesProtocol extends Protocol {
    private static final Map<String, FinishReason> WORDS = Map.ofEntries(
            entry("end_turn", FinishReason.STOP),
            entry("stop_sequence", FinishReason.STOP),
            entry("tool_use", FinishReason.TOOL_CALLS),
            entry("max_tokens", FinishReason.LENGTH),
            entry("model_context_window_exceeded", FinishReason.LENGTH),
            entry("pause_turn", FinishReason.PAUSE),
            entry("compaction", FinishReason.PAUSE),
            entry("refusal", FinishReason.REFUSAL));

    private static final Map<String, Blocks.Kind> USERS = Map.of(
            "text_delta", Blocks.Kind.TEXT,
            "citations_delta", Blocks.Kind.TEXT,
            "thinking_delta", Blocks.Kind.REASONING,
            "signature_delta", Blocks.Kind.REASONING,
            "input_json_delta", Blocks.Kind.FUNCTION);

    private final Blocks blocks = new Blocks(this);
    private boolean hasStarted;

    MessagesProtocol(DeltaHandler handler) {
        super(handler, true, false);
    }

    @Override
    void event(Frame.Event event, Json root) {
        if (isOver() || hasFailed()) {
            return;
        }
        switch (type(event, root.get("type"))) {
            case "message_start" -> messageStart(root.get("message"));
            case "content_block_start" -> blockStart(blocks.indexOfStart(root), root.get("content_block"));
            case "content_block_delta" -> delta(blocks.index(root), root.get("delta"));
            case "content_block_stop" -> blocks.close(blocks.index(root));
            case "message_delta" -> messageDelta(root);
            case "message_stop" -> messageStop();
            case "ping" -> handler.onPing();
            case "error" -> error(root);
            default -> unknownEvent();
        }
    }

    private void messageStart(Json message) {
        String newId = message.get("id").string();
        if (!hasStarted) {
            hasStarted = true;
            start(message.get("id"), message.get("model"));
            countTokens(message.get("usage"));
        } else if (newId.isEmpty() || newId.equals(id)) {
            deviation(Deviation.REPEATED_START);
        } else {
            fail(new TokenDelta.Failure("", "", "a second message began within the first", message.raw()));
        }
    }

    private void blockStart(int index, Json block) {
        switch (block.get("type").string()) {
            case "text" -> {
                blocks.open(index, Blocks.Kind.TEXT);
                text(0, index, block.get("text"));
                opaques(OpaqueKind.CITATION, 0, index, block.get("citations").elements);
            }
            case "thinking" -> {
                blocks.open(index, Blocks.Kind.REASONING);
                reasoning(0, index, block.get("thinking"));
                opaque(OpaqueKind.SIGNATURE, 0, index, block.get("signature"));
            }
            case "redacted_thinking" -> {
                blocks.open(index, Blocks.Kind.OTHER);
                opaque(OpaqueKind.SIGNATURE, 0, index, block.get("data"));
            }
            case "tool_use" -> callStart(index, Blocks.Kind.FUNCTION, block);
            default -> otherStart(index, block);
        }
    }

    /** A result tells whose it is, a call has input; of anything else nothing is known. */
    private void otherStart(int index, Json block) {
        boolean isResult = block.get("tool_use_id").isPresent();
        if (!isResult && block.get("input").isPresent()) {
            callStart(index, Blocks.Kind.SERVER, block);
        } else {
            blocks.open(index, Blocks.Kind.OTHER);
            opaque(isResult ? OpaqueKind.TOOL_RESULT : OpaqueKind.OTHER, 0, index, block);
        }
    }

    private void callStart(int index, Blocks.Kind kind, Json block) {
        blocks.open(index, kind);
        Json input = block.get("input");
        boolean isObject = input.is(Json.Kind.OBJECT) && input.isFilled();
        call(new Call(0, index)
                .named(block.get("id").string(), block.get("name").string())
                .with(isObject ? input.raw() : input.string())
                .form(ToolCallDelta.Form.FALLBACK)
                .kind(kind.toolKind()));
    }

    private void delta(int index, Json delta) {
        if (!delta.is(Json.Kind.OBJECT)) {
            deviation(Deviation.DELTA_SHAPE);
            return;
        }
        String type = delta.get("type").string();
        blocks.use(index, USERS.getOrDefault(type, Blocks.Kind.OTHER));
        switch (type) {
            case "text_delta" -> text(0, index, delta.get("text"));
            case "thinking_delta" -> reasoning(0, index, delta.get("thinking"));
            case "signature_delta" -> opaque(OpaqueKind.SIGNATURE, 0, index, delta.get("signature"));
            case "citations_delta" -> opaque(OpaqueKind.CITATION, 0, index, delta.get("citation"));
            case "input_json_delta" -> {
                Call call = new Call(0, index).kind(blocks.kind(index).toolKind());
                withArguments(call, delta.get("partial_json"));
                if (!call.arguments.isEmpty()) {
                    call(call);
                }
            }
            default -> opaque(OpaqueKind.OTHER, 0, index, delta);
        }
    }

    private void messageDelta(Json root) {
        countTokens(root.get("usage"));
        Json delta = root.get("delta");
        opaque(OpaqueKind.OTHER, 0, 0, delta.get("stop_details"));
        String word = delta.get("stop_reason").string();
        if (!word.isEmpty()) {
            blocks.closeAll();
            finish(0, meaning(WORDS, word), word);
        }
    }

    private void messageStop() {
        blocks.closeAll();
        if (isOpen()) {
            deviation(Deviation.MISSING_FINISH);
        }
        terminated();
    }

    private void countTokens(Json object) {
        usage.input(object.get("input_tokens").count());
        usage.output(object.get("output_tokens").count());
        usage.cacheRead(object.get("cache_read_input_tokens").count());
        usage.cacheWrite(object.get("cache_creation_input_tokens").count());
        usage.reasoning(
                object.get("output_tokens_details").get("thinking_tokens").count());
        usage(object);
    }
}
