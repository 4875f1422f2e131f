package io.streamgauge.provider;

import io.streamgauge.delta.FinishReason;

/** Why a choice ended, in the words of OpenAI and of the servers that speak its protocols. */
final class OpenAiWords {
    static final FinishWords FINISH = new FinishWords()
            .with(FinishReason.STOP, "stop", "end", "eos")
            .with(FinishReason.LENGTH, "length", "max_tokens", "model_length")
            .with(FinishReason.TOOL_CALLS, "tool_calls", "function_call")
            .with(FinishReason.CONTENT_FILTER, "content_filter", "sensitive")
            .with(FinishReason.CANCELLED, "abort")
            .with(FinishReason.ERROR, "error", "network_error", "insufficient_system_resource");

    private OpenAiWords() {}
}
