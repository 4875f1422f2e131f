package io.streamgauge.server;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.MessageAccumulator;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.StreamDecoder;
import java.nio.ByteBuffer;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What the same request gets when it does not ask for a stream: the recorded answer put together, in its vendor's
 * shape.
 *
 * <p>Where a protocol repeats the whole object at its end, that object is the answer. Where the stream reports a
 * failure, so does this.
 */
final class WholeAnswer {
    /** When all answers that carry a time were made; recordings are older than any clock would say. */
    static final long CREATED_SECONDS = 1_767_225_600;

    /** The same as text. */
    static final String CREATED_AT = "2026-01-01T00:00:00Z";

    static final JsonMapper JSON = JsonMapper.shared();

    private static final String CONTENT_TYPE = "application/json";
    private static final int FAILED = 500;
    private static final int ANTHROPIC_OVERLOADED = 529;

    private WholeAnswer() {}

    /** The answer to serve in place of {@code stream}, under its name and with its headers. */
    static ServedRecording of(ServedRecording stream) {
        MessageAccumulator accumulator = new MessageAccumulator();
        StreamDecoder decoder = new StreamDecoder(stream.dialect(), accumulator);
        decoder.feed(stream.body());
        decoder.end();
        Message message = accumulator.message();
        if (message.error().isPresent()) {
            TokenDelta.Failure failure = message.error().get();
            return served(stream, status(failure), failure(stream.dialect(), failure));
        }
        return served(stream, stream.status(), object(stream, message));
    }

    private static ServedRecording served(ServedRecording stream, int status, JsonNode answer) {
        return new ServedRecording(
                stream.name(),
                stream.dialect(),
                stream.model(),
                status,
                CONTENT_TYPE,
                stream.headers(),
                ServedRecording.Framed.NOT,
                ByteBuffer.wrap(JSON.writeValueAsBytes(answer)),
                RecordedTiming.NONE);
    }

    private static JsonNode object(ServedRecording stream, Message message) {
        return switch (stream.dialect()) {
            case OPENAI_CHAT -> OpenAiAnswers.chat(message);
            case OPENAI_COMPLETIONS -> OpenAiAnswers.completion(message);
            case OPENAI_RESPONSES -> EnclosedObject.in(stream).orElseGet(() -> OpenAiAnswers.response(message));
            case OPENAI_ASSISTANTS -> EnclosedObject.in(stream).orElseGet(() -> OpenAiAnswers.run(message));
            case ANTHROPIC_MESSAGES -> AnthropicAnswers.message(message);
            case ANTHROPIC_COMPLETE -> AnthropicAnswers.completion(message);
            case GEMINI, GEMINI_JSON_ARRAY -> GeminiAnswers.content(message);
            case GEMINI_INTERACTIONS -> GeminiAnswers.interaction(EnclosedObject.in(stream), message);
            case OLLAMA_CHAT -> OllamaAnswers.chat(message);
            case OLLAMA_GENERATE -> OllamaAnswers.generate(message);
            case COHERE_V2 -> CohereAnswers.chat(message);
            case OTHER_SSE ->
                JSON.createObjectNode()
                        .put("events", new ReplayBody(stream).index().events());
        };
    }

    private static int status(TokenDelta.Failure failure) {
        if (failure.type().equals("overloaded_error")) {
            return ANTHROPIC_OVERLOADED;
        }
        boolean isStatus = failure.code().matches("[45]\\d\\d");
        return isStatus ? Integer.parseInt(failure.code()) : FAILED;
    }

    private static ObjectNode failure(Dialect dialect, TokenDelta.Failure failure) {
        ObjectNode root = JSON.createObjectNode();
        switch (dialect) {
            case ANTHROPIC_MESSAGES, ANTHROPIC_COMPLETE ->
                root.put("type", "error").set("error", json(failure.raw()));
            case COHERE_V2 -> root.put("message", failure.message());
            default -> root.set("error", json(failure.raw()));
        }
        return root;
    }

    /** A JSON text as what it is, anything else as a string. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return StringNode.valueOf(text);
        }
    }

    /** The text, or null where there is none. */
    static JsonNode textOrNull(String text) {
        return text.isEmpty() ? JSON.nullNode() : StringNode.valueOf(text);
    }

    /** Some text, or what stands for it when there is none. */
    static String orElse(String text, String otherwise) {
        return Optional.of(text).filter(some -> !some.isEmpty()).orElse(otherwise);
    }
}
