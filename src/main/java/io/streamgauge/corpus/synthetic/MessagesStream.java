package io.streamgauge.corpus.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Speaks Anthropic messages: blocks that open and close, blanks before the last brace, and a ping behind the first
 * block's start.
 */
final class MessagesStream {
    /** Roughly what real streams have: five characters in a fragment, and none in the first. */
    private static final int USUAL_FRAGMENT = 5;

    private static final double TOKENS_PER_DELTA = 4.3;

    private final Take take;
    private final String id;
    private final List<String> blocks = new ArrayList<>();
    private final int inputTokens;
    private boolean padded = true;
    private int outputTokens = 1;
    private int thinkingTokens;
    private int pings;
    private int citations;
    private Map<String, @Nullable Object> serverToolUse = Json.object();
    private @Nullable Map<String, @Nullable Object> stated;

    MessagesStream(Take take) {
        this.take = take;
        id = "msg_01" + take.dice.id(22);
        inputTokens = take.dice.between(12, 900);
        count();
    }

    /** As those send who imitate the protocol: no blanks, and no ping. */
    MessagesStream imitated() {
        padded = false;
        return this;
    }

    void event(String type, Map<String, @Nullable Object> members) {
        String data = JsonStyle.COMPACT.write(Json.join(Json.object("type", type), members));
        boolean withBlanks = padded && take.dice.chance(0.9);
        String blanks = withBlanks ? " ".repeat(take.dice.between(1, 15)) : "";
        take.wire.event(type, data.substring(0, data.length() - 1) + blanks + '}');
    }

    void ping() {
        pings++;
        count();
        take.wire.event("ping", "{\"type\": \"ping\"}");
    }

    MessagesStream open() {
        Map<String, @Nullable Object> message = Json.object(
                "model",
                take.model(),
                "id",
                id,
                "type",
                "message",
                "role",
                "assistant",
                "content",
                Json.array(),
                "stop_reason",
                null,
                "stop_sequence",
                null,
                "usage",
                Json.join(
                        Json.join(inputUsage(), cacheCreation()),
                        Json.object("output_tokens", 1, "service_tier", "standard")));
        event("message_start", Json.object("message", message));
        note(usageOf(message));
        return this;
    }

    private static Map<String, @Nullable Object> usageOf(Map<String, @Nullable Object> message) {
        Map<String, @Nullable Object> usage = Json.object();
        if (message.get("usage") instanceof Map<?, ?> stated) {
            stated.forEach((name, value) -> usage.put(String.valueOf(name), value));
        }
        return usage;
    }

    private Map<String, @Nullable Object> inputUsage() {
        return Json.object("input_tokens", inputTokens, "cache_creation_input_tokens", 0, "cache_read_input_tokens", 0);
    }

    private static Map<String, @Nullable Object> cacheCreation() {
        return Json.object(
                "cache_creation", Json.object("ephemeral_5m_input_tokens", 0, "ephemeral_1h_input_tokens", 0));
    }

    /** Counters replace those of the same name that were stated before. */
    private void note(Map<String, @Nullable Object> raw) {
        stated = stated == null ? raw : Json.join(stated, raw);
        take.said.usage(
                Json.object(
                        "input", stated.get("input_tokens"),
                        "output", stated.get("output_tokens"),
                        "cache_read", stated.get("cache_read_input_tokens"),
                        "cache_write", stated.get("cache_creation_input_tokens")),
                stated);
    }

    /** Opens the next block and answers its index. */
    int start(Map<String, @Nullable Object> block) {
        int index = blocks.size();
        startAt(index, block);
        return index;
    }

    void startAt(int index, Map<String, @Nullable Object> block) {
        blocks.add(String.valueOf(block.get("type")));
        count();
        event("content_block_start", Json.object("index", index, "content_block", block));
        if (padded && pings == 0 && blocks.size() == 1) {
            ping();
        }
    }

    void delta(int index, Map<String, @Nullable Object> delta) {
        event("content_block_delta", Json.object("index", index, "delta", delta));
    }

    void stop(int index) {
        event("content_block_stop", Json.object("index", index));
    }

    void text(String text) {
        int index = start(Json.object("type", "text", "text", ""));
        words(index, text);
        stop(index);
    }

    void words(int index, String text) {
        take.chunker.deltas(text, TOKENS_PER_DELTA).forEach(piece -> say(index, piece));
    }

    void say(int index, String piece) {
        take.said.choice(0).text(piece);
        outputTokens += take.chunker.count(piece);
        delta(index, Json.object("type", "text_delta", "text", piece));
    }

    void thinking(String text) {
        int index = start(Json.object("type", "thinking", "thinking", "", "signature", ""));
        for (String piece : take.chunker.deltas(text, TOKENS_PER_DELTA)) {
            take.said.choice(0).reasoning(piece);
            thinkingTokens += take.chunker.count(piece);
            delta(index, Json.object("type", "thinking_delta", "thinking", piece));
        }
        delta(
                index,
                Json.object("type", "signature_delta", "signature", take.dice.base64(take.dice.between(300, 600))));
        stop(index);
    }

    void call(ToolUse call) {
        SaidCall said = take.said.choice(0).call(call, SaidCall.Form.TEXT_OR_NOTHING);
        int index = start(toolUse("tool_use", call));
        arguments(index, said, call.arguments().isEmpty() ? "" : call.raw());
        stop(index);
    }

    static Map<String, @Nullable Object> toolUse(String type, ToolUse call) {
        return Json.object("type", type, "id", call.id(), "name", call.name(), "input", Json.object());
    }

    void arguments(int index, SaidCall said, String raw) {
        inputDelta(index, "");
        take.chunker.fragments(raw, USUAL_FRAGMENT).forEach(fragment -> argument(index, said, fragment));
    }

    void argument(int index, SaidCall said, String fragment) {
        said.fragment(fragment);
        outputTokens++;
        inputDelta(index, fragment);
    }

    void inputDelta(int index, String fragment) {
        delta(index, Json.object("type", "input_json_delta", "partial_json", fragment));
    }

    /** A tool of the provider's and its result, which comes whole. */
    void serverCall(String type, ToolUse call, Map<String, @Nullable Object> result) {
        SaidCall said = take.said.serverCall(call);
        int index = start(toolUse(type, call));
        arguments(index, said, call.raw());
        stop(index);
        stop(start(result));
    }

    void citation(int index, Map<String, @Nullable Object> citation) {
        citations++;
        count();
        delta(index, Json.object("type", "citations_delta", "citation", citation));
    }

    /** States how often the provider's own tools ran. */
    void usedServerTools(Map<String, @Nullable Object> counts) {
        serverToolUse = Json.object("server_tool_use", counts);
    }

    void end(String reason) {
        end(reason, Json.object("stop_reason", reason, "stop_sequence", null));
    }

    void end(String reason, Map<String, @Nullable Object> delta) {
        finish(reason, delta);
        event("message_stop", Json.object());
    }

    /** Says why the message ends, but not that it has. */
    void finish(String reason, Map<String, @Nullable Object> delta) {
        take.said.choice(0).finish(reason);
        Map<String, @Nullable Object> raw =
                Json.join(inputUsage(), Json.object("output_tokens", outputTokens + thinkingTokens));
        if (thinkingTokens > 0) {
            raw.put("output_tokens_details", Json.object("thinking_tokens", thinkingTokens));
        }
        raw.putAll(serverToolUse);
        note(raw);
        event("message_delta", Json.object("delta", delta, "usage", raw));
    }

    private void count() {
        take.said.peculiarity("blocks", List.copyOf(blocks));
        take.said.peculiarity("pings", pings);
        take.said.peculiarity("citations", citations);
    }
}
