package io.streamgauge.provider;

import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.event.StreamEvent;

/**
 * OpenAI Assistants runs: messages and steps grow by deltas, and the run says at last how it came out. The event name
 * repeats what the payload's {@code object} and {@code status} say, so the payload alone is read.
 */
final class OpenAiAssistantsDecoder extends JsonEventDecoder {
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName MODEL = JsonName.of("model");
    private static final JsonName STATUS = JsonName.of("status");
    private static final JsonName USAGE = JsonName.of("usage");
    private static final JsonName LAST_ERROR = JsonName.of("last_error");
    private static final JsonName DELTA = JsonName.of("delta");
    private static final JsonName CONTENT = JsonName.of("content");
    private static final JsonName INDEX = JsonName.of("index");
    private static final JsonName TEXT = JsonName.of("text");
    private static final JsonName VALUE = JsonName.of("value");
    private static final JsonName ANNOTATIONS = JsonName.of("annotations");
    private static final JsonName REFUSAL = JsonName.of("refusal");
    private static final JsonName IMAGE_FILE = JsonName.of("image_file");
    private static final JsonName STEP_DETAILS = JsonName.of("step_details");
    private static final JsonName TOOL_CALLS = JsonName.of("tool_calls");
    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName FUNCTION = JsonName.of("function");
    private static final JsonName NAME = JsonName.of("name");
    private static final JsonName ARGUMENTS = JsonName.of("arguments");
    private static final JsonName CODE_INTERPRETER = JsonName.of("code_interpreter");
    private static final JsonName INPUT = JsonName.of("input");
    private static final JsonName OUTPUTS = JsonName.of("outputs");

    /** The states in which a run comes to rest; all others are on the way. */
    private static final FinishWords RESTING = new FinishWords()
            .with(FinishReason.STOP, "completed")
            .with(FinishReason.LENGTH, "incomplete")
            .with(FinishReason.TOOL_CALLS, "requires_action")
            .with(FinishReason.CANCELLED, "cancelled")
            .with(FinishReason.ERROR, "failed", "expired");

    private final WordFinder<AssistantsObject> objects = new WordFinder<>(AssistantsObject.WORDS);

    OpenAiAssistantsDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void decode(StreamEvent event, int root) {
        int delta = json.field(root, DELTA);
        switch (objects.find(json, json.field(root, OBJECT))) {
            case MESSAGE_DELTA -> parts(json.field(delta, CONTENT));
            case STEP_DELTA -> calls(json.field(json.field(delta, STEP_DETAILS), TOOL_CALLS));
            case RUN -> run(root);
            case STEP, MESSAGE, THREAD -> {}
            case UNKNOWN -> unknownEvent();
        }
    }

    private void parts(int array) {
        for (int node = json.first(array); node != JsonTape.MISSING; node = json.next(array, node)) {
            int part = json.indexValue(json.field(node, INDEX), 0);
            int text = json.field(node, TEXT);
            text(0, part, json.field(text, VALUE));
            opaqueElements(OpaqueKind.CITATION, 0, json.field(text, ANNOTATIONS));
            refusal(0, part, json.field(node, REFUSAL));
            opaque(OpaqueKind.IMAGE, 0, part, json.field(node, IMAGE_FILE));
        }
    }

    private void calls(int array) {
        for (int node = json.first(array); node != JsonTape.MISSING; node = json.next(array, node)) {
            if (json.is(node, JsonKind.OBJECT)) {
                call(node);
            }
        }
    }

    /** The application's functions have a name; the provider's own tools go by their type. */
    private void call(int node) {
        int index = json.indexValue(json.field(node, INDEX), ToolCallDelta.NO_INDEX);
        int function = json.field(node, FUNCTION);
        int interpreter = json.field(node, CODE_INTERPRETER);
        json.string(json.field(node, ID), toolCall.begin(0, index).id());
        if (json.isPresent(function)) {
            json.string(json.field(function, NAME), toolCall.name());
            arguments(json.field(function, ARGUMENTS));
        } else {
            json.string(
                    json.field(node, TYPE),
                    toolCall.kind(ToolCallDelta.Kind.SERVER).name());
            arguments(json.field(interpreter, INPUT));
        }
        toolCall();
        opaqueElements(OpaqueKind.TOOL_RESULT, 0, json.field(interpreter, OUTPUTS));
    }

    private void run(int run) {
        start(json.field(run, ID), json.field(run, MODEL));
        if (OpenAiUsage.read(json, json.field(run, USAGE), usage)) {
            out.onUsage(usage);
        }
        int status = json.field(run, STATUS);
        FinishReason reason = RESTING.meaning(json.string(status, slice));
        if (reason == FinishReason.OTHER) {
            return;
        }
        finish(0, reason, slice);
        if (saysSomething(json.field(run, LAST_ERROR))) {
            error(json.field(run, LAST_ERROR));
        } else if (reason == FinishReason.ERROR) {
            failedWith(status);
        }
    }

    @Override
    boolean hasProtocolEnd() {
        return true;
    }
}
