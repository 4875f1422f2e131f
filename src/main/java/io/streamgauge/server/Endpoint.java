package io.streamgauge.server;

import io.streamgauge.provider.Dialect;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The paths that answers are asked for at, each with what it means. The first one that matches counts.
 *
 * <p>Vendors' OpenAI-compatible services put something of their own in front ({@code /openai/v1},
 * {@code /api/paas/v4}), so most paths are known by their end.
 */
enum Endpoint {
    AZURE_CHAT(Vendor.AZURE, Dialect.OPENAI_CHAT, Streaming.WHEN_ASKED, "/openai/deployments/(.+)/chat/completions"),
    AZURE_COMPLETIONS(
            Vendor.AZURE, Dialect.OPENAI_COMPLETIONS, Streaming.WHEN_ASKED, "/openai/deployments/(.+)/completions"),
    CHAT_COMPLETIONS(Vendor.OPENAI, Dialect.OPENAI_CHAT, Streaming.WHEN_ASKED, "(?:/.*)?/chat/completions"),
    COMPLETIONS(Vendor.OPENAI, Dialect.OPENAI_COMPLETIONS, Streaming.WHEN_ASKED, "(?:/.*)?/completions"),
    RESPONSES(Vendor.OPENAI, Dialect.OPENAI_RESPONSES, Streaming.WHEN_ASKED, "(?:/.*)?/responses"),
    RUNS(
            Vendor.OPENAI,
            Dialect.OPENAI_ASSISTANTS,
            Streaming.WHEN_ASKED,
            "(?:/.*)?/threads(?:/[^/]+)?/runs(?:/[^/]+/submit_tool_outputs)?"),
    MESSAGES(Vendor.ANTHROPIC, Dialect.ANTHROPIC_MESSAGES, Streaming.WHEN_ASKED, "(?:/.*)?/v1/messages"),
    COMPLETE(Vendor.ANTHROPIC, Dialect.ANTHROPIC_COMPLETE, Streaming.WHEN_ASKED, "(?:/.*)?/v1/complete"),
    STREAM_GENERATE_CONTENT(
            Vendor.GEMINI, Dialect.GEMINI, Streaming.ALWAYS, "/v\\d\\w*/(?:.*/)?models/(.+):streamGenerateContent"),
    GENERATE_CONTENT(Vendor.GEMINI, Dialect.GEMINI, Streaming.NEVER, "/v\\d\\w*/(?:.*/)?models/(.+):generateContent"),
    INTERACTIONS(Vendor.GEMINI, Dialect.GEMINI_INTERACTIONS, Streaming.WHEN_ASKED, "/v\\d\\w*/interactions"),
    OLLAMA_CHAT(Vendor.OLLAMA, Dialect.OLLAMA_CHAT, Streaming.UNLESS_DECLINED, "/api/chat"),
    OLLAMA_GENERATE(Vendor.OLLAMA, Dialect.OLLAMA_GENERATE, Streaming.UNLESS_DECLINED, "/api/generate"),
    COHERE_CHAT(Vendor.COHERE, Dialect.COHERE_V2, Streaming.WHEN_ASKED, "/v2/chat"),
    /** Of no vendor: where event streams in none of their protocols are served. */
    EVENTS(Vendor.OPENAI, Dialect.OTHER_SSE, Streaming.ALWAYS, "/events");

    /** Whether the answer comes as a stream. */
    enum Streaming {
        /** When the request says {@code "stream": true}. */
        WHEN_ASKED,
        /** Unless the request says {@code "stream": false}. */
        UNLESS_DECLINED,
        /** The path says so. */
        ALWAYS,
        /** The path says not. */
        NEVER
    }

    private final Vendor vendor;
    private final Dialect dialect;
    private final Streaming streaming;
    private final Pattern path;

    Endpoint(Vendor vendor, Dialect dialect, Streaming streaming, String path) {
        this.vendor = vendor;
        this.dialect = dialect;
        this.streaming = streaming;
        this.path = Pattern.compile(path);
    }

    /**
     * An endpoint as a request has found it.
     *
     * @param model the model that the path names, if it does
     */
    record Match(Endpoint endpoint, Optional<String> model) {}

    /** The endpoint at a decoded path. */
    static Optional<Match> at(String path) {
        for (Endpoint endpoint : values()) {
            Matcher matcher = endpoint.path.matcher(path);
            if (matcher.matches()) {
                Optional<String> model = matcher.groupCount() == 0 ? Optional.empty() : Optional.of(matcher.group(1));
                return Optional.of(new Match(endpoint, model));
            }
        }
        return Optional.empty();
    }

    Vendor vendor() {
        return vendor;
    }

    /** The dialect of recordings served here; see {@link #dialect(boolean)} for Gemini's two. */
    Dialect dialect() {
        return dialect;
    }

    /** The same, for a request that did or did not ask for SSE by {@code alt=sse}. */
    Dialect dialect(boolean sseAsked) {
        return this == STREAM_GENERATE_CONTENT && !sseAsked ? Dialect.GEMINI_JSON_ARRAY : dialect;
    }

    /** Whether an answer is to be streamed, given what the request's body says about it. */
    boolean streams(Optional<Boolean> asked) {
        return switch (streaming) {
            case WHEN_ASKED -> asked.orElse(false);
            case UNLESS_DECLINED -> asked.orElse(true);
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }
}
