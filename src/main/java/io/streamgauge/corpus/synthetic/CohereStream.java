package io.streamgauge.corpus.synthetic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks Cohere's second chat protocol: everything lies in {@code delta.message}, and the sentinel ends it. */
final class CohereStream {
    private final Take take;
    private int tokens;

    CohereStream(Take take) {
        this.take = take;
    }

    CohereStream start() {
        Map<String, @Nullable Object> message = Json.object(
                "role", "assistant",
                "content", Json.array(),
                "tool_plan", "",
                "tool_calls", Json.array(),
                "citations", Json.array());
        write(
                "message-start",
                Json.object("id", take.dice.uuid(), "type", "message-start", "delta", Json.object("message", message)));
        return this;
    }

    private void write(String type, Map<String, @Nullable Object> event) {
        take.wire.event(type, JsonStyle.COMPACT.write(event));
    }

    private void event(String type, @Nullable Object index, Map<String, @Nullable Object> message) {
        write(
                type,
                Json.object(
                        "type", type,
                        "index", index,
                        "delta", message.isEmpty() ? Json.ABSENT : Json.object("message", message)));
    }

    void text(int index, String text) {
        open(index, "text");
        take.chunker.tokens(text).forEach(piece -> say(index, piece));
        close(index);
    }

    /** Opens a part of this type: text or thinking. */
    void open(int index, String type) {
        event("content-start", index, Json.object("content", Json.object("type", type, type, "")));
    }

    void say(int index, String piece) {
        take.said.choice(0).text(piece);
        tokens++;
        event("content-delta", index, Json.object("content", Json.object("text", piece)));
    }

    void close(int index) {
        event("content-end", index, Json.object());
    }

    void thinking(int index, String text) {
        open(index, "thinking");
        for (String piece : take.chunker.tokens(text)) {
            take.said.choice(0).reasoning(piece);
            tokens++;
            event("content-delta", index, Json.object("content", Json.object("thinking", piece)));
        }
        close(index);
    }

    /** What the model is going to do; neither text nor reasoning. */
    void plan(String text) {
        take.said.peculiarity("tool_plan", text);
        for (String piece : take.chunker.tokens(text)) {
            tokens++;
            event("tool-plan-delta", Json.ABSENT, Json.object("tool_plan", piece));
        }
    }

    void call(int index, ToolUse call) {
        SaidCall said = openCall(index, call);
        for (String fragment : take.chunker.fragments(call.raw(), ChatStream.USUAL_FRAGMENT)) {
            said.fragment(fragment);
            tokens++;
            Map<String, @Nullable Object> function = Json.object("function", Json.object("arguments", fragment));
            event("tool-call-delta", index, Json.object("tool_calls", function));
        }
        event("tool-call-end", index, Json.object());
    }

    /** A call without arguments has no delta at all. */
    void emptyCall(int index, ToolUse call) {
        openCall(index, call);
        event("tool-call-end", index, Json.object());
    }

    private SaidCall openCall(int index, ToolUse call) {
        event(
                "tool-call-start",
                index,
                Json.object(
                        "tool_calls",
                        Json.object(
                                "id",
                                call.id(),
                                "type",
                                "function",
                                "function",
                                Json.object("name", call.name(), "arguments", ""))));
        return take.said.choice(0).call(call, SaidCall.Form.TEXT);
    }

    void citation(int index, Map<String, @Nullable Object> citation) {
        event("citation-start", index, Json.object("citations", citation));
        event("citation-end", index, Json.object());
    }

    void end(String reason) {
        int input = take.dice.between(8, 900);
        Map<String, @Nullable Object> usage = Json.object(
                "billed_units", Json.object("input_tokens", input / 3, "output_tokens", tokens),
                "tokens", Json.object("input_tokens", input, "output_tokens", tokens));
        take.said.choice(0).finish(reason);
        take.said.usage(Json.object("input", input, "output", tokens), usage);
        write(
                "message-end",
                Json.object("type", "message-end", "delta", Json.object("finish_reason", reason, "usage", usage)));
        take.said.sentinel();
        take.wire.event("[DONE]");
    }
}
