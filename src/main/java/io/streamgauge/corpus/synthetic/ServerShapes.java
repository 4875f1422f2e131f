package io.streamgauge.corpus.synthetic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chat chunks of smaller providers, gateways and servers that one runs oneself. */
final class ServerShapes {
    private ServerShapes() {}

    /** Perplexity: the role, the usage so far and all search results in every chunk. */
    static final class Perplexity extends ChatShape {
        private final List<@Nullable Object> citations;
        private final List<@Nullable Object> results;

        Perplexity(List<@Nullable Object> citations, List<@Nullable Object> results) {
            this.citations = citations;
            this.results = results;
        }

        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object("index", index, "delta", delta, "finish_reason", finish == null ? Json.ABSENT : finish);
        }

        @Override
        Map<String, @Nullable Object> content(String piece) {
            return Json.object("role", "assistant", "content", piece);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.object(
                    "id",
                    stream.id(),
                    "model",
                    stream.model(),
                    "created",
                    stream.created(),
                    "usage",
                    usage,
                    "citations",
                    citations,
                    "search_results",
                    results,
                    "object",
                    "chat.completion.chunk",
                    "choices",
                    choices);
        }
    }

    /** Together: text and token beside the delta, and every null spelled out. */
    static final class Together extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object(
                    "index",
                    index,
                    "text",
                    delta.get("content") instanceof String text ? text : "",
                    "logprobs",
                    null,
                    "finish_reason",
                    finish,
                    "seed",
                    null,
                    "delta",
                    delta);
        }

        @Override
        Map<String, @Nullable Object> content(String piece) {
            return Json.object(
                    "token_id", piece.hashCode() & 0xFFFF, "role", "assistant", "content", piece, "tool_calls", null);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.object(
                    "id",
                    stream.id(),
                    "object",
                    "chat.completion.chunk",
                    "created",
                    stream.created(),
                    "choices",
                    choices,
                    "model",
                    stream.model(),
                    "usage",
                    usage);
        }
    }

    /** vLLM: a stop reason beside the finish reason. */
    static final class Vllm extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object(
                    "index",
                    index,
                    "delta",
                    delta,
                    "logprobs",
                    null,
                    "finish_reason",
                    finish,
                    "stop_reason",
                    finish == null ? Json.ABSENT : null,
                    "token_ids",
                    null);
        }

        @Override
        Map<String, @Nullable Object> reasoning(String piece) {
            return Json.object("reasoning", piece);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.join(head(stream), Json.object("choices", choices, "usage", usage));
        }
    }

    /** An old SGLang: the finish reason of an unfinished choice is an empty text. */
    static final class Sglang extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object(
                    "index",
                    index,
                    "delta",
                    delta,
                    "logprobs",
                    null,
                    "finish_reason",
                    finish == null ? "" : finish,
                    "matched_stop",
                    finish == null ? null : 2);
        }

        @Override
        Map<String, @Nullable Object> content(String piece) {
            return Json.object("role", null, "content", piece, "reasoning_content", null, "tool_calls", null);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.join(head(stream), Json.object("choices", choices, "usage", usage));
        }
    }

    /** llama.cpp: choices first, then the alphabet. */
    static final class LlamaCpp extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object("finish_reason", finish, "index", index, "delta", delta);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.object(
                    "choices",
                    choices,
                    "created",
                    stream.created(),
                    "id",
                    stream.id(),
                    "model",
                    stream.model(),
                    "system_fingerprint",
                    "b0000-synthetic",
                    "object",
                    "chat.completion.chunk",
                    "usage",
                    usage);
        }
    }

    /** Z.ai: the role in every delta, no finish reason until the end, {@code created} second. */
    static final class Zai extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object("index", index, "finish_reason", finish == null ? Json.ABSENT : finish, "delta", delta);
        }

        @Override
        Map<String, @Nullable Object> content(String piece) {
            return Json.object("role", "assistant", "content", piece);
        }

        @Override
        Map<String, @Nullable Object> reasoning(String piece) {
            return Json.object("role", "assistant", "reasoning_content", piece);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.object(
                    "id",
                    stream.id(),
                    "created",
                    stream.created(),
                    "object",
                    "chat.completion.chunk",
                    "model",
                    stream.model(),
                    "choices",
                    choices,
                    "usage",
                    usage);
        }
    }

    /** Moonshot: without the name of the object. */
    static final class Moonshot extends ChatShape {
        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.object(
                    "id", stream.id(),
                    "created", stream.created(),
                    "model", stream.model(),
                    "choices", choices,
                    "usage", usage);
        }
    }

    /** Writer: message and delta side by side, each with every member there is. */
    static final class Writer extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            Map<String, @Nullable Object> full = Json.join(
                    Json.object(
                            "content", null,
                            "role", "assistant",
                            "tool_calls", null,
                            "graph_data", Json.object("sources", null, "status", null, "subqueries", null),
                            "llm_data", null,
                            "refusal", null),
                    delta);
            return Json.object(
                    "index", index, "finish_reason", finish, "message", full, "delta", full, "logprobs", null);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.object(
                    "id",
                    stream.id(),
                    "object",
                    "chat.completion.chunk",
                    "choices",
                    choices,
                    "created",
                    stream.created(),
                    "model",
                    stream.model(),
                    "usage",
                    usage,
                    "system_fingerprint",
                    "v1",
                    "service_tier",
                    null);
        }
    }

    /** Cloudflare: a role of null, and no finish reason until the end. */
    static final class Cloudflare extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object("index", index, "delta", delta, "finish_reason", finish == null ? Json.ABSENT : finish);
        }

        @Override
        Map<String, @Nullable Object> content(String piece) {
            return Json.object("role", null, "content", piece);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.object(
                    "id",
                    stream.id(),
                    "created",
                    stream.created(),
                    "model",
                    stream.model(),
                    "object",
                    "chat.completion.chunk",
                    "choices",
                    choices,
                    "usage",
                    usage);
        }
    }

    /** Snowflake: nothing identifies the answer, and reasoning comes in details alone. */
    static final class Snowflake extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object(
                    "delta", delta, "index", index, "logprobs", Json.object("content", null, "refusal", null));
        }

        @Override
        Map<String, @Nullable Object> content(String piece) {
            return Json.object("content", piece, "refusal", "", "role", "assistant", "tool_calls", null);
        }

        @Override
        Map<String, @Nullable Object> reasoning(String piece) {
            Map<String, @Nullable Object> detail = Json.object(
                    "format",
                    "synthetic-v1",
                    "id",
                    "reasoning-text-1",
                    "index",
                    0,
                    "text",
                    piece,
                    "type",
                    "reasoning.text");
            return Json.object(
                    "content", "",
                    "reasoning_details", Json.array(detail),
                    "refusal", "",
                    "role", "assistant",
                    "tool_calls", null);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.object(
                    "choices",
                    choices,
                    "created",
                    0,
                    "id",
                    "",
                    "model",
                    stream.model(),
                    "object",
                    "chat.completion.chunk",
                    "service_tier",
                    "",
                    "system_fingerprint",
                    "",
                    "usage",
                    usage);
        }
    }

    /** The Hugging Face router: id and choices first, and a name in every delta. */
    static final class HuggingFace extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object("delta", delta, "finish_reason", finish == null ? Json.ABSENT : finish, "index", index);
        }

        @Override
        Map<String, @Nullable Object> content(String piece) {
            return Json.object("role", "assistant", "content", piece, "name", "assistant", "token_id", piece.length());
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.object(
                    "id",
                    stream.id(),
                    "choices",
                    choices,
                    "created",
                    stream.created(),
                    "model",
                    stream.model(),
                    "object",
                    "chat.completion.chunk",
                    "usage",
                    usage);
        }
    }
}
