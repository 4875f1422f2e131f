package io.streamgauge.corpus.synthetic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks Ollama's own protocol: lines that carry the time they were made, and durations in the last of them. */
final class OllamaStream {
    private static final long NANOS_PER_MICRO = 1_000;

    private final Take take;
    private final boolean chat;
    private long firstMicros = -1;
    private int tokens;

    OllamaStream(Take take, boolean chat) {
        this.take = take;
        this.chat = chat;
    }

    void text(String text) {
        for (String piece : take.chunker.tokens(text)) {
            take.said.choice(0).text(piece);
            line(piece, Json.object(), Json.object("done", false));
        }
    }

    void thinking(String text) {
        for (String piece : take.chunker.tokens(text)) {
            take.said.choice(0).reasoning(piece);
            line("", Json.object("thinking", piece), Json.object("done", false));
        }
    }

    /** A call in a line of its own. */
    void call(int index, ToolUse call) {
        take.said.choice(0).call(call, SaidCall.Form.OBJECT);
        Map<String, @Nullable Object> function =
                Json.object("index", index, "name", call.name(), "arguments", call.arguments());
        Map<String, @Nullable Object> entry = Json.object("id", call.id(), "function", function);
        line("", Json.object("tool_calls", Json.array(entry)), Json.object("done", false));
    }

    /** All calls in one line, as old versions sent them. */
    void oldCalls(ToolUse... calls) {
        List<@Nullable Object> entries = new ArrayList<>();
        for (ToolUse call : calls) {
            take.said.choice(0).call(call, SaidCall.Form.OBJECT);
            entries.add(Json.object("function", Json.object("name", call.name(), "arguments", call.arguments())));
        }
        line("", Json.object("tool_calls", entries), Json.object("done", false));
    }

    void done(String reason) {
        take.said.choice(0).finish(reason);
        int promptTokens = take.dice.between(12, 200);
        long now = take.wire.nextMicros();
        long loadNanos = take.dice.between(9_000_000, 60_000_000);
        long promptNanos = Math.max(1, firstMicros * NANOS_PER_MICRO - loadNanos);
        Map<String, @Nullable Object> counters = Json.object(
                "total_duration", now * NANOS_PER_MICRO,
                "load_duration", loadNanos,
                "prompt_eval_count", promptTokens,
                "prompt_eval_duration", promptNanos,
                "eval_count", tokens,
                "eval_duration", (now - firstMicros) * NANOS_PER_MICRO);
        take.said.usage(Json.object("input", promptTokens, "output", tokens), counters);
        Map<String, @Nullable Object> end = Json.object("done", true, "done_reason", reason);
        if (!chat) {
            end.put("context", Json.array(128_006, 882, 128_007, 271, 1_234, 128_009));
        }
        end.putAll(counters);
        line("", Json.object(), end);
    }

    /** The last line of an answer that fails: an error that is a text. */
    void error(String message) {
        take.said.error(Json.object("message", message));
        take.wire.raw(JsonStyle.GO.write(Json.object("error", message)) + "\n", 1);
    }

    void cut() {
        take.said.unparsable();
        take.wire.cut("{\"model\":\"" + take.model() + "\",\"created_at\":\"" + stamp());
    }

    private void line(String piece, Map<String, @Nullable Object> more, Map<String, @Nullable Object> end) {
        String createdAt = stamp();
        Map<String, @Nullable Object> head = Json.object("model", take.model(), "created_at", createdAt);
        Map<String, @Nullable Object> body = chat
                ? Json.object("message", Json.join(Json.object("role", "assistant", "content", piece), more))
                : Json.join(Json.object("response", piece), more);
        if (firstMicros < 0) {
            firstMicros = take.wire.nextMicros();
        }
        tokens++;
        take.wire.raw(JsonStyle.GO.write(Json.join(Json.join(head, body), end)) + "\n", 1);
    }

    /** The time of the next line. */
    private String stamp() {
        return Instant.ofEpochSecond(take.requestSeconds())
                .plusNanos(take.wire.nextMicros() * NANOS_PER_MICRO)
                .toString();
    }
}
