package io.streamgauge.provider;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.event.StreamEventHandler;
import java.util.Arrays;
import java.util.Optional;

/** The protocols that are understood, each by the name that recordings and the command line use. */
public enum Dialect {
    /** OpenAI Chat Completions, and what the many compatible servers make of it. */
    OPENAI_CHAT("openai-chat", Framing.SSE),
    /** OpenAI text completions (legacy). */
    OPENAI_COMPLETIONS("openai-completions", Framing.SSE),
    /** OpenAI Responses. */
    OPENAI_RESPONSES("openai-responses", Framing.SSE),
    /** OpenAI Assistants runs (legacy). */
    OPENAI_ASSISTANTS("openai-assistants", Framing.SSE),
    /** Anthropic Messages. */
    ANTHROPIC_MESSAGES("anthropic-messages", Framing.SSE),
    /** Anthropic text completions (legacy). */
    ANTHROPIC_COMPLETE("anthropic-complete", Framing.SSE),
    /** Gemini with {@code alt=sse}. */
    GEMINI("gemini", Framing.SSE),
    /** Gemini without {@code alt=sse}: one JSON array, sent piece by piece. */
    GEMINI_JSON_ARRAY("gemini-json-array", Framing.JSON_ARRAY),
    /** Gemini interactions. */
    GEMINI_INTERACTIONS("gemini-interactions", Framing.SSE),
    /** Ollama {@code /api/chat}. */
    OLLAMA_CHAT("ollama-chat", Framing.NDJSON),
    /** Ollama {@code /api/generate}. */
    OLLAMA_GENERATE("ollama-generate", Framing.NDJSON),
    /** Cohere v2 chat. */
    COHERE_V2("cohere-v2", Framing.SSE),
    /** Server-Sent Events of no known vendor: framed and counted, not interpreted. */
    OTHER_SSE("other-sse", Framing.SSE);

    private final String wireName;
    private final Framing framing;

    Dialect(String wireName, Framing framing) {
        this.wireName = wireName;
        this.framing = framing;
    }

    /** The name in recordings' metadata and on the command line. */
    public String wireName() {
        return wireName;
    }

    /** How bodies of this dialect are cut into events. */
    public Framing framing() {
        return framing;
    }

    /** A new decoder that hands its deltas to {@code handler}. */
    public DeltaDecoder newDecoder(DeltaHandler handler) {
        return switch (this) {
            case OPENAI_CHAT -> new OpenAiChatDecoder(handler);
            case OPENAI_COMPLETIONS -> new OpenAiCompletionsDecoder(handler);
            case OPENAI_RESPONSES -> new OpenAiResponsesDecoder(handler);
            case OPENAI_ASSISTANTS -> new OpenAiAssistantsDecoder(handler);
            case ANTHROPIC_MESSAGES -> new AnthropicMessagesDecoder(handler);
            case ANTHROPIC_COMPLETE -> new AnthropicCompleteDecoder(handler);
            case GEMINI, GEMINI_JSON_ARRAY -> new GeminiDecoder(handler);
            case GEMINI_INTERACTIONS -> new GeminiInteractionsDecoder(handler);
            case OLLAMA_CHAT -> new OllamaChatDecoder(handler);
            case OLLAMA_GENERATE -> new OllamaGenerateDecoder(handler);
            case COHERE_V2 -> new CohereDecoder(handler);
            case OTHER_SSE -> new OpaqueEventsDecoder(handler);
        };
    }

    /** A new parser of bodies of this dialect, which may also know the framing that is sent by mistake. */
    public EventParser newParser(ParserLimits limits, StreamEventHandler handler) {
        return switch (this) {
            case GEMINI, GEMINI_JSON_ARRAY -> new ArrayOrEventsParser(limits, handler);
            default -> framing.newParser(limits, handler);
        };
    }

    /** The dialect of this name, if there is one. */
    public static Optional<Dialect> byWireName(String name) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.wireName.equals(name))
                .findFirst();
    }
}
