package io.streamgauge.provider.reference;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.EndReason;
import io.streamgauge.provider.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The way in: one body, whole, of a dialect. */
public final class ReferenceDecoder {
    private ReferenceDecoder() {}

    /**
     * Tells {@code handler} all that the body says. Where a payload is not JSON, the place told is that of its event.
     */
    public static void decode(Dialect dialect, byte[] body, DeltaHandler handler) {
        List<Frame> frames = Framings.read(dialect, new String(body, StandardCharsets.ISO_8859_1));
        if (dialect == Dialect.OTHER_SSE) {
            count(frames, handler);
        } else {
            protocol(dialect, handler).read(frames);
        }
    }

    private static Protocol protocol(Dialect dialect, DeltaHandler handler) {
        return switch (dialect) {
            case OPENAI_CHAT -> new ChatProtocol(handler);
            case OPENAI_COMPLETIONS -> new CompletionsProtocol(handler);
            case OPENAI_RESPONSES -> new ResponsesProtocol(handler);
            case OPENAI_ASSISTANTS -> new AssistantsProtocol(handler);
            case ANTHROPIC_MESSAGES -> new MessagesProtocol(handler);
            case ANTHROPIC_COMPLETE -> new CompleteProtocol(handler);
            case GEMINI, GEMINI_JSON_ARRAY -> new GeminiProtocol(handler);
            case GEMINI_INTERACTIONS -> new InteractionsProtocol(handler);
            case OLLAMA_CHAT, OLLAMA_GENERATE -> new OllamaProtocol(handler, dialect == Dialect.OLLAMA_CHAT);
            case COHERE_V2 -> new CohereProtocol(handler);
            case OTHER_SSE -> throw new IllegalArgumentException("no protocol is known of " + dialect);
        };
    }

    private static void count(List<Frame> frames, DeltaHandler handler) {
        long events = 0;
        for (Frame frame : frames) {
            if (frame instanceof Frame.Event) {
                handler.onEventBegin(events++);
            } else if (frame instanceof Frame.Comment) {
                handler.onPing();
            }
        }
        handler.onEnd(EndReason.TERMINAL_EVENT);
    }
}
