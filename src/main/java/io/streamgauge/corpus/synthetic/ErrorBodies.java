package io.streamgauge.corpus.synthetic;

import io.streamgauge.provider.Dialect;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers to requests that never became a stream: an HTTP status, and the provider's way to say why. */
final class ErrorBodies {
    private static final String JSON = "application/json";

    private ErrorBodies() {}

    static void record(Studio studio) {
        openAi(studio);
        anthropic(studio);
        google(studio);
        others(studio);
    }

    private static void openAi(Studio studio) {
        body(
                studio,
                Vendor.OPENAI,
                Dialect.OPENAI_CHAT,
                "chat-error-401",
                401,
                openAiError(
                        "Incorrect API key provided: synthetic. Keys have more letters.",
                        "invalid_request_error",
                        "invalid_api_key"));
        body(
                studio,
                Vendor.OPENAI,
                Dialect.OPENAI_CHAT,
                "chat-error-404",
                404,
                openAiError(
                        "The model `synthetic-gpt-none` does not exist or you do not have access to it.",
                        "invalid_request_error",
                        "model_not_found"));
        body(
                studio,
                Vendor.OPENAI,
                Dialect.OPENAI_RESPONSES,
                "responses-error-429",
                429,
                openAiError(
                        "Rate limit reached for tokens per minute. Please try again in 1.2s.",
                        "tokens",
                        "rate_limit_exceeded"));
        body(
                studio,
                Vendor.OPENAI,
                Dialect.OPENAI_ASSISTANTS,
                "assistants-error-400",
                400,
                openAiError(
                        "Run creation requires a thread with a message.", "invalid_request_error", "invalid_thread"));
        body(
                studio,
                Vendor.OPENAI,
                Dialect.OPENAI_COMPLETIONS,
                "completions-error-400",
                400,
                openAiError(
                        "This model's maximum context length is 4097 tokens.",
                        "invalid_request_error",
                        "context_length_exceeded"));
    }

    private static Map<String, @Nullable Object> openAiError(String message, String type, String code) {
        return Json.object("message", message, "type", type, "param", null, "code", code);
    }

    private static void anthropic(Studio studio) {
        anthropic(studio, "messages-error-401", 401, "authentication_error", "invalid x-api-key");
        anthropic(studio, "messages-error-404", 404, "not_found_error", "model: synthetic-claude-none");
        anthropic(studio, "messages-error-529", 529, "overloaded_error", "Overloaded");
    }

    private static void anthropic(Studio studio, String name, int status, String type, String message) {
        studio.record(Vendor.ANTHROPIC, Dialect.ANTHROPIC_MESSAGES, name, Pacing.AT_ONCE, take -> {
            Map<String, @Nullable Object> error = Json.object("type", type, "message", message);
            begin(take, status, JSON, error);
            take.said.peculiarity("blocks", Json.array());
            take.said.peculiarity("pings", 0);
            take.said.peculiarity("citations", 0);
            take.wire.raw(
                    JsonStyle.COMPACT.write(
                            Json.object("type", "error", "error", error, "request_id", "req_01" + take.dice.id(22))),
                    0);
        });
    }

    private static void begin(Take take, int status, String contentType, Object error) {
        take.about("error", "synthetic-none");
        take.features("http-" + status);
        take.plainBody(status, contentType);
        take.said.error(error);
    }

    /** An error object in {@code error}, which is what most send. */
    private static void body(
            Studio studio,
            Vendor vendor,
            Dialect dialect,
            String name,
            int status,
            Map<String, @Nullable Object> error) {
        studio.record(vendor, dialect, name, Pacing.AT_ONCE, take -> {
            begin(take, status, JSON, error);
            take.wire.raw(JsonStyle.PRINTED.write(Json.object("error", error)) + '\n', 0);
        });
    }

    private static void google(Studio studio) {
        Map<String, @Nullable Object> retry =
                Json.object("@type", "type.googleapis.com/google.rpc.RetryInfo", "retryDelay", "34.4s");
        Map<String, @Nullable Object> exhausted = Json.object(
                "code",
                429,
                "message",
                "Quota exceeded for requests per minute.",
                "status",
                "RESOURCE_EXHAUSTED",
                "details",
                Json.array(retry));
        body(studio, Vendor.GEMINI, Dialect.GEMINI, "content-error-429", 429, exhausted);
        Map<String, @Nullable Object> invalid = Json.object(
                "code",
                400,
                "message",
                "API key not valid. Please pass a valid API key.",
                "status",
                "INVALID_ARGUMENT");
        studio.record(Vendor.GEMINI, Dialect.GEMINI_JSON_ARRAY, "array-error-400", Pacing.AT_ONCE, take -> {
            begin(take, 400, JSON, invalid);
            take.features("error-in-array");
            take.wire.raw("[" + JsonStyle.PRINTED.write(Json.object("error", invalid)) + "\n]", 0);
        });
    }

    private static void others(Studio studio) {
        studio.record(Vendor.COHERE, Dialect.COHERE_V2, "chat-error-429", Pacing.AT_ONCE, take -> {
            Map<String, @Nullable Object> error =
                    Json.object("id", take.dice.uuid(), "message", "You have reached the rate limit of a trial key.");
            begin(take, 429, JSON, error);
            take.wire.raw(JsonStyle.COMPACT.write(error), 0);
        });
        studio.record(Vendor.OLLAMA, Dialect.OLLAMA_CHAT, "chat-error-404", Pacing.AT_ONCE, take -> {
            begin(
                    take,
                    404,
                    "application/json; charset=utf-8",
                    Json.object("message", "model 'synthetic-none' not found"));
            take.wire.raw("{\"error\":\"model 'synthetic-none' not found\"}", 0);
        });
        studio.record(Vendor.DEEPSEEK, Dialect.OPENAI_CHAT, "chat-error-401", Pacing.AT_ONCE, take -> {
            Map<String, @Nullable Object> error =
                    openAiError("Authentication Fails", "authentication_error", "invalid_request_error");
            begin(take, 401, "application/octet-stream", error);
            take.wire.raw(JsonStyle.COMPACT.write(Json.object("error", error)), 0);
        });
    }
}
