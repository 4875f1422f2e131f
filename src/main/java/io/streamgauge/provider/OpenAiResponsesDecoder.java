package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.event.StreamEvent;

/**
 * OpenAI Responses: one response of output items, ended by an event that holds the response as a whole. The part of a
 * delta and the index of a call are the {@code output_index} of their item. The word of the finish is the status of the
 * response, with its reason behind a colon where it is incomplete.
 *
 * <p>A stream that was fetched again from its middle is read as far as it goes: what its items said before is not in
 * it, and items that were cut are handed out from there on.
 */
final class OpenAiResponsesDecoder extends JsonEventDecoder {
    // Read only until the stream has begun, or never, and different in every event of some servers.
    private static final JsonName SEQUENCE_NUMBER = JsonName.of("sequence_number");
    private static final JsonName ITEM_ID = JsonName.of("item_id");
    private static final JsonName OBFUSCATION = JsonName.of("obfuscation");

    private static final JsonName ID = JsonName.of("id");
    private static final JsonName MODEL = JsonName.of("model");
    private static final JsonName OUTPUT = JsonName.of("output");
    private static final JsonName INCOMPLETE_DETAILS = JsonName.of("incomplete_details");
    private static final JsonName REASON = JsonName.of("reason");
    private static final JsonName USAGE = JsonName.of("usage");
    private static final JsonName INPUT_TOKENS = JsonName.of("input_tokens");
    private static final JsonName OUTPUT_TOKENS = JsonName.of("output_tokens");
    private static final JsonName TOTAL_TOKENS = JsonName.of("total_tokens");
    private static final JsonName INPUT_DETAILS = JsonName.of("input_tokens_details");
    private static final JsonName OUTPUT_DETAILS = JsonName.of("output_tokens_details");
    private static final JsonName CACHED_TOKENS = JsonName.of("cached_tokens");
    private static final JsonName CACHE_WRITE_TOKENS = JsonName.of("cache_write_tokens");
    private static final JsonName REASONING_TOKENS = JsonName.of("reasoning_tokens");

    private static final FinishWords INCOMPLETE_REASONS = new FinishWords()
            .with(FinishReason.LENGTH, "max_output_tokens", "max_tokens")
            .with(FinishReason.CONTENT_FILTER, "content_filter");

    private final NamedEvents<ResponsesEvent> events = new NamedEvents<>(this, ResponsesEvent.WORDS);
    private final FieldFinder fields = new FieldFinder(ResponsesFields.TABLE);
    private final ResponsesItems items = new ResponsesItems(this, fields);
    private final ByteSlice word = new ByteSlice();
    private byte[] wordBytes = new byte[64];
    private boolean hasBegun;

    OpenAiResponsesDecoder(DeltaHandler out) {
        super(out, SEQUENCE_NUMBER, ITEM_ID, OBFUSCATION);
    }

    @Override
    public void repeated(ToolCallDelta call) {
        items.repeated(call);
    }

    @Override
    boolean inBandError(StreamEvent event, int root) {
        fields.read(json, root);
        return failed(event, root, fields.node(ResponsesFields.ERROR));
    }

    /** Behind the event that ends the response nothing counts; behind a bare error it may still come. */
    @Override
    void decode(StreamEvent event, int root) {
        if (isOver() || choices.anyFinished()) {
            return;
        }
        ResponsesEvent type = events.type(event, fields.node(ResponsesFields.TYPE));
        if (!hasBegun) {
            begin(type);
        }
        switch (type.role()) {
            case PIECE -> items.piece(type.channel());
            case WHOLE -> items.whole(root, type.channel());
            case ANNOTATION -> items.annotation();
            case AUDIO -> items.audio();
            case TRANSCRIPT -> items.transcript();
            case ITEM_ADDED -> items.added();
            case ITEM_DONE -> items.done();
            case PROGRESS -> response();
            case COMPLETED, INCOMPLETE, FAILED, CANCELLED -> end(type.role());
            case ERROR -> error(root);
            case KEEPALIVE -> out.onPing();
            case NOTICE -> {}
            case UNKNOWN -> unknownEvent();
        }
    }

    /** A stream that does not begin with the response but further on in its count was resumed. */
    private void begin(ResponsesEvent type) {
        hasBegun = true;
        int number = fields.node(ResponsesFields.SEQUENCE_NUMBER);
        if (!json.is(number, JsonKind.NUMBER)) {
            deviation(Deviation.MISSING_FIELD);
        } else if (type != ResponsesEvent.CREATED && json.longValue(number, 0) > 0) {
            items.resumed();
        }
    }

    private int response() {
        int response = fields.node(ResponsesFields.RESPONSE);
        if (!json.is(response, JsonKind.OBJECT)) {
            deviation(Deviation.MISSING_FIELD);
        } else if (!identity.isComplete()) {
            start(json.field(response, ID), json.field(response, MODEL));
        }
        return response;
    }

    private void end(ResponsesEvent.Role role) {
        int response = response();
        items.recover(json.field(response, OUTPUT));
        usage(json.field(response, USAGE));
        switch (role) {
            case COMPLETED -> {
                items.closeAll();
                finish(0, FinishReason.STOP, word("completed", JsonTape.MISSING));
            }
            case INCOMPLETE -> incomplete(json.field(json.field(response, INCOMPLETE_DETAILS), REASON));
            case CANCELLED -> finish(0, FinishReason.CANCELLED, word("cancelled", JsonTape.MISSING));
            default -> {
                int error = json.field(response, ERROR);
                error(saysSomething(error) ? error : response);
                finish(0, FinishReason.ERROR, word("failed", JsonTape.MISSING));
            }
        }
        terminated();
    }

    private void incomplete(int reason) {
        FinishReason meaning = INCOMPLETE_REASONS.meaning(json.string(reason, slice));
        finish(0, meaning, word("incomplete", reason));
    }

    /** A status and, behind a colon, its reason if there is one. */
    private ByteSlice word(String status, int reason) {
        json.string(reason, slice);
        int length = status.length() + 1 + slice.length();
        wordBytes = wordBytes.length < length ? new byte[length] : wordBytes;
        for (int i = 0; i < status.length(); i++) {
            wordBytes[i] = (byte) status.charAt(i);
        }
        if (slice.isEmpty()) {
            return word.wrap(wordBytes, 0, status.length());
        }
        wordBytes[status.length()] = ':';
        System.arraycopy(slice.array(), slice.offset(), wordBytes, status.length() + 1, slice.length());
        return word.wrap(wordBytes, 0, length);
    }

    private void usage(int node) {
        int input = json.field(node, INPUT_DETAILS);
        usage.input(tokens(json.field(node, INPUT_TOKENS)));
        usage.output(tokens(json.field(node, OUTPUT_TOKENS)));
        usage.total(tokens(json.field(node, TOTAL_TOKENS)));
        usage.cacheRead(tokens(json.field(input, CACHED_TOKENS)));
        usage.cacheWrite(tokens(json.field(input, CACHE_WRITE_TOKENS)));
        usage.reasoning(tokens(json.field(json.field(node, OUTPUT_DETAILS), REASONING_TOKENS)));
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
        items.reset();
        hasBegun = false;
    }
}
