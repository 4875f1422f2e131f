package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.FinishReason;
import io.streamgauge.delta.OpaqueKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gemini chunks of candidates; protocols.md 5 and 11.8. The body just ends, behind the finish reasons. */
final class GeminiProtocol extends Protocol {
    /** Candidates from the last one on number their calls together. */
    private static final int MAX_CANDIDATES = 64;

    private static final Map<FinishReason, List<String>> WORDS = Map.of(
            FinishReason.STOP,
            List.of("STOP"),
            FinishReason.LENGTH,
            List.of("MAX_TOKENS"),
            FinishReason.CONTENT_FILTER,
            List.of(
                    "SAFETY",
                    "RECITATION",
                    "BLOCKLIST",
                    "PROHIBITED_CONTENT",
                    "SPII",
                    "IMAGE_SAFETY",
                    "IMAGE_PROHIBITED_CONTENT",
                    "IMAGE_RECITATION",
                    "MODEL_ARMOR"),
            FinishReason.ERROR,
            List.of(
                    "MALFORMED_FUNCTION_CALL",
                    "UNEXPECTED_TOOL_CALL",
                    "TOO_MANY_TOOL_CALLS",
                    "MALFORMED_RESPONSE",
                    "MISSING_THOUGHT_SIGNATURE"));

    private final Map<Integer, GeminiCalls> calls = new HashMap<>();

    GeminiProtocol(DeltaHandler handler) {
        super(handler, false, true);
    }

    @Override
    void event(Frame.Event event, Json root) {
        for (Json chunk : root.is(Json.Kind.ARRAY) ? root.elements : List.of(root)) {
            if (chunk != root && chunk.get("error").saysSomething()) {
                error(chunk.get("error"));
            } else {
                chunk(chunk);
            }
        }
    }

    private void chunk(Json chunk) {
        start(chunk.get("responseId"), chunk.get("modelVersion"));
        List<Json> candidates = chunk.get("candidates").elements;
        for (int position = 0; position < candidates.size(); position++) {
            Json candidate = candidates.get(position);
            candidate(candidate.get("index").index(position), candidate);
        }
        countTokens(chunk.get("usageMetadata"));
        String reason = chunk.get("promptFeedback").get("blockReason").string();
        if (!reason.isEmpty()) {
            finish(0, FinishReason.CONTENT_FILTER, reason);
        }
    }

    private void countTokens(Json object) {
        usage.input(object.get("promptTokenCount").count());
        usage.output(object.get("candidatesTokenCount").count());
        usage.total(object.get("totalTokenCount").count());
        usage.cacheRead(object.get("cachedContentTokenCount").count());
        usage.reasoning(object.get("thoughtsTokenCount").count());
        usage(object);
    }

    private void candidate(int number, Json candidate) {
        for (Json part : candidate.get("content").get("parts").elements) {
            if (part.get("text").is(Json.Kind.STRING)) {
                textPart(number, part);
            } else {
                otherPart(number, callsOf(number), part);
            }
        }
        opaque(OpaqueKind.CITATION, number, 0, candidate.get("citationMetadata"));
        opaque(OpaqueKind.CITATION, number, 0, candidate.get("groundingMetadata"));
        opaque(OpaqueKind.OTHER, number, 0, candidate.get("urlContextMetadata"));
        String word = candidate.get("finishReason").string();
        if (!word.isEmpty()) {
            callsOf(number).closeForgotten();
            opaque(OpaqueKind.OTHER, number, 0, candidate.get("finishMessage"));
            finish(number, meaningOf(word), word);
        }
    }

    private static FinishReason meaningOf(String word) {
        return WORDS.entrySet().stream()
                .filter(meaning -> meaning.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FinishReason.OTHER);
    }

    private GeminiCalls callsOf(int number) {
        int place = Math.min(number, MAX_CANDIDATES - 1);
        return calls.computeIfAbsent(place, choice -> new GeminiCalls(this, choice));
    }

    private void textPart(int number, Json part) {
        if (part.get("thought").is(Json.Kind.TRUE)) {
            reasoning(number, 0, part.get("text"));
        } else {
            text(number, 0, part.get("text"));
        }
        opaque(OpaqueKind.SIGNATURE, number, 0, part.get("thoughtSignature"));
    }

    private void otherPart(int number, GeminiCalls calls, Json part) {
        boolean isCall = part.get("functionCall").is(Json.Kind.OBJECT);
        if (isCall) {
            calls.functionCall(part.get("functionCall"));
        }
        Json code = part.get("executableCode");
        if (code.isPresent()) {
            calls.serverCall(code, "code_execution", code);
        }
        Json tool = part.get("toolCall");
        if (tool.isPresent()) {
            calls.serverCall(tool, "", tool.get("args"));
        }
        for (String result : List.of("codeExecutionResult", "toolResponse", "functionResponse")) {
            opaque(OpaqueKind.TOOL_RESULT, number, calls.latest(), part.get(result));
        }
        Json data = part.get("inlineData");
        opaque(kindOf(data.get("mimeType").string()), number, 0, data);
        opaque(OpaqueKind.OTHER, number, 0, part.get("fileData"));
        opaque(OpaqueKind.SIGNATURE, number, isCall ? calls.latest() : 0, part.get("thoughtSignature"));
    }

    private static OpaqueKind kindOf(String mimeType) {
        if (mimeType.startsWith("image/")) {
            return OpaqueKind.IMAGE;
        }
        return mimeType.startsWith("audio/") ? OpaqueKind.AUDIO : OpaqueKind.OTHER;
    }
}
