package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.ANTHROPIC_COMPLETE;
import static io.streamgauge.provider.Dialect.OPENAI_ASSISTANTS;
import static io.streamgauge.provider.Dialect.OPENAI_COMPLETIONS;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Protocols that are on their way out and still answered: text completions, and assistants. */
final class LegacyTakes {
    private LegacyTakes() {}

    static void record(Studio studio) {
        studio.record(Vendor.OPENAI, OPENAI_COMPLETIONS, "completions-text", Pacing.HOSTED, LegacyTakes::completions);
        studio.record(
                Vendor.VLLM, OPENAI_COMPLETIONS, "completions-two-choices", Pacing.LOCAL_FAST, LegacyTakes::twoChoices);
        studio.record(
                Vendor.GATEWAY, OPENAI_COMPLETIONS, "completions-truncated", Pacing.HOSTED, LegacyTakes::truncated);
        studio.record(
                Vendor.ANTHROPIC,
                ANTHROPIC_COMPLETE,
                "complete-text",
                Pacing.BURSTS,
                take -> complete(take, "stop_sequence"));
        studio.record(
                Vendor.ANTHROPIC,
                ANTHROPIC_COMPLETE,
                "complete-max-tokens",
                Pacing.BURSTS,
                take -> complete(take, "max_tokens"));
        studio.record(
                Vendor.ANTHROPIC, ANTHROPIC_COMPLETE, "complete-error", Pacing.BURSTS, LegacyTakes::completeError);
        studio.record(Vendor.OPENAI, OPENAI_ASSISTANTS, "assistants-text", Pacing.HOSTED, take -> {
            AssistantStream run = new AssistantStream(take, "text").begin();
            run.message(Texts.of("bridge"));
            run.complete();
        });
        studio.record(Vendor.OPENAI, OPENAI_ASSISTANTS, "assistants-tool-calls", Pacing.HOSTED, take -> {
            AssistantStream run = new AssistantStream(take, "parallel-tools").begin();
            run.calls(List.of(
                    Tools.tide("call_" + take.dice.id(24)), Tools.weather("call_" + take.dice.id(24), "Szczecin")));
        });
        studio.record(Vendor.OPENAI, OPENAI_ASSISTANTS, "assistants-failed", Pacing.HOSTED, take -> {
            AssistantStream run = new AssistantStream(take, "error").begin();
            run.fail("rate_limit_exceeded", "You are sending faster than your plan allows.");
        });
    }

    private static Map<String, @Nullable Object> completion(Take take, String id, @Nullable Object... choices) {
        return Json.object(
                "id", id,
                "object", "text_completion",
                "created", take.requestSeconds(),
                "choices", Json.array(choices),
                "model", take.model());
    }

    private static Map<String, @Nullable Object> choice(String piece, int index, @Nullable String finish) {
        return Json.object("text", piece, "index", index, "logprobs", null, "finish_reason", finish);
    }

    /** Python's spelling, and the last token together with the reason to finish. */
    private static void completions(Take take) {
        take.about("text", "synthetic-davinci");
        take.features("json-blanks", "text-in-finish", "unicode-escapes");
        String id = "cmpl-" + take.dice.id(29);
        List<String> tokens = take.chunker.tokens("\n\n" + Texts.of("haiku") + "\n\nÀ bientôt 👋");
        for (int i = 0; i < tokens.size(); i++) {
            String finish = i == tokens.size() - 1 ? "length" : null;
            take.said.choice(0).text(tokens.get(i));
            take.wire.event(JsonStyle.PYTHON.write(completion(take, id, choice(tokens.get(i), 0, finish))));
        }
        take.said.choice(0).finish("length");
        done(take);
    }

    private static void done(Take take) {
        take.said.sentinel();
        take.wire.event("[DONE]");
    }

    private static void twoChoices(Take take) {
        take.about("multi-choice", "synthetic/qwen-8b");
        take.features("multi-choice", "interleaved-choices", "empty-choices");
        String id = "cmpl-" + take.dice.hex(32);
        List<String> first = take.chunker.tokens(" a lighthouse keeper's notebook, kept dry in a tin.");
        List<String> second = take.chunker.tokens(" the ferry's last timetable, with corrections.");
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            say(take, id, 0, first, i);
            say(take, id, 1, second, i);
        }
        for (int index = 0; index < 2; index++) {
            take.said.choice(index).finish("stop");
            take.wire.event(JsonStyle.COMPACT.write(completion(take, id, choice("", index, "stop"))));
        }
        int tokens = first.size() + second.size();
        Map<String, @Nullable Object> usage =
                Json.object("prompt_tokens", 9, "total_tokens", 9 + tokens, "completion_tokens", tokens);
        take.said.usage(Json.object("input", 9, "output", tokens, "total", 9 + tokens), usage);
        take.wire.event(JsonStyle.COMPACT.write(Json.join(completion(take, id), Json.object("usage", usage))));
        done(take);
    }

    private static void say(Take take, String id, int index, List<String> tokens, int at) {
        if (at < tokens.size()) {
            take.said.choice(index).text(tokens.get(at));
            take.wire.event(JsonStyle.COMPACT.write(completion(take, id, choice(tokens.get(at), index, null))));
        }
    }

    private static void truncated(Take take) {
        take.about("text", "synthetic-proxy");
        take.features("truncated");
        for (String token : take.chunker.tokens("The gulls have settled their")) {
            take.said.choice(0).text(token);
            take.wire.event(JsonStyle.COMPACT.write(completion(take, "cmpl-1", choice(token, 0, null))));
        }
    }

    private static Map<String, @Nullable Object> completionOf(
            Take take, String id, String piece, @Nullable String reason) {
        return Json.object(
                "type", "completion",
                "id", id,
                "completion", piece,
                "stop_reason", reason,
                "model", take.model(),
                "stop", "stop_sequence".equals(reason) ? "\n\nHuman:" : null,
                "log_id", id);
    }

    /** CR LF, blanks before the last brace, and a ping among the first pieces. */
    private static void complete(Take take, String reason) {
        take.about("text", "synthetic-claude-1");
        take.features("named-events", "padding");
        take.wire.useCrLf();
        String id = "compl_01" + take.dice.id(22);
        List<String> pieces = take.chunker.deltas(" " + Texts.of("haiku", "hebrew"), 1.5);
        for (int i = 0; i < pieces.size(); i++) {
            take.said.choice(0).text(pieces.get(i));
            padded(take, completionOf(take, id, pieces.get(i), null));
            if (i == 1) {
                take.wire.event("ping", "{\"type\": \"ping\"}");
            }
        }
        take.said.choice(0).finish(reason);
        padded(take, completionOf(take, id, "", reason));
    }

    private static void padded(Take take, Map<String, @Nullable Object> event) {
        String data = JsonStyle.COMPACT.write(event);
        take.wire.event(
                "completion", data.substring(0, data.length() - 1) + " ".repeat(take.dice.between(0, 11)) + '}');
    }

    private static void completeError(Take take) {
        take.about("error", "synthetic-claude-1");
        take.features("named-events", "padding");
        take.wire.useCrLf();
        String id = "compl_01" + take.dice.id(22);
        for (String piece : take.chunker.deltas(" Take the goose across", 1.5)) {
            take.said.choice(0).text(piece);
            padded(take, completionOf(take, id, piece, null));
        }
        Map<String, @Nullable Object> error = Json.object("type", "overloaded_error", "message", "Overloaded");
        take.said.error(error);
        take.wire.event("error", JsonStyle.COMPACT.write(Json.object("type", "error", "error", error)));
    }
}
