package io.streamgauge.corpus.synthetic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token counters of one chat completion.
 *
 * @param completion tokens of the answer, as this provider counts them
 */
record ChatUsage(int prompt, int cached, int completion, int reasoning, int total) {
    /** Of most providers, which count reasoning as part of the answer. */
    static ChatUsage of(int prompt, int cached, int text, int reasoning) {
        return new ChatUsage(prompt, cached, text + reasoning, reasoning, prompt + text + reasoning);
    }

    /** Of xAI, which does not, but adds it to the total. */
    static ChatUsage withReasoningApart(int prompt, int cached, int text, int reasoning) {
        return new ChatUsage(prompt, cached, text, reasoning, prompt + text + reasoning);
    }

    /** In common words, when the provider states all of them. */
    Map<String, @Nullable Object> normalised() {
        return Json.join(normalisedSums(), Json.object("cached", cached, "reasoning", reasoning));
    }

    /** In common words, when the provider states the sums alone. */
    Map<String, @Nullable Object> normalisedSums() {
        return Json.object("input", prompt, "output", completion, "total", total);
    }

    /** OpenAI's object. */
    Map<String, @Nullable Object> openAi() {
        return Json.join(
                sums(),
                Json.object(
                        "prompt_tokens_details", Json.object("cached_tokens", cached, "audio_tokens", 0),
                        "completion_tokens_details",
                                Json.object(
                                        "reasoning_tokens", reasoning,
                                        "audio_tokens", 0,
                                        "accepted_prediction_tokens", 0,
                                        "rejected_prediction_tokens", 0)));
    }

    /** The sums alone, as small servers send them. */
    Map<String, @Nullable Object> sums() {
        return Json.object("prompt_tokens", prompt, "completion_tokens", completion, "total_tokens", total);
    }
}
