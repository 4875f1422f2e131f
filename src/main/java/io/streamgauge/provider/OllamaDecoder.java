package io.streamgauge.provider;

import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.event.StreamEvent;

/**
 * One line of Ollama's own protocol: a piece of the answer, and on the last line ({@code "done": true}) why it ended
 * and what was counted. The two dialects differ in where the piece stands.
 *
 * <p>Calls come whole, and their {@code index} is 0 for every one in many builds, so they are numbered as they arrive.
 * A counter that is 0 is left out of the last line: with the whole prompt in the cache there is no
 * {@code prompt_eval_count}.
 */
abstract class OllamaDecoder extends JsonEventDecoder {
    private static final FinishWords FINISH =
            new FinishWords().with(FinishReason.STOP, "stop").with(FinishReason.LENGTH, "length");

    /** Never read, and different in every event. */
    private static final JsonName CREATED_AT = JsonName.of("created_at");

    private static final JsonName MODEL = JsonName.of("model");
    private static final JsonName THINKING = JsonName.of("thinking");
    private static final JsonName IMAGES = JsonName.of("images");
    private static final JsonName TOOL_CALLS = JsonName.of("tool_calls");
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName FUNCTION = JsonName.of("function");
    private static final JsonName NAME = JsonName.of("name");
    private static final JsonName ARGUMENTS = JsonName.of("arguments");
    private static final JsonName DONE = JsonName.of("done");
    private static final JsonName DONE_REASON = JsonName.of("done_reason");
    private static final JsonName TOTAL_DURATION = JsonName.of("total_duration");
    private static final JsonName PROMPT_EVAL_COUNT = JsonName.of("prompt_eval_count");
    private static final JsonName EVAL_COUNT = JsonName.of("eval_count");

    private int callsSeen;

    OllamaDecoder(DeltaHandler out) {
        super(out, CREATED_AT);
    }

    /** The object that holds the piece, or {@link JsonTape#MISSING}. */
    abstract int message(int root);

    /** The field of that object that holds the text. */
    abstract JsonName textName();

    /** Takes what else the last line holds. */
    void done(int root) {}

    @Override
    final boolean hasProtocolEnd() {
        return true;
    }

    @Override
    final void decode(StreamEvent event, int root) {
        if (identity.model().isEmpty()) {
            start(JsonTape.MISSING, json.field(root, MODEL));
        }
        boolean isDone = json.is(json.field(root, DONE), JsonKind.TRUE);
        int message = message(root);
        if (json.is(message, JsonKind.OBJECT)) {
            reasoning(0, 0, json.field(message, THINKING));
            text(0, 0, json.field(message, textName()));
            calls(json.field(message, TOOL_CALLS));
            opaqueElements(OpaqueKind.IMAGE, 0, json.field(message, IMAGES));
        } else if (!isDone) {
            unknownEvent();
        }
        if (isDone) {
            finish(root);
            usage(root);
            done(root);
            terminated();
        }
    }

    private void calls(int array) {
        for (int node = json.first(array); node != JsonTape.MISSING; node = json.next(array, node)) {
            if (json.is(node, JsonKind.OBJECT)) {
                call(node);
            }
        }
    }

    private void call(int node) {
        int function = json.field(node, FUNCTION);
        toolCall.begin(0, callsSeen++).form(ToolCallDelta.Form.WHOLE);
        json.string(json.field(node, ID), toolCall.id());
        json.string(json.field(function, NAME), toolCall.name());
        wholeArguments(json.field(function, ARGUMENTS));
        toolCall();
    }

    private void wholeArguments(int node) {
        if (json.is(node, JsonKind.STRING)) {
            json.string(node, toolCall.arguments());
        } else if (json.isPresent(node)) {
            json.raw(node, toolCall.arguments());
        }
    }

    private void finish(int root) {
        json.string(json.field(root, DONE_REASON), slice);
        if (slice.isEmpty()) {
            deviation(Deviation.MISSING_FINISH);
        } else {
            finish(0, FINISH.meaning(slice), slice);
        }
    }

    /** A model that was only loaded or unloaded has counted nothing, and says so by giving no durations. */
    private void usage(int root) {
        long input = tokens(json.field(root, PROMPT_EVAL_COUNT));
        long output = tokens(json.field(root, EVAL_COUNT));
        if (input == TokenUsage.UNKNOWN && output == TokenUsage.UNKNOWN && json.field(root, TOTAL_DURATION) < 0) {
            return;
        }
        usage.input(Math.max(input, 0));
        usage.output(Math.max(output, 0));
        out.onUsage(usage);
    }

    @Override
    public void reset() {
        super.reset();
        callsSeen = 0;
    }
}
