package io.streamgauge.measure;

import io.streamgauge.delta.TokenUsage;

/** Reads the number of generated tokens, reasoning included, out of usage counters that vendors fill differently. */
final class OutputTokens {
    private OutputTokens() {}

    /**
     * Output tokens with reasoning, or {@link TokenUsage#UNKNOWN}.
     *
     * <p>Most vendors fold reasoning into the output count; xAI and Gemini state it beside. The total tells which: what
     * it holds besides the prompt is enough for both counters only where they are separate.
     */
    static long of(TokenUsage usage) {
        long output = usage.output();
        long reasoning = usage.reasoning();
        if (reasoning <= 0 || usage.total() == TokenUsage.UNKNOWN || usage.input() == TokenUsage.UNKNOWN) {
            return output;
        }
        long generated = Math.max(output, 0) + reasoning;
        return usage.total() - usage.input() >= generated ? generated : output;
    }
}
