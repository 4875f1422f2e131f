package io.streamgauge.corpus.synthetic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chat chunks of the large hosted providers. */
final class HostedShapes {
    private HostedShapes() {}

    /** OpenAI today: obfuscated lengths and a tier. */
    static final class OpenAi extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object("index", index, "delta", delta, "logprobs", null, "finish_reason", finish);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.join(
                    head(stream),
                    Json.object(
                            "service_tier",
                            "default",
                            "system_fingerprint",
                            null,
                            "choices",
                            choices,
                            "usage",
                            usage,
                            "obfuscation",
                            stream.dice().id(stream.dice().between(1, 16))));
        }
    }

    /** OpenAI some years ago, and most small servers today. */
    static class Plain extends ChatShape {
        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.join(
                    head(stream),
                    Json.object("system_fingerprint", "fp_synthetic", "choices", choices, "usage", usage));
        }
    }

    /** The same in Python's spelling. */
    static final class PlainPython extends Plain {
        @Override
        JsonStyle style() {
            return JsonStyle.PYTHON;
        }
    }

    /** Azure: members in the order of the alphabet, and a filter's verdict on every choice. */
    static final class Azure extends ChatShape {
        static final Map<String, @Nullable Object> SAFE = verdict("hate", "self_harm", "sexual", "violence");

        private static Map<String, @Nullable Object> verdict(String... categories) {
            Map<String, @Nullable Object> verdict = Json.object();
            for (String category : categories) {
                verdict.put(category, Json.object("filtered", false, "severity", "safe"));
            }
            return verdict;
        }

        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            boolean hasText = delta.get("content") instanceof String text && !text.isEmpty();
            return Json.object(
                    "content_filter_results", hasText ? SAFE : Json.object(),
                    "delta", delta,
                    "finish_reason", finish,
                    "index", index,
                    "logprobs", null);
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
                    "obfuscation",
                    stream.dice().id(stream.dice().between(1, 16)),
                    "object",
                    "chat.completion.chunk",
                    "system_fingerprint",
                    null,
                    "usage",
                    usage);
        }
    }

    /** Groq: reasoning apart, in a channel. */
    static final class Groq extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object("index", index, "delta", delta, "logprobs", null, "finish_reason", finish);
        }

        @Override
        Map<String, @Nullable Object> reasoning(String piece) {
            return Json.object("reasoning", piece, "channel", "analysis");
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.join(
                    head(stream),
                    Json.object("system_fingerprint", "fp_synthetic", "choices", choices, "usage", usage));
        }
    }

    /** Mistral: a padding of letters in order. */
    static final class Mistral extends ChatShape {
        private static final String PADDING = "abcdefghijklmnopqrstuvwxyz0123456789";

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            boolean padded = stream.dice().chance(0.9);
            String padding = PADDING.substring(0, stream.dice().between(1, PADDING.length()));
            return Json.join(
                    head(stream), Json.object("choices", choices, "usage", usage, "p", padded ? padding : Json.ABSENT));
        }
    }

    /** DeepSeek: text and reasoning in every delta, one of them null. */
    static final class DeepSeek extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object("index", index, "delta", delta, "logprobs", null, "finish_reason", finish);
        }

        @Override
        Map<String, @Nullable Object> content(String piece) {
            return Json.object("content", piece, "reasoning_content", null);
        }

        @Override
        Map<String, @Nullable Object> reasoning(String piece) {
            return Json.object("content", null, "reasoning_content", piece);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.join(
                    head(stream),
                    Json.object("system_fingerprint", "fp_synthetic", "choices", choices, "usage", usage));
        }
    }

    /** xAI: no reason to finish until there is one. */
    static final class XAi extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object("index", index, "delta", delta, "finish_reason", finish == null ? Json.ABSENT : finish);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.join(
                    head(stream),
                    Json.object("choices", choices, "usage", usage, "system_fingerprint", "fp_synthetic"));
        }
    }

    /** OpenRouter: role and text in every delta, and the words of the provider behind it. */
    static final class OpenRouter extends ChatShape {
        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            return Json.object("index", index, "delta", delta, "finish_reason", finish, "native_finish_reason", finish);
        }

        @Override
        Map<String, @Nullable Object> content(String piece) {
            return Json.object("content", piece, "role", "assistant");
        }

        @Override
        Map<String, @Nullable Object> reasoning(String piece) {
            Map<String, @Nullable Object> detail =
                    Json.object("type", "reasoning.text", "text", piece, "format", "unknown", "index", 0);
            return Json.object(
                    "content", "", "role", "assistant", "reasoning", piece, "reasoning_details", Json.array(detail));
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.join(head(stream), Json.object("provider", "Synthetic", "choices", choices, "usage", usage));
        }
    }

    /** Alibaba: the order of members changes from chunk to chunk. */
    static final class Alibaba extends ChatShape {
        private boolean turned;

        @Override
        Map<String, @Nullable Object> choice(int index, Map<String, @Nullable Object> delta, @Nullable String finish) {
            turned = !turned;
            return turned
                    ? Json.object("delta", delta, "finish_reason", finish, "index", index, "logprobs", null)
                    : Json.object("finish_reason", finish, "logprobs", null, "delta", delta, "index", index);
        }

        @Override
        Map<String, @Nullable Object> content(String piece) {
            return Json.object("content", piece, "reasoning_content", null);
        }

        @Override
        Map<String, @Nullable Object> reasoning(String piece) {
            return Json.object("content", null, "reasoning_content", piece);
        }

        @Override
        Map<String, @Nullable Object> chunk(ChatStream stream, List<@Nullable Object> choices, @Nullable Object usage) {
            return Json.object(
                    "choices",
                    choices,
                    "object",
                    "chat.completion.chunk",
                    "usage",
                    usage,
                    "created",
                    stream.created(),
                    "system_fingerprint",
                    null,
                    "model",
                    stream.model(),
                    "id",
                    stream.id());
        }
    }
}
