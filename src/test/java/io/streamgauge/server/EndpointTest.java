package io.streamgauge.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.provider.Dialect;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/chat/completions, CHAT_COMPLETIONS",
        "/chat/completions, CHAT_COMPLETIONS",
        "/openai/v1/chat/completions, CHAT_COMPLETIONS",
        "/api/paas/v4/chat/completions, CHAT_COMPLETIONS",
        "/v1/completions, COMPLETIONS",
        "/v1/responses, RESPONSES",
        "/v1/threads/runs, RUNS",
        "/v1/threads/thread_1/runs, RUNS",
        "/v1/threads/thread_1/runs/run_1/submit_tool_outputs, RUNS",
        "/v1/messages, MESSAGES",
        "/anthropic/v1/messages, MESSAGES",
        "/v1/complete, COMPLETE",
        "/v1beta/interactions, INTERACTIONS",
        "/api/chat, OLLAMA_CHAT",
        "/api/generate, OLLAMA_GENERATE",
        "/v2/chat, COHERE_CHAT"
    })
    void everyVendorsPathIsKnown(String path, Endpoint expected) {
        assertEquals(Optional.of(new Endpoint.Match(expected, Optional.empty())), Endpoint.at(path));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1beta/models/m:streamGenerateContent, STREAM_GENERATE_CONTENT, m",
        "/v1/models/vendor/name-1:streamGenerateContent, STREAM_GENERATE_CONTENT, vendor/name-1",
        "/v1beta1/projects/p/locations/l/publishers/google/models/m:generateContent, GENERATE_CONTENT, m",
        "/openai/deployments/d/chat/completions, AZURE_CHAT, d",
        "/openai/deployments/vendor/name/completions, AZURE_COMPLETIONS, vendor/name"
    })
    void aModelInThePathIsRead(String path, Endpoint expected, String model) {
        assertEquals(Optional.of(new Endpoint.Match(expected, Optional.of(model))), Endpoint.at(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v1",
                "/v1/chat",
                "/v1/models",
                "/v1/threads/t/messages",
                "/v1/messages/count_tokens",
                "/api/tags",
                "/v2/chat/",
                "/v1beta/models/m:countTokens",
                "/v1/chat/completions/x"
            })
    void otherPathsAreNoEndpoints(String path) {
        assertEquals(Optional.empty(), Endpoint.at(path));
    }

    @Test
    void geminiStreamsAnArrayUnlessAskedForSse() {
        assertEquals(Dialect.GEMINI, Endpoint.STREAM_GENERATE_CONTENT.dialect(true));
        assertEquals(Dialect.GEMINI_JSON_ARRAY, Endpoint.STREAM_GENERATE_CONTENT.dialect(false));
        assertEquals(Dialect.GEMINI_INTERACTIONS, Endpoint.INTERACTIONS.dialect(false));
    }

    @Test
    void whoSaysNothingGetsTheVendorsDefault() {
        assertFalse(Endpoint.CHAT_COMPLETIONS.streams(Optional.empty()));
        assertTrue(Endpoint.CHAT_COMPLETIONS.streams(Optional.of(true)));
        assertTrue(Endpoint.OLLAMA_CHAT.streams(Optional.empty()));
        assertFalse(Endpoint.OLLAMA_CHAT.streams(Optional.of(false)));
        assertTrue(Endpoint.STREAM_GENERATE_CONTENT.streams(Optional.of(false)));
        assertFalse(Endpoint.GENERATE_CONTENT.streams(Optional.of(true)));
    }
}
