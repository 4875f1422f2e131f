package io.streamgauge.corpus.synthetic;

import static io.streamgauge.corpus.synthetic.Vendor.ALIBABA;
import static io.streamgauge.corpus.synthetic.Vendor.DEEPSEEK;
import static io.streamgauge.corpus.synthetic.Vendor.GROQ;
import static io.streamgauge.corpus.synthetic.Vendor.MISTRAL;
import static io.streamgauge.corpus.synthetic.Vendor.OPENROUTER;
import static io.streamgauge.corpus.synthetic.Vendor.XAI;
import static io.streamgauge.provider.Dialect.OPENAI_CHAT;

import io.streamgauge.corpus.synthetic.HostedShapes.Alibaba;
import io.streamgauge.corpus.synthetic.HostedShapes.DeepSeek;
import io.streamgauge.corpus.synthetic.HostedShapes.Groq;
import io.streamgauge.corpus.synthetic.HostedShapes.Mistral;
import io.streamgauge.corpus.synthetic.HostedShapes.OpenRouter;
import io.streamgauge.corpus.synthetic.HostedShapes.XAi;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chat completions of the other large hosted providers, each with its own idea of them. */
final class HostedChatTakes {
    private HostedChatTakes() {}

    static void record(Studio studio) {
        studio.record(GROQ, OPENAI_CHAT, "chat-reasoning", Pacing.ACCELERATED, HostedChatTakes::groqReasoning);
        studio.record(GROQ, OPENAI_CHAT, "chat-tool-calls", Pacing.ACCELERATED, HostedChatTakes::groqTools);
        studio.record(GROQ, OPENAI_CHAT, "chat-error-event", Pacing.ACCELERATED, HostedChatTakes::groqError);
        studio.record(MISTRAL, OPENAI_CHAT, "chat-padded", Pacing.HOSTED, HostedChatTakes::mistralText);
        studio.record(MISTRAL, OPENAI_CHAT, "chat-thinking-parts", Pacing.HOSTED, HostedChatTakes::mistralThinking);
        studio.record(MISTRAL, OPENAI_CHAT, "chat-tool-calls", Pacing.HOSTED, HostedChatTakes::mistralTools);
        studio.record(DEEPSEEK, OPENAI_CHAT, "chat-reasoning-long", Pacing.HOSTED, HostedChatTakes::deepSeekLong);
        studio.record(DEEPSEEK, OPENAI_CHAT, "chat-tool-call", Pacing.HOSTED, HostedChatTakes::deepSeekTools);
        studio.record(XAI, OPENAI_CHAT, "chat-reasoning", Pacing.HOSTED, HostedChatTakes::xaiReasoning);
        studio.record(XAI, OPENAI_CHAT, "chat-usage-everywhere", Pacing.HOSTED, HostedChatTakes::xaiUsage);
        studio.record(OPENROUTER, OPENAI_CHAT, "chat-comments", Pacing.BURSTS, HostedChatTakes::openRouterText);
        studio.record(
                OPENROUTER, OPENAI_CHAT, "chat-reasoning-details", Pacing.BURSTS, HostedChatTakes::openRouterTools);
        studio.record(
                OPENROUTER, OPENAI_CHAT, "chat-error-beside-choice", Pacing.BURSTS, HostedChatTakes::openRouterError);
        studio.record(ALIBABA, OPENAI_CHAT, "chat-reasoning", Pacing.BURSTS, HostedChatTakes::alibaba);
    }

    private static ChatStream beginGroq(Take take, String kind) {
        take.about(kind, "synthetic-oss-120b");
        ChatStream chat = new ChatStream(take, new Groq()).withId("chatcmpl-" + take.dice.uuid());
        Map<String, @Nullable Object> opening =
                new Groq().choice(0, Json.object("role", "assistant", "content", ""), null);
        Map<String, @Nullable Object> first = new Groq().chunk(chat, Json.array(opening), Json.ABSENT);
        chat.event(Json.join(first, Json.object("x_groq", Json.object("id", "req_" + take.dice.hex(26), "seed", 7))));
        return chat;
    }

    /** Groq's own object: tokens and times. */
    private static Map<String, @Nullable Object> groqUsage(ChatStream chat) {
        ChatUsage usage = chat.usage();
        return Json.object(
                "queue_time",
                0.072,
                "prompt_tokens",
                usage.prompt(),
                "prompt_time",
                0.024,
                "completion_tokens",
                usage.completion(),
                "completion_time",
                usage.completion() / 450.0,
                "total_tokens",
                usage.total(),
                "total_time",
                0.024 + usage.completion() / 450.0);
    }

    private static void groqReasoning(Take take) {
        take.features("x-groq-usage");
        ChatStream chat = beginGroq(take, "reasoning");
        chat.reasoning(Texts.of("reasoning-ferry"), 1);
        chat.text(Texts.of("ferry"), 1);
        Map<String, @Nullable Object> usage = groqUsage(chat);
        take.said.usage(chat.usage().normalisedSums(), usage);
        take.said.choice(0).finish("stop");
        Map<String, @Nullable Object> last = new Groq().choice(0, Json.object(), "stop");
        chat.event(Json.join(
                new Groq().chunk(chat, Json.array(last), Json.ABSENT),
                Json.object("x_groq", Json.object("id", "req_" + take.dice.hex(26), "usage", usage))));
        chat.done();
    }

    private static void groqTools(Take take) {
        take.features("whole-tool-calls");
        ChatStream chat = beginGroq(take, "parallel-tools");
        List<ToolUse> calls = List.of(Tools.tide("call_" + take.dice.id(9)), Tools.charter("call_" + take.dice.id(9)));
        for (int index = 0; index < calls.size(); index++) {
            chat.noteWhole(0, calls.get(index));
            chat.toolDelta(0, whole(index, calls.get(index)));
        }
        Map<String, @Nullable Object> usage = groqUsage(chat);
        take.said.usage(chat.usage().normalisedSums(), usage);
        chat.finish(0, Json.object(), "tool_calls", usage);
        chat.chunk(Json.array(), usage);
        chat.done();
    }

    /** A call that needs one entry only. */
    private static Map<String, @Nullable Object> whole(Object index, ToolUse call) {
        return Json.object(
                "id",
                call.id(),
                "type",
                "function",
                "function",
                Json.object("name", call.name(), "arguments", call.raw()),
                "index",
                index);
    }

    private static void groqError(Take take) {
        take.features("error-event");
        ChatStream chat = beginGroq(take, "error");
        chat.reasoning("A tool must be called here, but the question is about the weather in general, so I answer.", 1);
        chat.text("Mostly rain.", 1);
        Map<String, @Nullable Object> error = Json.object(
                "message", "Tool choice is required, but model did not call a tool",
                "type", "invalid_request_error",
                "code", "tool_use_failed",
                "failed_generation", "Mostly rain.",
                "status_code", 400);
        take.said.error(error);
        take.wire.event("error", JsonStyle.COMPACT.write(Json.object("error", error)));
    }

    private static ChatStream beginMistral(Take take, String kind) {
        take.about(kind, "synthetic-mistral-small");
        take.features("padding", "usage-in-finish");
        ChatStream chat = new ChatStream(take, new Mistral()).withId(take.dice.hex(32));
        chat.delta(Json.object("role", "assistant", "content", ""));
        return chat;
    }

    private static void endMistral(Take take, ChatStream chat, Map<String, @Nullable Object> delta, String reason) {
        ChatUsage usage = chat.usage();
        take.said.usage(usage.normalisedSums(), usage.sums());
        chat.finish(0, delta, reason, usage.sums());
        chat.done();
    }

    /** The last piece of text comes with the reason to finish. */
    private static void mistralText(Take take) {
        ChatStream chat = beginMistral(take, "text");
        chat.text(Texts.of("greek"), 1.4);
        chat.note(0, " ☼");
        endMistral(take, chat, Json.object("content", " ☼"), "stop");
    }

    /** Content as a list of typed parts while the model thinks, and as a text afterwards. */
    private static void mistralThinking(Take take) {
        take.features("content-parts");
        ChatStream chat = beginMistral(take, "reasoning");
        List<String> pieces = take.chunker.deltas(Texts.of("reasoning-timer"), 2.5);
        for (String piece : pieces.subList(0, pieces.size() - 1)) {
            chat.noteReasoning(piece);
            chat.delta(Json.object("content", Json.array(thinking(piece))));
        }
        String last = pieces.get(pieces.size() - 1);
        chat.noteReasoning(last);
        chat.note(0, "The");
        Map<String, @Nullable Object> text = Json.object("type", "text", "text", "The");
        chat.delta(Json.object("content", Json.array(thinking(last), text)));
        chat.text(Texts.of("timer").substring(3), 1.4);
        endMistral(take, chat, Json.object("content", ""), "stop");
    }

    private static Map<String, @Nullable Object> thinking(String piece) {
        Map<String, @Nullable Object> text = Json.object("type", "text", "text", piece);
        return Json.object("type", "thinking", "thinking", Json.array(text), "closed", true);
    }

    /** Whole calls without index and type, several in the chunk that also finishes. */
    private static void mistralTools(Take take) {
        take.features("whole-tool-calls", "tool-calls-without-index");
        ChatStream chat = beginMistral(take, "parallel-tools");
        List<ToolUse> calls = List.of(
                Tools.weather(take.dice.id(9), "Łódź").in(JsonStyle.PYTHON),
                Tools.tide(take.dice.id(9)).in(JsonStyle.PYTHON));
        List<@Nullable Object> entries = Json.array();
        for (ToolUse call : calls) {
            chat.noteWhole(0, call);
            entries.add(Json.object(
                    "id", call.id(), "function", Json.object("name", call.name(), "arguments", call.raw())));
        }
        endMistral(take, chat, Json.object("content", null, "tool_calls", entries), "tool_calls");
    }

    private static ChatStream beginDeepSeek(Take take, String kind) {
        take.about(kind, "synthetic-deepseek");
        take.features("null-usage", "usage-in-finish");
        take.wire.comment(" keep-alive");
        take.wire.comment(" keep-alive");
        return new ChatStream(take, new DeepSeek()).withId(take.dice.uuid()).withNullUsage();
    }

    private static void endDeepSeek(Take take, ChatStream chat, String reason) {
        ChatUsage usage = chat.usage();
        Map<String, @Nullable Object> raw = Json.join(
                Json.join(
                        usage.sums(),
                        Json.object(
                                "prompt_tokens_details", Json.object("cached_tokens", usage.cached()),
                                "completion_tokens_details", Json.object("reasoning_tokens", usage.reasoning()))),
                Json.object(
                        "prompt_cache_hit_tokens",
                        usage.cached(),
                        "prompt_cache_miss_tokens",
                        usage.prompt() - usage.cached()));
        take.said.usage(usage.normalised(), raw);
        chat.finish(0, Json.object("content", "", "reasoning_content", null), reason, raw);
        chat.done();
    }

    private static void deepSeekLong(Take take) {
        ChatStream chat = beginDeepSeek(take, "reasoning");
        chat.delta(Json.object("role", "assistant", "content", null, "reasoning_content", ""));
        chat.reasoning(Texts.of("reasoning-shelves"), 1);
        chat.text(Texts.of("shelves", "almanac"), 1);
        endDeepSeek(take, chat, "stop");
    }

    private static void deepSeekTools(Take take) {
        ChatStream chat = beginDeepSeek(take, "tools").withCached(16);
        chat.delta(Json.object("role", "assistant", "content", null, "reasoning_content", ""));
        chat.reasoning("They want a boat for two legs. I have everything but the crew, which may stay open.", 1);
        chat.call(0, 0, Tools.charter("call_00_" + take.dice.id(24)).in(JsonStyle.PYTHON));
        endDeepSeek(take, chat, "tool_calls");
    }

    private static void xaiReasoning(Take take) {
        take.about("reasoning", "synthetic-grok");
        take.features("finish-key-absent", "reasoning-outside-completion");
        ChatStream chat =
                new ChatStream(take, new XAi()).withId(take.dice.uuid()).withCached(12);
        chat.noteReasoning("First");
        chat.delta(Json.object("role", "assistant", "reasoning_content", "First"));
        chat.reasoning(", the goose is the problem. " + Texts.of("reasoning-ferry"), 1);
        chat.text(Texts.of("ferry"), 1);
        chat.finish("stop");
        ChatUsage usage = chat.usageWithReasoningApart();
        Map<String, @Nullable Object> raw =
                Json.join(usage.openAi(), Json.object("num_sources_used", 0, "cost_in_usd_ticks", 1_234_500));
        take.said.usage(usage.normalised(), raw);
        chat.chunk(Json.array(), raw);
        chat.done();
    }

    /** The counters so far in every chunk: the last ones count. */
    private static void xaiUsage(Take take) {
        take.about("text", "synthetic-grok-old");
        take.features("usage-everywhere", "finish-key-absent");
        ChatStream chat = new ChatStream(take, new XAi()).withId(take.dice.uuid());
        XAi shape = new XAi();
        for (String token : take.chunker.tokens(Texts.of("korean"))) {
            chat.note(0, token);
            Map<String, @Nullable Object> delta = Json.object("content", token, "role", "assistant");
            chat.chunk(Json.array(shape.choice(0, delta, null)), usageSoFar(take, chat));
        }
        chat.finish(0, Json.object("role", "assistant"), "stop", usageSoFar(take, chat));
        chat.done();
    }

    private static Map<String, @Nullable Object> usageSoFar(Take take, ChatStream chat) {
        Map<String, @Nullable Object> raw = chat.usage().sums();
        take.said.usage(chat.usage().normalisedSums(), raw);
        return raw;
    }

    private static ChatStream beginOpenRouter(Take take, String kind, int comments) {
        take.about(kind, "synthetic/router-small");
        for (int i = 0; i < comments; i++) {
            take.wire.comment(" OPENROUTER PROCESSING");
        }
        return new ChatStream(take, new OpenRouter()).withId("gen-" + take.requestSeconds() + '-' + take.dice.id(20));
    }

    /** The reason to finish comes twice: alone, and again with the usage. */
    private static void endOpenRouter(Take take, ChatStream chat, String reason) {
        take.features("repeated-finish");
        chat.finish(0, Json.object("content", "", "role", "assistant", "reasoning", null), reason, Json.ABSENT);
        ChatUsage usage = chat.usage();
        Map<String, @Nullable Object> raw = Json.join(
                usage.openAi(),
                Json.object(
                        "cost",
                        0.000_212_5,
                        "is_byok",
                        false,
                        "cost_details",
                        Json.object("upstream_inference_cost", null)));
        take.said.usage(usage.normalised(), raw);
        chat.finish(0, Json.object("content", "", "role", "assistant"), reason, raw);
        chat.done();
    }

    private static void openRouterText(Take take) {
        ChatStream chat = beginOpenRouter(take, "text", 9);
        List<String> pieces = take.chunker.deltas(Texts.of("japanese"), 2.8);
        chat.text(String.join("", pieces.subList(0, 8)), 2.8);
        take.wire.comment("");
        chat.text(String.join("", pieces.subList(8, pieces.size())), 2.8);
        endOpenRouter(take, chat, "stop");
    }

    private static void openRouterTools(Take take) {
        ChatStream chat = beginOpenRouter(take, "tools", 3);
        chat.reasoning("The user asks for the tide at Nordvik for two days; there is a tool for that.", 2.8);
        chat.call(0, 0, Tools.tide("functions.get_tide:0"));
        endOpenRouter(take, chat, "tool_calls");
    }

    /** An error in a chunk that otherwise looks like any other. */
    private static void openRouterError(Take take) {
        ChatStream chat = beginOpenRouter(take, "error", 17);
        chat.text("The harbour wakes before the", 2.8);
        Map<String, @Nullable Object> error = Json.object(
                "code",
                502,
                "message",
                "Provider returned error",
                "metadata",
                Json.object("provider_name", "Synthetic", "raw", "upstream closed the connection"));
        take.said.error(error);
        Map<String, @Nullable Object> choice =
                new OpenRouter().choice(0, Json.object("content", "", "role", "assistant"), null);
        chat.event(Json.join(
                ChatShape.head(chat),
                Json.object("provider", "Synthetic", "error", error, "choices", Json.array(choice))));
        chat.done();
    }

    /** Members in changing order, large deltas, and an empty id on the fragments behind the first. */
    private static void alibaba(Take take) {
        take.about("tools", "synthetic-qwen-max");
        take.features("null-usage", "empty-choices", "empty-tool-id");
        ChatStream chat = new ChatStream(take, new Alibaba())
                .withId("chatcmpl-" + take.dice.uuid())
                .withNullUsage();
        chat.delta(Json.object("content", null, "role", "assistant", "reasoning_content", ""));
        chat.reasoning(Texts.of("chinese"), 5);
        chat.text("好的，我来查一下潮汐表。", 5);
        ToolUse call = Tools.tide("call_" + take.dice.hex(24));
        SaidCall said = chat.open(0, 0, call);
        for (String fragment : take.chunker.fragments(call.raw(), 9)) {
            said.fragment(fragment);
            chat.toolDelta(
                    0,
                    Json.object(
                            "index", 0, "id", "", "type", "function", "function", Json.object("arguments", fragment)));
        }
        chat.finish(0, Json.object("content", "", "reasoning_content", null), "tool_calls", null);
        chat.usageChunk();
        chat.done();
    }
}
