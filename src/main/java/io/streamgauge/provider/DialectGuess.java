package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.event.StreamEvent;
import io.streamgauge.event.StreamEventHandler;
import java.util.Optional;

/**
 * Tells a body's dialect by its bytes: the framing by the first of them, the rest by the fields of the first event that
 * is typical of one dialect.
 *
 * <p>A guess for the convenience of people at a terminal; recordings name their dialect.
 */
public final class DialectGuess {
    /** How much of a body is looked at: the first events of every dialect are typical. */
    public static final int LOOKED_AT_BYTES = 1 << 20;

    private static final JsonName TYPE = JsonName.of("type");
    private static final JsonName EVENT_TYPE = JsonName.of("event_type");
    private static final JsonName OBJECT = JsonName.of("object");
    private static final JsonName TEXT_COMPLETION = JsonName.of("text_completion");
    private static final JsonName CHOICES = JsonName.of("choices");
    private static final JsonName CANDIDATES = JsonName.of("candidates");
    private static final JsonName PROMPT_FEEDBACK = JsonName.of("promptFeedback");
    private static final JsonName USAGE_METADATA = JsonName.of("usageMetadata");
    private static final JsonName COMPLETION = JsonName.of("completion");
    private static final JsonName MESSAGE = JsonName.of("message");
    private static final JsonName RESPONSE = JsonName.of("response");
    private static final JsonName DONE = JsonName.of("done");

    private DialectGuess() {}

    /** The dialect of a body, or nothing when none of its first events is typical of one. */
    public static Optional<Dialect> of(byte[] body) {
        int length = Math.min(body.length, LOOKED_AT_BYTES);
        Framing framing = framing(body, length);
        Witness witness = new Witness(framing);
        EventParser parser = framing.newParser(ParserLimits.DEFAULTS, witness);
        parser.feed(body, 0, length);
        if (length == body.length) {
            parser.end();
        }
        return witness.guess;
    }

    private static Framing framing(byte[] body, int length) {
        int at = 0;
        while (at < length
                && (body[at] <= ' ' || body[at] == (byte) 0xEF || body[at] == (byte) 0xBB || body[at] == (byte) 0xBF)) {
            at++;
        }
        if (at == length) {
            return Framing.SSE;
        }
        return switch (body[at]) {
            case '{' -> Framing.NDJSON;
            case '[' -> Framing.JSON_ARRAY;
            default -> Framing.SSE;
        };
    }

    /** Looks at events until one is typical. */
    private static final class Witness implements StreamEventHandler {
        private final Framing framing;
        private final JsonTape json = new JsonTape();
        private final ByteSlice word = new ByteSlice();
        private Optional<Dialect> guess = Optional.empty();

        Witness(Framing framing) {
            this.framing = framing;
        }

        @Override
        public void onEvent(StreamEvent event) {
            if (guess.isPresent()) {
                return;
            }
            String type = event.type().copyUtf8();
            if (json.parse(event.data())) {
                int root = json.root();
                guess = framing == Framing.SSE ? ofEvent(type, root) : ofObject(root);
            }
        }

        private Optional<Dialect> ofObject(int root) {
            if (framing == Framing.JSON_ARRAY) {
                return isGemini(root) ? Optional.of(Dialect.GEMINI_JSON_ARRAY) : Optional.empty();
            }
            if (json.field(root, DONE) == JsonTape.MISSING) {
                return Optional.empty();
            }
            if (json.is(json.field(root, MESSAGE), JsonKind.OBJECT)) {
                return Optional.of(Dialect.OLLAMA_CHAT);
            }
            return json.is(json.field(root, RESPONSE), JsonKind.STRING)
                    ? Optional.of(Dialect.OLLAMA_GENERATE)
                    : Optional.empty();
        }

        private boolean isGemini(int root) {
            return json.field(root, CANDIDATES) != JsonTape.MISSING
                    || json.field(root, PROMPT_FEEDBACK) != JsonTape.MISSING
                    || json.field(root, USAGE_METADATA) != JsonTape.MISSING;
        }

        private Optional<Dialect> ofEvent(String eventName, int root) {
            if (isGemini(root)) {
                return Optional.of(Dialect.GEMINI);
            }
            String type = text(json.field(root, TYPE), text(json.field(root, EVENT_TYPE), eventName));
            String object = text(json.field(root, OBJECT), "");
            if (eventName.startsWith("thread.") || object.startsWith("thread.")) {
                return Optional.of(Dialect.OPENAI_ASSISTANTS);
            }
            if (json.stringEquals(json.field(root, OBJECT), TEXT_COMPLETION)) {
                return Optional.of(Dialect.OPENAI_COMPLETIONS);
            }
            if (json.field(root, CHOICES) != JsonTape.MISSING) {
                return Optional.of(Dialect.OPENAI_CHAT);
            }
            if (json.field(root, COMPLETION) != JsonTape.MISSING) {
                return Optional.of(Dialect.ANTHROPIC_COMPLETE);
            }
            return ofType(type);
        }

        private static Optional<Dialect> ofType(String type) {
            if (type.startsWith("response.")) {
                return Optional.of(Dialect.OPENAI_RESPONSES);
            }
            if (type.startsWith("interaction.")) {
                return Optional.of(Dialect.GEMINI_INTERACTIONS);
            }
            return switch (type) {
                case "message_start", "content_block_start", "content_block_delta" ->
                    Optional.of(Dialect.ANTHROPIC_MESSAGES);
                case "message-start", "content-start", "content-delta", "tool-plan-delta" ->
                    Optional.of(Dialect.COHERE_V2);
                case "content.start", "content.delta" -> Optional.of(Dialect.GEMINI_INTERACTIONS);
                default -> Optional.empty();
            };
        }

        private String text(int node, String fallback) {
            return json.is(node, JsonKind.STRING) ? json.string(node, word).copyUtf8() : fallback;
        }
    }
}
