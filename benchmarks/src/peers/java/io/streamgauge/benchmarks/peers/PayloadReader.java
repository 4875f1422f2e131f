package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.provider.Dialect;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads payloads as a good application that is written by hand does: each becomes a tree, and what is wanted is looked
 * up in it. One class per protocol, one object per stream; all libraries that only cut streams share them.
 *
 * <p>They read what real servers send, as far as it is text, reasoning or a call that the application has to run. What
 * an application needs not know, such as usage, citations and calls that the provider ran itself, is passed over.
 */
abstract class PayloadReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static PayloadReader of(Dialect dialect) {
        return switch (dialect) {
            case OPENAI_CHAT -> new ChatPayloads();
            case OPENAI_COMPLETIONS, ANTHROPIC_COMPLETE -> new CompletionPayloads();
            case OPENAI_RESPONSES -> new ResponsesPayloads();
            case OPENAI_ASSISTANTS -> new AssistantsPayloads();
            case ANTHROPIC_MESSAGES -> new AnthropicPayloads();
            case GEMINI, GEMINI_JSON_ARRAY -> new GeminiPayloads();
            case GEMINI_INTERACTIONS -> new InteractionPayloads();
            case OLLAMA_CHAT, OLLAMA_GENERATE -> new OllamaPayloads();
            case COHERE_V2 -> new CoherePayloads();
            case OTHER_SSE -> new NoPayloads();
        };
    }

    /** Reads one payload; the sentinel, heartbeats and what is not JSON say nothing. */
    final void read(String payload, Answer answer) {
        if (!payload.startsWith("{")) {
            return;
        }
        try {
            read(MAPPER.readTree(payload), answer);
        } catch (JsonProcessingException e) {
            // A proxy's page or half an event at the end of a cut stream: an application goes on.
        }
    }

    /** Reads the elements of an array as they come. */
    final void readArray(InputStream body, Answer answer) throws IOException {
        try (MappingIterator<JsonNode> elements =
                MAPPER.readerFor(JsonNode.class).readValues(body)) {
            while (elements.hasNextValue()) {
                read(elements.nextValue(), answer);
            }
        }
    }

    abstract void read(JsonNode payload, Answer answer);

    /** The text of a node; empty when there is none. */
    static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }

    /** Arguments as text: servers send them as a string or as the object itself. */
    static String arguments(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        return node.isContainerNode() ? node.toString() : "";
    }

    private static final class NoPayloads extends PayloadReader {
        @Override
        void read(JsonNode payload, Answer answer) {}
    }
}
