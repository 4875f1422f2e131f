package io.streamgauge.corpus.synthetic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks chat completions: sends chunks in the shape of one server and notes down what they mean. */
final class ChatStream {
    /** Roughly what real streams have: a fragment of arguments is three characters long. */
    static final int USUAL_FRAGMENT = 3;

    private final Take take;
    private final ChatShape shape;
    private final int promptTokens;
    private String id;
    private @Nullable Object usageMeanwhile = Json.ABSENT;
    private int textTokens;
    private int reasoningTokens;
    private int cachedTokens;

    ChatStream(Take take, ChatShape shape) {
        this.take = take;
        this.shape = shape;
        id = "chatcmpl-" + take.dice.id(29);
        promptTokens = take.dice.between(18, 460);
    }

    ChatStream withId(String id) {
        this.id = id;
        return this;
    }

    /** Chunks that do not report usage say {@code "usage": null}. */
    ChatStream withNullUsage() {
        usageMeanwhile = null;
        return this;
    }

    ChatStream withCached(int tokens) {
        cachedTokens = tokens;
        return this;
    }

    String id() {
        return id;
    }

    String model() {
        return take.model();
    }

    Dice dice() {
        return take.dice;
    }

    /** In seconds; servers stamp the beginning of the answer. */
    long created() {
        return take.requestSeconds();
    }

    ChatUsage usage() {
        return ChatUsage.of(promptTokens, cachedTokens, textTokens, reasoningTokens);
    }

    ChatUsage usageWithReasoningApart() {
        return ChatUsage.withReasoningApart(promptTokens, cachedTokens, textTokens, reasoningTokens);
    }

    /** A chunk of any choices, and with any usage. */
    void chunk(List<@Nullable Object> choices, @Nullable Object usage) {
        event(shape.chunk(this, choices, usage));
    }

    /** A chunk in a shape of its own. */
    void event(Map<String, @Nullable Object> chunk) {
        take.wire.event(shape.style().write(chunk));
    }

    void delta(int choice, Map<String, @Nullable Object> delta) {
        chunk(Json.array(shape.choice(choice, delta, null)), usageMeanwhile);
    }

    void delta(Map<String, @Nullable Object> delta) {
        delta(0, delta);
    }

    /** The first chunk of a choice as OpenAI sends it. */
    void role(int choice) {
        delta(choice, Json.object("role", "assistant", "content", "", "refusal", null));
    }

    void text(String text, double tokensPerDelta) {
        take.chunker.deltas(text, tokensPerDelta).forEach(piece -> say(0, piece));
    }

    void say(int choice, String piece) {
        note(choice, piece);
        delta(choice, shape.content(piece));
    }

    /** Notes a piece of text that something else sends. */
    void note(int choice, String piece) {
        take.said.choice(choice).text(piece);
        textTokens += take.chunker.count(piece);
    }

    void reasoning(String text, double tokensPerDelta) {
        for (String piece : take.chunker.deltas(text, tokensPerDelta)) {
            noteReasoning(piece);
            delta(shape.reasoning(piece));
        }
    }

    /** Notes a piece of reasoning that something else sends. */
    void noteReasoning(String piece) {
        take.said.choice(0).reasoning(piece);
        reasoningTokens += take.chunker.count(piece);
    }

    void refusal(String text) {
        for (String piece : take.chunker.deltas(text, 1)) {
            take.said.choice(0).refusal(piece);
            textTokens++;
            delta(Json.object("refusal", piece));
        }
    }

    /** A whole tool call as OpenAI sends it: name and id first, then the arguments in fragments. */
    void call(int choice, int index, ToolUse call) {
        SaidCall said = open(choice, index, call);
        for (String fragment : take.chunker.fragments(call.raw(), USUAL_FRAGMENT)) {
            arguments(choice, index, said, fragment);
        }
    }

    /** The first fragment of a call. */
    SaidCall open(int choice, int index, ToolUse call) {
        toolDelta(
                choice,
                Json.object(
                        "index",
                        index,
                        "id",
                        call.id(),
                        "type",
                        "function",
                        "function",
                        Json.object("name", call.name(), "arguments", "")));
        return noteCall(choice, call, SaidCall.Form.TEXT);
    }

    void arguments(int choice, int index, SaidCall said, String fragment) {
        said.fragment(fragment);
        textTokens++;
        toolDelta(choice, Json.object("index", index, "function", Json.object("arguments", fragment)));
    }

    /** A delta of one entry of {@code tool_calls}. */
    void toolDelta(int choice, Map<String, @Nullable Object> entry) {
        delta(choice, Json.object("tool_calls", Json.array(entry)));
    }

    SaidCall noteCall(int choice, ToolUse call, SaidCall.Form form) {
        return take.said.choice(choice).call(call, form);
    }

    /** Notes a call whose arguments come at once. */
    void noteWhole(int choice, ToolUse call) {
        noteCall(choice, call, SaidCall.Form.TEXT).fragment(call.raw());
        textTokens += take.chunker.count(call.raw());
    }

    void finish(String reason) {
        finish(0, Json.object(), reason, usageMeanwhile);
    }

    void finish(int choice, Map<String, @Nullable Object> delta, String reason, @Nullable Object usage) {
        take.said.choice(choice).finish(reason);
        chunk(Json.array(shape.choice(choice, delta, reason)), usage);
    }

    /** The separate chunk of usage, without choices. */
    void usageChunk() {
        noteUsage(usage());
        chunk(Json.array(), usage().openAi());
    }

    void noteUsage(ChatUsage usage) {
        take.said.usage(usage.normalised(), usage.openAi());
    }

    void done() {
        take.said.sentinel();
        take.wire.event("[DONE]");
    }
}
