package io.streamgauge.client;

import io.streamgauge.provider.Dialect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where each dialect's streams are asked for, and with what words: the plainest request that streams one answer. */
final class ProviderApi {
    /** What Anthropic is asked for at most, which insists on a bound: 1,024 tokens. */
    static final int ANTHROPIC_MAX_TOKENS = 1_024;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ANTHROPIC_VERSION = "2023-06-01";

    private ProviderApi() {}

    /** The path below the base URL, with its query. */
    static String path(Dialect dialect, String model) {
        return switch (dialect) {
            case OPENAI_CHAT -> "/v1/chat/completions";
            case OPENAI_COMPLETIONS -> "/v1/completions";
            case OPENAI_RESPONSES -> "/v1/responses";
            case OPENAI_ASSISTANTS -> "/v1/threads/runs";
            case ANTHROPIC_MESSAGES -> "/v1/messages";
            case ANTHROPIC_COMPLETE -> "/v1/complete";
            case GEMINI -> gemini(model) + "?alt=sse";
            case GEMINI_JSON_ARRAY -> gemini(model);
            case GEMINI_INTERACTIONS -> "/v1beta/interactions";
            case OLLAMA_CHAT -> "/api/chat";
            case OLLAMA_GENERATE -> "/api/generate";
            case COHERE_V2 -> "/v2/chat";
            // No vendor's path: the one at which the replay server serves streams of no known protocol.
            case OTHER_SSE -> "/events";
        };
    }

    private static String gemini(String model) {
        String encoded = URLEncoder.encode(model, StandardCharsets.UTF_8).replace("+", "%20");
        return "/v1beta/models/" + encoded + ":streamGenerateContent";
    }

    /** The JSON body that asks {@code model} to answer {@code prompt} as a stream. */
    static byte[] body(Dialect dialect, String model, String prompt) {
        ObjectNode body = JSON.createObjectNode();
        switch (dialect) {
            case OPENAI_CHAT -> includeUsage(messages(body.put("model", model), prompt));
            case OPENAI_COMPLETIONS -> includeUsage(body.put("model", model).put("prompt", prompt));
            case OPENAI_RESPONSES, GEMINI_INTERACTIONS ->
                body.put("model", model).put("input", prompt).put("stream", true);
            case OPENAI_ASSISTANTS -> {
                messages(body.put("assistant_id", model).putObject("thread"), prompt);
                body.put("stream", true);
            }
            case ANTHROPIC_MESSAGES ->
                messages(body.put("model", model).put("max_tokens", ANTHROPIC_MAX_TOKENS), prompt)
                        .put("stream", true);
            case ANTHROPIC_COMPLETE ->
                body.put("model", model)
                        .put("max_tokens_to_sample", ANTHROPIC_MAX_TOKENS)
                        .put("prompt", "\n\nHuman: " + prompt + "\n\nAssistant:")
                        .put("stream", true);
            case GEMINI, GEMINI_JSON_ARRAY -> {
                ObjectNode content = body.putArray("contents").addObject().put("role", "user");
                content.putArray("parts").addObject().put("text", prompt);
            }
            case OLLAMA_CHAT, COHERE_V2 ->
                messages(body.put("model", model), prompt).put("stream", true);
            case OLLAMA_GENERATE, OTHER_SSE ->
                body.put("model", model).put("prompt", prompt).put("stream", true);
        }
        return JSON.writeValueAsBytes(body);
    }

    private static ObjectNode messages(ObjectNode parent, String prompt) {
        parent.putArray("messages").addObject().put("role", "user").put("content", prompt);
        return parent;
    }

    /** Without this, Chat Completions streams do not tell their tokens. */
    private static void includeUsage(ObjectNode body) {
        body.put("stream", true).putObject("stream_options").put("include_usage", true);
    }

    /** The headers that carry {@code apiKey}, and those without which the provider does not answer. */
    static Map<String, String> headers(Dialect dialect, String apiKey) {
        Map<String, String> headers = new LinkedHashMap<>();
        switch (dialect) {
            case ANTHROPIC_MESSAGES, ANTHROPIC_COMPLETE -> {
                headers.put("anthropic-version", ANTHROPIC_VERSION);
                putKey(headers, "x-api-key", apiKey);
            }
            case GEMINI, GEMINI_JSON_ARRAY, GEMINI_INTERACTIONS -> putKey(headers, "x-goog-api-key", apiKey);
            case OPENAI_ASSISTANTS -> {
                headers.put("openai-beta", "assistants=v2");
                putKey(headers, "authorization", bearer(apiKey));
            }
            default -> putKey(headers, "authorization", bearer(apiKey));
        }
        return headers;
    }

    private static String bearer(String apiKey) {
        return apiKey.isEmpty() ? "" : "Bearer " + apiKey;
    }

    private static void putKey(Map<String, String> headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.put(name, value);
        }
    }
}
