package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import io.streamgauge.event.StreamEvent;

/**
 * Gemini {@code streamGenerateContent}: chunks of candidates, as events or as the elements of one array. There is no
 * event that ends the protocol; the body ends behind the finish reasons.
 *
 * <p>Gemini does not count its parts: all text has part 0, and the part of a signature is the index of the call it
 * stands at. A prompt that was blocked has no candidate; the reason it was blocked for is the word of its finish.
 */
final class GeminiDecoder extends JsonEventDecoder {
    private static final JsonName RESPONSE_ID = JsonName.of("responseId");
    private static final JsonName MODEL_VERSION = JsonName.of("modelVersion");
    private static final JsonName PROMPT_FEEDBACK = JsonName.of("promptFeedback");
    private static final JsonName BLOCK_REASON = JsonName.of("blockReason");
    private static final JsonName CANDIDATES = JsonName.of("candidates");
    private static final JsonName INDEX = JsonName.of("index");
    private static final JsonName CONTENT = JsonName.of("content");
    private static final JsonName PARTS = JsonName.of("parts");
    private static final JsonName FINISH_REASON = JsonName.of("finishReason");
    private static final JsonName FINISH_MESSAGE = JsonName.of("finishMessage");
    private static final JsonName CITATION_METADATA = JsonName.of("citationMetadata");
    private static final JsonName GROUNDING_METADATA = JsonName.of("groundingMetadata");
    private static final JsonName URL_CONTEXT_METADATA = JsonName.of("urlContextMetadata");
    private static final JsonName USAGE_METADATA = JsonName.of("usageMetadata");
    private static final JsonName PROMPT_TOKENS = JsonName.of("promptTokenCount");
    private static final JsonName CANDIDATES_TOKENS = JsonName.of("candidatesTokenCount");
    private static final JsonName TOTAL_TOKENS = JsonName.of("totalTokenCount");
    private static final JsonName CACHED_TOKENS = JsonName.of("cachedContentTokenCount");
    private static final JsonName THOUGHTS_TOKENS = JsonName.of("thoughtsTokenCount");

    /** A call the model could not get right ends the answer as a failure does: with nothing to go on with. */
    private static final FinishWords FINISH_REASONS = new FinishWords()
            .with(FinishReason.STOP, "STOP")
            .with(FinishReason.LENGTH, "MAX_TOKENS")
            .with(FinishReason.CONTENT_FILTER, "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII")
            .with(FinishReason.CONTENT_FILTER, "IMAGE_SAFETY", "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION")
            .with(FinishReason.CONTENT_FILTER, "MODEL_ARMOR")
            .with(FinishReason.ERROR, "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS")
            .with(FinishReason.ERROR, "MALFORMED_RESPONSE", "MISSING_THOUGHT_SIGNATURE");

    private final GeminiParts parts = new GeminiParts(this);

    GeminiDecoder(DeltaHandler out) {
        super(out);
    }

    @Override
    void decode(StreamEvent event, int root) {
        if (!json.is(root, JsonKind.ARRAY)) {
            chunk(root);
            return;
        }
        for (int node = json.first(root); node != JsonTape.MISSING; node = json.next(root, node)) {
            int error = json.field(node, ERROR);
            if (saysSomething(error)) {
                error(error);
            } else {
                chunk(node);
            }
        }
    }

    private void chunk(int chunk) {
        if (!identity.isComplete()) {
            start(json.field(chunk, RESPONSE_ID), json.field(chunk, MODEL_VERSION));
        }
        int candidates = json.field(chunk, CANDIDATES);
        int position = 0;
        for (int node = json.first(candidates); node != JsonTape.MISSING; node = json.next(candidates, node)) {
            candidate(json.indexValue(json.field(node, INDEX), position++), node);
        }
        usage(json.field(chunk, USAGE_METADATA));
        int blocked = json.field(json.field(chunk, PROMPT_FEEDBACK), BLOCK_REASON);
        if (!json.string(blocked, slice).isEmpty()) {
            finish(0, FinishReason.CONTENT_FILTER, slice);
        }
    }

    private void candidate(int choice, int candidate) {
        int list = json.field(json.field(candidate, CONTENT), PARTS);
        for (int part = json.first(list); part != JsonTape.MISSING; part = json.next(list, part)) {
            parts.part(choice, part);
        }
        opaque(OpaqueKind.CITATION, choice, 0, json.field(candidate, CITATION_METADATA));
        opaque(OpaqueKind.CITATION, choice, 0, json.field(candidate, GROUNDING_METADATA));
        opaque(OpaqueKind.OTHER, choice, 0, json.field(candidate, URL_CONTEXT_METADATA));
        int reason = json.field(candidate, FINISH_REASON);
        if (!json.string(reason, slice).isEmpty()) {
            finishCandidate(choice, candidate, reason);
        }
    }

    /** Some layers say STOP early and go on; nothing is closed by it but the arguments that were being streamed. */
    private void finishCandidate(int choice, int candidate, int reason) {
        parts.finish(choice);
        opaque(OpaqueKind.OTHER, choice, 0, json.field(candidate, FINISH_MESSAGE));
        ByteSlice word = json.string(reason, slice);
        finish(choice, FINISH_REASONS.meaning(word), word);
    }

    @Override
    void usageAgain(int node) {
        usage(node);
    }

    /** Counters are absolute, and each chunk has some of them. */
    private void usage(int node) {
        usage.input(tokens(json.field(node, PROMPT_TOKENS)));
        usage.output(tokens(json.field(node, CANDIDATES_TOKENS)));
        usage.total(tokens(json.field(node, TOTAL_TOKENS)));
        usage.cacheRead(tokens(json.field(node, CACHED_TOKENS)));
        usage.reasoning(tokens(json.field(node, THOUGHTS_TOKENS)));
        if (tellUsage(node)) {
            usageNode = node;
        }
    }

    @Override
    boolean hasProtocolEnd() {
        return false;
    }

    @Override
    public void reset() {
        super.reset();
        parts.reset();
    }
}
