package io.streamgauge.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.provider.Dialect;
import io.streamgauge.transport.Origin;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StreamRequestTest {
    private static final URI BASE = URI.create("http://localhost:8080");

    private static StreamRequest.Builder to(Dialect dialect) {
        return StreamRequest.to(dialect, BASE).model("some model").prompt("say \"hi\"\n漢");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI_CHAT, /v1/chat/completions",
        "OPENAI_COMPLETIONS, /v1/completions",
        "OPENAI_RESPONSES, /v1/responses",
        "ANTHROPIC_MESSAGES, /v1/messages",
        "GEMINI, /v1beta/models/some%20model:streamGenerateContent?alt=sse",
        "GEMINI_JSON_ARRAY, /v1beta/models/some%20model:streamGenerateContent",
        "OLLAMA_CHAT, /api/chat",
        "OLLAMA_GENERATE, /api/generate",
        "COHERE_V2, /v2/chat",
        "OTHER_SSE, /events"
    })
    void eachDialectHasItsPath(Dialect dialect, String target) {
        assertEquals(target, to(dialect).build().target());
    }

    @ParameterizedTest
    @EnumSource
    void everyDialectAsksForAStreamWithThePrompt(Dialect dialect) {
        JsonNode body = JsonMapper.shared().readTree(to(dialect).build().body());

        assertTrue(body.toString().contains("say \\\"hi\\\"\\n漢"), body.toString());
        boolean saysStreamInThePath = dialect == Dialect.GEMINI || dialect == Dialect.GEMINI_JSON_ARRAY;
        assertEquals(!saysStreamInThePath, body.path("stream").asBoolean(false));
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI_CHAT, authorization, Bearer k",
        "ANTHROPIC_MESSAGES, x-api-key, k",
        "GEMINI, x-goog-api-key, k",
        "COHERE_V2, authorization, Bearer k"
    })
    void theKeyGoesWhereTheProviderWantsIt(Dialect dialect, String name, String value) {
        assertEquals(value, to(dialect).apiKey(" k\n").build().headers().get(name));
        assertFalse(to(dialect).build().headers().containsKey(name));
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/v1, /v1/chat/completions",
        "http://h/v1/, /v1/chat/completions",
        "http://h/, /v1/chat/completions",
        "http://h/gateway, /gateway/v1/chat/completions",
        "http://h/openai/v1, /openai/v1/chat/completions"
    })
    void aVersionInTheBaseIsNotSaidTwice(URI base, String target) {
        assertEquals(target, StreamRequest.to(Dialect.OPENAI_CHAT, base).build().target());
    }

    @ParameterizedTest
    @CsvSource({
        "http://h, h, false, 80",
        "https://h, h, true, 443",
        "https://h:444/x, h:444, true, 444",
        "http://[::1]:9, [::1]:9, false, 9"
    })
    void theHostHeaderNamesThePortWhereItIsNotTheUsual(URI url, String authority, boolean tls, int port) {
        Origin origin = StreamRequest.toUrl(Dialect.OPENAI_CHAT, url).build().origin();

        assertEquals(authority, origin.authority());
        assertEquals(tls, origin.tls());
        assertEquals(port, origin.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://h/x", "/just/a/path", "http:///x"})
    void whatIsNoWebAddressIsRefused(URI url) {
        assertThrows(
                IllegalArgumentException.class,
                () -> StreamRequest.toUrl(Dialect.GEMINI, url).build());
    }

    @Test
    void credentialsAreNeverShown() {
        StreamRequest request = StreamRequest.toUrl(Dialect.GEMINI, URI.create("http://me:secret1@h/x?key=secret2"))
                .apiKey("secret3")
                .header("Authorization", "secret4")
                .body("secret5".getBytes(StandardCharsets.UTF_8))
                .build();

        assertEquals("gemini http://h/x?...", request.toString());
    }

    @Test
    void aHeaderThatCannotBeSentIsRefusedWithoutItsValue() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> to(Dialect.OPENAI_CHAT).header("x-key", "secret\r\nx: y"));

        assertFalse(refusal.getMessage().contains("secret"));
    }

    @Test
    void aHeaderOfTheCallerReplacesOurs() {
        StreamRequest request =
                to(Dialect.OPENAI_CHAT).header("Accept", "text/event-stream").build();

        assertEquals("text/event-stream", request.headers().get("accept"));
    }
}
