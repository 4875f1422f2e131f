package io.streamgauge.corpus.synthetic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks one Gemini interaction: a step of thought of which only the signature is shown, and a step of text. */
final class InteractionStream {
    private final Take take;
    private final String id;

    InteractionStream(Take take) {
        this.take = take;
        id = "v1_" + take.dice.id(64);
    }

    /** {@code whole} is false when the limit of tokens cuts the text off. */
    void play(String text, boolean whole) {
        Map<String, @Nullable Object> interaction =
                Json.object("id", id, "status", "in_progress", "object", "interaction", "model", take.model());
        event("interaction.created", Json.object("interaction", interaction));
        event("interaction.status_update", Json.object("interaction_id", id, "status", "in_progress"));
        step(0, "thought");
        delta(0, Json.object("signature", take.dice.base64(330), "type", "thought_signature"));
        stop(0);
        step(1, "model_output");
        int outputTokens = 0;
        for (String piece : take.chunker.deltas(text, 18)) {
            take.said.choice(0).text(piece);
            outputTokens += take.chunker.count(piece);
            delta(1, Json.object("text", piece, "type", "text"));
        }
        stop(1);
        complete(whole ? "completed" : "incomplete", outputTokens);
        take.said.sentinel();
        take.wire.event("done", "[DONE]");
    }

    private void event(String type, Map<String, @Nullable Object> members) {
        take.wire.event(type, JsonStyle.COMPACT.write(Json.join(members, Json.object("event_type", type))));
    }

    private void step(int index, String type) {
        event("step.start", Json.object("index", index, "step", Json.object("type", type)));
    }

    private void delta(int index, Map<String, @Nullable Object> delta) {
        event("step.delta", Json.object("index", index, "delta", delta));
    }

    private void stop(int index) {
        event("step.stop", Json.object("index", index));
    }

    private void complete(String status, int outputTokens) {
        int inputTokens = take.dice.between(8, 60);
        int thoughtTokens = take.dice.between(60, 300);
        int total = inputTokens + outputTokens + thoughtTokens;
        Map<String, @Nullable Object> usage = Json.object(
                "total_tokens", total,
                "total_input_tokens", inputTokens,
                "input_tokens_by_modality", Json.array(Json.object("modality", "text", "tokens", inputTokens)),
                "total_cached_tokens", 0,
                "total_output_tokens", outputTokens,
                "total_tool_use_tokens", 0,
                "total_thought_tokens", thoughtTokens);
        take.said.choice(0).finish(status);
        take.said.usage(Json.object("input", inputTokens, "output", outputTokens, "total", total), usage);
        event(
                "interaction.completed",
                Json.object(
                        "interaction",
                        Json.object(
                                "id",
                                id,
                                "status",
                                status,
                                "usage",
                                usage,
                                "created",
                                "2026-06-01T09:00:00Z",
                                "updated",
                                "2026-06-01T09:00:02Z",
                                "service_tier",
                                "standard",
                                "object",
                                "interaction",
                                "model",
                                take.model())));
    }
}
