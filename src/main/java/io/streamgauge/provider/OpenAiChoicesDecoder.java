package io.streamgauge.provider;

import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.event.StreamEvent;

/**
 * A chunk of OpenAI's older protocols: an identity, some choices, and usage in one of the three places where servers
 * put it. What a choice says is read by a subclass; why it ended is told behind that, because vLLM, Mistral and others
 * put both in one chunk.
 *
 * <p>An error beside choices is reported first and what the choices say is handed out all the same.
 */
abstract class OpenAiChoicesDecoder extends JsonEventDecoder {
    static final JsonName INDEX = JsonName.of("index");

    private static final JsonName CHOICES = JsonName.of("choices");
    private static final JsonName FINISH_REASON = JsonName.of("finish_reason");
    private static final JsonName NATIVE_FINISH_REASON = JsonName.of("native_finish_reason");
    private static final JsonName ID = JsonName.of("id");
    private static final JsonName MODEL = JsonName.of("model");
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName USAGE = JsonName.of("usage");
    private static final JsonName X_GROQ = JsonName.of("x_groq");

    private final ChoiceNumbers numbers = new ChoiceNumbers();

    OpenAiChoicesDecoder(DeltaHandler out) {
        super(out);
    }

    /** Hands out what a choice says, its finish reason excepted. */
    abstract void content(int choice, int node);

    /** {@code [DONE]} is missing so often, and a finish reason says as much, that its absence is no deviation. */
    @Override
    final boolean hasProtocolEnd() {
        return false;
    }

    @Override
    final boolean inBandError(StreamEvent event, int root) {
        boolean failed = super.inBandError(event, root);
        boolean hasChoices = json.is(json.field(root, CHOICES), JsonKind.ARRAY);
        if (!failed && !hasChoices && json.stringEquals(json.field(root, OBJECT), ERROR)) {
            error(root);
            return true;
        }
        return failed && !hasChoices;
    }

    @Override
    final void decode(StreamEvent event, int root) {
        if (!identity.isComplete()) {
            start(json.field(root, ID), json.field(root, MODEL));
        }
        int array = json.field(root, CHOICES);
        int usageNode = json.field(root, USAGE);
        int groqNode = json.field(root, X_GROQ);
        if (json.is(array, JsonKind.ARRAY)) {
            choices(array);
        } else if (!json.isPresent(usageNode) && !json.isPresent(groqNode)) {
            deviation(Deviation.MISSING_CHOICES);
        }
        usage(json.field(groqNode, USAGE));
        usage(usageNode);
    }

    private void choices(int array) {
        int position = 0;
        for (int node = json.first(array); node != JsonTape.MISSING; node = json.next(array, node)) {
            if (json.is(node, JsonKind.OBJECT)) {
                choice(node, position);
            }
            position++;
        }
    }

    private void choice(int node, int position) {
        int choice = numbers.choice(json.indexValue(json.field(node, INDEX), position));
        if (numbers.isCounter()) {
            deviation(Deviation.CHOICE_INDEX_COUNTS_TOKENS);
        }
        int finish = json.field(node, FINISH_REASON);
        choices.spoke(choice);
        boolean late = choices.isFinished(choice);
        long before = pieces;
        content(choice, node);
        if (late && pieces != before) {
            deviation(Deviation.CONTENT_AFTER_FINISH);
        }
        if (saysSomething(json.field(node, ERROR))) {
            error(json.field(node, ERROR));
        }
        if (json.is(finish, JsonKind.STRING)) {
            finish(choice, node, finish);
        }
        usage(json.field(node, USAGE));
    }

    private void finish(int choice, int node, int finish) {
        if (json.string(finish, slice).isEmpty()) {
            return;
        }
        FinishReason reason = OpenAiWords.FINISH.meaning(slice);
        int word = finish;
        if (OpenAiWords.FINISH.meaning(json.string(json.field(node, NATIVE_FINISH_REASON), slice))
                == FinishReason.ERROR) {
            // OpenRouter and others translate a failed backend to "stop" and keep its own word beside it.
            reason = FinishReason.ERROR;
            word = json.field(node, NATIVE_FINISH_REASON);
        }
        finish(choice, reason, json.string(word, slice));
        if (reason == FinishReason.ERROR) {
            failedWith(word);
        }
    }

    private void usage(int node) {
        if (OpenAiUsage.read(json, node, usage)) {
            out.onUsage(usage);
        }
    }

    @Override
    public void reset() {
        super.reset();
        numbers.reset();
    }
}
