package io.streamgauge.provider;

import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.event.StreamEvent;

/**
 * Cohere v2 chat: one message of content blocks and tool calls, closed by {@code message-end} and the sentinel. Every
 * event holds a small piece of the message in the place it has there; a call is an object where the message has a list.
 */
final class CohereDecoder extends JsonEventDecoder {
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName INDEX = JsonName.of("index");
    private static final JsonName DELTA = JsonName.of("delta");
    private static final JsonName MESSAGE = JsonName.of("message");
    private static final JsonName CONTENT = JsonName.of("content");
    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName THINKING = JsonName.of("thinking");
    private static final JsonName TOOL_PLAN = JsonName.of("tool_plan");
    private static final JsonName TOOL_CALLS = JsonName.of("tool_calls");
    private static final JsonName FUNCTION = JsonName.of("function");
    private static final JsonName NAME = JsonName.of("name");
    private static final JsonName ARGUMENTS = JsonName.of("arguments");
    private static final JsonName CITATIONS = JsonName.of("citations");
    private static final JsonName FINISH_REASON = JsonName.of("finish_reason");
    private static final JsonName USAGE = JsonName.of("usage");
    private static final JsonName TOKENS = JsonName.of("tokens");
    private static final JsonName BILLED_UNITS = JsonName.of("billed_units");
    private static final JsonName INPUT_TOKENS = JsonName.of("input_tokens");
    private static final JsonName OUTPUT_TOKENS = JsonName.of("output_tokens");
    private static final JsonName CACHED_TOKENS = JsonName.of("cached_tokens");

    private static final FinishWords FINISH = new FinishWords()
            .with(FinishReason.STOP, "COMPLETE", "STOP_SEQUENCE")
            .with(FinishReason.LENGTH, "MAX_TOKENS")
            .with(FinishReason.TOOL_CALLS, "TOOL_CALL")
            .with(FinishReason.ERROR, "ERROR", "TIMEOUT");

    private final NamedEvents<CohereEvent> events = new NamedEvents<>(this, CohereEvent.WORDS);

    CohereDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void decode(StreamEvent event, int root) {
        int delta = json.field(root, DELTA);
        int message = json.field(delta, MESSAGE);
        int index = json.indexValue(json.field(root, INDEX), 0);
        switch (events.type(event, json.field(root, TYPE))) {
            case CONTENT_DELTA, CONTENT_START -> content(index, json.field(message, CONTENT));
            case TOOL_CALL_DELTA, TOOL_CALL_START -> call(index, json.field(message, TOOL_CALLS));
            case TOOL_PLAN_DELTA -> toolPlan(json.field(message, TOOL_PLAN));
            case TOOL_CALL_END -> out.onToolCallEnd(0, index);
            case CITATION_START -> opaque(OpaqueKind.CITATION, 0, index, json.field(message, CITATIONS));
            case MESSAGE_START -> start(json.field(root, ID), JsonTape.MISSING);
            case MESSAGE_END -> messageEnd(delta);
            case CONTENT_END, CITATION_END, DEBUG -> {}
            case UNKNOWN -> unknownEvent();
        }
    }

    private void content(int index, int content) {
        reasoning(0, index, json.field(content, THINKING));
        text(0, index, json.field(content, TEXT));
    }

    private void call(int index, int calls) {
        int call = json.is(calls, JsonKind.ARRAY) ? json.first(calls) : calls;
        int function = json.field(call, FUNCTION);
        json.string(json.field(call, ID), toolCall.begin(0, index).id());
        json.string(json.field(function, NAME), toolCall.name());
        arguments(json.field(function, ARGUMENTS));
        toolCall();
    }

    private void messageEnd(int delta) {
        usage(json.field(delta, USAGE));
        int error = json.field(delta, ERROR);
        int word = json.field(delta, FINISH_REASON);
        FinishReason reason = FINISH.meaning(json.string(word, slice));
        if (slice.isEmpty()) {
            deviation(Deviation.MISSING_FINISH);
        } else {
            finish(0, reason, slice);
        }
        if (saysSomething(error)) {
            error(error);
        } else if (reason == FinishReason.ERROR) {
            failedWith(word);
        }
        terminated();
    }

    /** What the model has read and written is told beside what is charged for, which may be less. */
    private void usage(int node) {
        int counted = json.field(node, TOKENS);
        int counters = json.is(counted, JsonKind.OBJECT) ? counted : json.field(node, BILLED_UNITS);
        usage.input(tokens(json.field(counters, INPUT_TOKENS)));
        usage.output(tokens(json.field(counters, OUTPUT_TOKENS)));
        usage.cacheRead(tokens(json.field(node, CACHED_TOKENS)));
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
}
