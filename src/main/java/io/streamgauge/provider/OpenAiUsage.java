package io.streamgauge.provider;

import io.streamgauge.bytes.JsonKind;
import io.streamgauge.bytes.JsonName;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.delta.TokenUsage;

/** Reads the usage object of Chat Completions and its relatives. */
final class OpenAiUsage {
    private static final JsonName PROMPT_TOKENS = JsonName.of("prompt_tokens");
    private static final JsonName COMPLETION_TOKENS = JsonName.of("completion_tokens");
    private static final JsonName TOTAL_TOKENS = JsonName.of("total_tokens");
    private static final JsonName PROMPT_DETAILS = JsonName.of("prompt_tokens_details");
    private static final JsonName CACHED_TOKENS = JsonName.of("cached_tokens");
    private static final JsonName PROMPT_CACHE_HIT_TOKENS = JsonName.of("prompt_cache_hit_tokens");
    private static final JsonName CACHE_WRITE_TOKENS = JsonName.of("cache_write_tokens");
    private static final JsonName COMPLETION_DETAILS = JsonName.of("completion_tokens_details");
    private static final JsonName REASONING_TOKENS = JsonName.of("reasoning_tokens");

    private OpenAiUsage() {}

    /** Takes over the counters that a node states. Answers whether it is a usage object at all. */
    static boolean read(JsonTape json, int node, TokenUsage usage) {
        if (!json.is(node, JsonKind.OBJECT)) {
            return false;
        }
        usage.input(counter(json, node, PROMPT_TOKENS));
        usage.output(counter(json, node, COMPLETION_TOKENS));
        usage.total(counter(json, node, TOTAL_TOKENS));
        // Moonshot and DeepSeek have names of their own beside or in place of the details.
        usage.cacheRead(counter(json, node, CACHED_TOKENS));
        usage.cacheRead(counter(json, node, PROMPT_CACHE_HIT_TOKENS));
        int prompt = json.field(node, PROMPT_DETAILS);
        usage.cacheRead(counter(json, prompt, CACHED_TOKENS));
        usage.cacheWrite(counter(json, prompt, CACHE_WRITE_TOKENS));
        usage.reasoning(counter(json, json.field(node, COMPLETION_DETAILS), REASONING_TOKENS));
        return usage.isKnown();
    }

    private static long counter(JsonTape json, int node, JsonName name) {
        return Math.max(json.longValue(json.field(node, name), TokenUsage.UNKNOWN), TokenUsage.UNKNOWN);
    }
}
