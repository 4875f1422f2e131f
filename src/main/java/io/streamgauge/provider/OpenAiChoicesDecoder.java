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

    private static final JsonName X_GROQ_USAGE = JsonName.of("usage");

    // Never read, and different in every event of some servers.
    private static final JsonName OBFUSCATION = JsonName.of("obfuscation");
    private static final JsonName PADDING = JsonName.of("p");
    private static final JsonName CREATED = JsonName.of("created");

    private static final FieldTable CHUNK =
            new FieldTable("choices", "id", "model", "object", "error", "usage", "x_groq");
    private static final int CHOICES = CHUNK.number("choices");
    private static final int ID = CHUNK.number("id");
    private static final int MODEL = CHUNK.number("model");
    private static final int OBJECT = CHUNK.number("object");
    private static final int CHUNK_ERROR = CHUNK.number("error");
    private static final int CHUNK_USAGE = CHUNK.number("usage");
    private static final int X_GROQ = CHUNK.number("x_groq");

    /** What a choice of any of the protocols may hold. */
    private static final FieldTable CHOICE = new FieldTable(
            "index", "delta", "message", "text", "finish_reason", "native_finish_reason", "error", "usage");

    static final int DELTA = CHOICE.number("delta");
    static final int MESSAGE = CHOICE.number("message");
    static final int TEXT = CHOICE.number("text");
    private static final int CHOICE_INDEX = CHOICE.number("index");
    private static final int FINISH_REASON = CHOICE.number("finish_reason");
    private static final int NATIVE_FINISH_REASON = CHOICE.number("native_finish_reason");
    private static final int CHOICE_ERROR = CHOICE.number("error");
    private static final int CHOICE_USAGE = CHOICE.number("usage");

    /** The choice that is being read. */
    final FieldFinder choiceFields = new FieldFinder(CHOICE);

    private final FieldFinder chunk = new FieldFinder(CHUNK);
    private final ChoiceNumbers numbers = new ChoiceNumbers();

    OpenAiChoicesDecoder(DeltaHandler out) {
        super(out, OBFUSCATION, PADDING, CREATED);
    }

    /** Hands out what the choice in {@link #choiceFields} says, its finish reason excepted. */
    abstract void content(int choice);

    /** {@code [DONE]} is missing so often, and a finish reason says as much, that its absence is no deviation. */
    @Override
    final boolean hasProtocolEnd() {
        return false;
    }

    @Override
    final boolean inBandError(StreamEvent event, int root) {
        chunk.read(json, root);
        boolean hasChoices = json.is(chunk.node(CHOICES), JsonKind.ARRAY);
        if (failed(event, root, chunk.node(CHUNK_ERROR))) {
            return !hasChoices;
        }
        if (!hasChoices && json.stringEquals(chunk.node(OBJECT), ERROR)) {
            error(root);
            return true;
        }
        return false;
    }

    @Override
    final void decode(StreamEvent event, int root) {
        if (!identity.isComplete()) {
            start(chunk.node(ID), chunk.node(MODEL));
        }
        int array = chunk.node(CHOICES);
        int chunkUsage = chunk.node(CHUNK_USAGE);
        int groqNode = chunk.node(X_GROQ);
        if (json.is(array, JsonKind.ARRAY)) {
            choices(array);
        } else if (!json.isPresent(chunkUsage) && !json.isPresent(groqNode)) {
            deviation(Deviation.MISSING_CHOICES);
        }
        usage(json.field(groqNode, X_GROQ_USAGE));
        if (saysSomething(json.field(groqNode, ERROR))) {
            error(json.field(groqNode, ERROR));
        }
        usage(chunkUsage);
    }

    private void choices(int array) {
        int position = 0;
        for (int node = json.first(array); node != JsonTape.MISSING; node = json.next(array, node)) {
            if (json.is(node, JsonKind.OBJECT)) {
                choiceFields.read(json, node);
                choice(position);
            }
            position++;
        }
    }

    private void choice(int position) {
        int choice = numbers.choice(json.indexValue(choiceFields.node(CHOICE_INDEX), position));
        if (numbers.isCounter()) {
            deviation(Deviation.CHOICE_INDEX_COUNTS_TOKENS);
        }
        boolean isLate = choices.isFinished(choice);
        long before = pieces;
        choices.spoke(choice);
        content(choice);
        if (isLate && pieces != before) {
            deviation(Deviation.CONTENT_AFTER_FINISH);
        }
        if (saysSomething(choiceFields.node(CHOICE_ERROR))) {
            error(choiceFields.node(CHOICE_ERROR));
        }
        finish(choice, choiceFields.node(FINISH_REASON));
        usage(choiceFields.node(CHOICE_USAGE));
    }

    private void finish(int choice, int word) {
        if (json.string(word, slice).isEmpty()) {
            return;
        }
        FinishReason reason = OpenAiWords.FINISH.meaning(slice);
        int told = word;
        int nativeWord = choiceFields.node(NATIVE_FINISH_REASON);
        if (OpenAiWords.FINISH.meaning(json.string(nativeWord, slice)) == FinishReason.ERROR) {
            // OpenRouter and others translate a failed backend to "stop" and keep its own word beside it.
            reason = FinishReason.ERROR;
            told = nativeWord;
        }
        finish(choice, reason, json.string(told, slice));
        if (reason == FinishReason.ERROR) {
            failedWith(told);
        }
    }

    @Override
    final void usageAgain(int node) {
        usage(node);
    }

    private void usage(int node) {
        if (OpenAiUsage.read(json, node, usage)) {
            usageNode = node;
            out.onUsage(usage);
        }
    }

    @Override
    public void reset() {
        super.reset();
        numbers.reset();
    }
}
