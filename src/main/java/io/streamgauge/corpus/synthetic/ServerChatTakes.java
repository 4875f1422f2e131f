package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.OPENAI_CHAT;

import io.streamgauge.corpus.synthetic.HostedShapes.Plain;
import io.streamgauge.corpus.synthetic.ServerShapes.Cloudflare;
import io.streamgauge.corpus.synthetic.ServerShapes.HuggingFace;
import io.streamgauge.corpus.synthetic.ServerShapes.LlamaCpp;
import io.streamgauge.corpus.synthetic.ServerShapes.Moonshot;
import io.streamgauge.corpus.synthetic.ServerShapes.Perplexity;
import io.streamgauge.corpus.synthetic.ServerShapes.Snowflake;
import io.streamgauge.corpus.synthetic.ServerShapes.Together;
import io.streamgauge.corpus.synthetic.ServerShapes.Vllm;
import io.streamgauge.corpus.synthetic.ServerShapes.Zai;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chat completions of smaller providers, gateways and servers that one runs oneself. */
final class ServerChatTakes {
    private ServerChatTakes() {}

    static void record(Studio studio) {
        studio.record(Vendor.PERPLEXITY, OPENAI_CHAT, "chat-citations", Pacing.HOSTED, ServerChatTakes::perplexity);
        studio.record(Vendor.TOGETHER, OPENAI_CHAT, "chat-nulls", Pacing.HOSTED, ServerChatTakes::together);
        studio.record(Vendor.VLLM, OPENAI_CHAT, "chat-continuous-usage", Pacing.LOCAL_FAST, ServerChatTakes::vllm);
        studio.record(Vendor.LLAMA_CPP, OPENAI_CHAT, "chat-timings", Pacing.LOCAL_REGULAR, ServerChatTakes::llamaCpp);
        studio.record(
                Vendor.GPUSTACK, OPENAI_CHAT, "chat-error-field", Pacing.LOCAL_REGULAR, ServerChatTakes::errorField);
        studio.record(Vendor.ZAI, OPENAI_CHAT, "chat-reasoning", Pacing.HOSTED, ServerChatTakes::zai);
        studio.record(Vendor.MOONSHOT, OPENAI_CHAT, "chat-usage-in-choice", Pacing.HOSTED, ServerChatTakes::moonshot);
        studio.record(Vendor.CLOUDFLARE, OPENAI_CHAT, "chat-null-role", Pacing.HOSTED, ServerChatTakes::cloudflare);
        studio.record(Vendor.SNOWFLAKE, OPENAI_CHAT, "chat-without-finish", Pacing.BURSTS, ServerChatTakes::snowflake);
        studio.record(
                Vendor.HUGGINGFACE, OPENAI_CHAT, "chat-without-sentinel", Pacing.HOSTED, ServerChatTakes::huggingFace);
        studio.record(Vendor.OLLAMA, OPENAI_CHAT, "chat-compatible", Pacing.LOCAL_FAST, ServerChatTakes::ollama);
    }

    /** CR LF, several kilobytes of search results with every token, a ping in between, and no sentinel. */
    private static void perplexity(Take take) {
        take.about("citations", "synthetic-sonar");
        take.features("citations", "usage-everywhere", "finish-key-absent", "no-sentinel");
        take.wire.useCrLf();
        List<@Nullable Object> citations = Json.array();
        List<@Nullable Object> results = Json.array();
        for (int i = 1; i <= 6; i++) {
            String url = "https://example.org/tides/" + take.dice.hex(12) + "/page-" + i;
            citations.add(url);
            results.add(Json.object(
                    "title",
                    "Tide tables and how to read them, part " + i,
                    "url",
                    url,
                    "date",
                    "2026-0" + i + "-14",
                    "last_updated",
                    "2026-05-2" + i,
                    "snippet",
                    Texts.of("tides").substring(40 * i, 40 * i + 300),
                    "source",
                    "web"));
        }
        Perplexity shape = new Perplexity(citations, results);
        ChatStream chat = new ChatStream(take, shape).withId(take.dice.uuid());
        String answer = "High water comes about fifty minutes later every day.[1] Around new and full moon the range is"
                + " largest,[2][4] and in narrow straits the table may be wrong by half an hour.[6]";
        for (String token : take.chunker.tokens(answer)) {
            chat.note(0, token);
            chat.chunk(Json.array(shape.choice(0, shape.content(token), null)), sumsSoFar(take, chat));
            if (token.equals(" Around")) {
                take.wire.comment(" ping - 2026-06-08 18:49:47.737080");
            }
        }
        chat.finish(0, shape.content(""), "stop", sumsSoFar(take, chat));
    }

    private static Map<String, @Nullable Object> sumsSoFar(Take take, ChatStream chat) {
        take.said.usage(chat.usage().normalisedSums(), chat.usage().sums());
        return chat.usage().sums();
    }

    private static void together(Take take) {
        take.about("text", "synthetic/llama-70b-turbo");
        take.features("null-members", "null-usage", "unknown-finish", "usage-in-finish");
        Together shape = new Together();
        ChatStream chat = new ChatStream(take, shape)
                .withId(take.dice.id(7) + "-" + take.dice.hex(16))
                .withNullUsage();
        chat.text(Texts.of("hindi"), 1);
        Map<String, @Nullable Object> raw = Json.join(chat.usage().sums(), Json.object("cached_tokens", 0));
        take.said.usage(chat.usage().normalisedSums(), raw);
        chat.finish(0, shape.content(""), "eos", raw);
        chat.done();
    }

    /** The usage so far in every chunk, and the last word in the chunk that finishes. */
    private static void vllm(Take take) {
        take.about("reasoning", "synthetic/qwen-8b");
        take.features("usage-everywhere", "text-in-finish", "empty-choices");
        Vllm shape = new Vllm();
        ChatStream chat = new ChatStream(take, shape).withId("chatcmpl-" + take.dice.hex(32));
        chat.chunk(
                Json.array(shape.choice(0, Json.object("role", "assistant", "content", ""), null)),
                sumsSoFar(take, chat));
        for (String piece :
                take.chunker.tokens("A short poem, three lines, five and seven and five syllables. Rain.")) {
            chat.noteReasoning(piece);
            chat.chunk(Json.array(shape.choice(0, shape.reasoning(piece), null)), sumsSoFar(take, chat));
        }
        List<String> tokens = take.chunker.tokens("\n\n" + Texts.of("haiku"));
        for (String token : tokens.subList(0, tokens.size() - 1)) {
            chat.note(0, token);
            chat.chunk(Json.array(shape.choice(0, shape.content(token), null)), sumsSoFar(take, chat));
        }
        String last = tokens.get(tokens.size() - 1);
        chat.note(0, last);
        chat.finish(0, shape.content(last), "stop", sumsSoFar(take, chat));
        chat.chunk(Json.array(), sumsSoFar(take, chat));
        chat.done();
    }

    private static void llamaCpp(Take take) {
        take.about("reasoning", "synthetic-llama-8b-q4.gguf");
        take.features("timings", "empty-choices");
        ChatStream chat = new ChatStream(take, new LlamaCpp()).withId("chatcmpl-" + take.dice.id(32));
        chat.delta(Json.object("role", "assistant", "content", null));
        chat.reasoning("They ask for a walk with a pram. The canal path is gravel, the lower gate may be shut.", 1);
        chat.text(Texts.of("bridge"), 1);
        chat.finish("stop");
        ChatUsage usage = chat.usage();
        take.said.usage(usage.normalisedSums(), usage.sums());
        Map<String, @Nullable Object> timings = Json.object(
                "cache_n",
                0,
                "prompt_n",
                usage.prompt(),
                "prompt_ms",
                310.5,
                "predicted_n",
                usage.completion(),
                "predicted_ms",
                usage.completion() * 32.0,
                "predicted_per_token_ms",
                32.0,
                "predicted_per_second",
                31.25);
        chat.event(Json.join(new LlamaCpp().chunk(chat, Json.array(), usage.sums()), Json.object("timings", timings)));
        chat.done();
    }

    /** An old llama.cpp names its failure in a field that no SSE parser knows. */
    private static void errorField(Take take) {
        take.about("error", "synthetic-qwen-4b");
        take.features("error-field", "null-usage", "no-sentinel");
        ChatStream chat = new ChatStream(take, new LlamaCpp()).withNullUsage();
        chat.reasoning("Okay, let me think about the shelves first. There are nine bays of six, so fifty-four", 1);
        Map<String, @Nullable Object> error =
                Json.object("code", 500, "message", "context size exceeded, try a larger one", "type", "server_error");
        take.said.error(error);
        take.wire.lines("error: " + JsonStyle.COMPACT.write(error));
    }

    private static void zai(Take take) {
        take.about("parallel-tools", "synthetic-glm");
        take.features("finish-key-absent", "usage-in-finish", "whole-tool-calls");
        Zai shape = new Zai();
        ChatStream chat = new ChatStream(take, shape).withId("20260601" + take.dice.hex(22));
        chat.reasoning("Both numbers can be asked for at the same time, so I call the two tools together.", 1);
        List<ToolUse> calls = List.of(
                Tools.weather("call_" + take.dice.hex(24), "Reykjavík"), Tools.tide("call_" + take.dice.hex(24)));
        for (int index = 0; index < calls.size(); index++) {
            ToolUse call = calls.get(index);
            chat.noteWhole(0, call);
            chat.toolDelta(
                    0,
                    Json.object(
                            "id",
                            call.id(),
                            "index",
                            index,
                            "type",
                            "function",
                            "function",
                            Json.object("name", call.name(), "arguments", call.raw())));
        }
        ChatUsage usage = chat.usage();
        take.said.usage(usage.normalised(), usage.openAi());
        chat.finish(0, shape.content(""), "tool_calls", usage.openAi());
        chat.done();
    }

    private static void moonshot(Take take) {
        take.about("text", "synthetic-kimi");
        take.features("usage-in-choice", "text-in-finish", "no-object-name");
        Moonshot shape = new Moonshot();
        ChatStream chat = new ChatStream(take, shape).withId("chatcmpl-" + take.dice.hex(24));
        chat.delta(Json.object("role", "assistant", "content", ""));
        chat.text(Texts.of("chinese"), 1.5);
        chat.note(0, "🍵");
        take.said.choice(0).finish("stop");
        take.said.usage(chat.usage().normalisedSums(), chat.usage().sums());
        Map<String, @Nullable Object> choice = Json.join(
                shape.choice(0, Json.object("content", "🍵"), "stop"),
                Json.object("usage", chat.usage().sums()));
        chat.chunk(Json.array(choice), Json.ABSENT);
        chat.done();
    }

    private static void cloudflare(Take take) {
        take.about("text", "@cf/synthetic/llama-8b");
        take.features("null-role", "finish-key-absent");
        ChatStream chat = new ChatStream(take, new Cloudflare()).withId("id-" + take.requestSeconds() + "042");
        chat.text(Texts.of("thai"), 1);
        ChatUsage usage = chat.usage();
        take.said.usage(usage.normalisedSums(), usage.sums());
        chat.finish(0, Json.object(), "stop", usage.sums());
        chat.done();
    }

    /** Neither id nor finish reason, ever; reasoning in details only. */
    private static void snowflake(Take take) {
        take.about("reasoning", "synthetic-sonnet");
        take.features("no-finish", "empty-choices", "reasoning-details");
        ChatStream chat = new ChatStream(take, new Snowflake()).withId("");
        chat.reasoning("15 * 27 is 15 * 20 and 15 * 7, so 300 + 105.", 3);
        chat.text("15 × 27 = **405**, as 15 × 20 = 300 and 15 × 7 = 105.", 3);
        chat.usageChunk();
        chat.done();
    }

    private static void huggingFace(Take take) {
        take.about("text", "synthetic/llama-8b-instruct");
        take.features("no-sentinel", "finish-key-absent", "usage-in-finish");
        HuggingFace shape = new HuggingFace();
        ChatStream chat = new ChatStream(take, shape).withId("chatcmpl-" + take.dice.uuid());
        chat.delta(Json.object("role", "assistant"));
        chat.text(Texts.of("hebrew"), 1);
        ChatUsage usage = chat.usage();
        Map<String, @Nullable Object> raw =
                Json.join(usage.sums(), Json.object("prompt_tokens_details", null, "completion_tokens_details", null));
        take.said.usage(usage.normalisedSums(), raw);
        chat.finish(0, Json.object(), "stop", raw);
    }

    private static void ollama(Take take) {
        take.about("reasoning", "synthetic-gemma:1b");
        take.features("empty-choices");
        ChatStream chat = new ChatStream(take, new OllamaShape()).withId("chatcmpl-" + take.dice.between(0, 999));
        chat.reasoning("A walk, then. Keep it short and name the steps.", 1);
        chat.text(Texts.of("bridge"), 1);
        chat.finish(0, Json.object("content", ""), "stop", Json.ABSENT);
        take.said.usage(chat.usage().normalisedSums(), chat.usage().sums());
        chat.chunk(Json.array(), chat.usage().sums());
        chat.done();
    }

    /** Ollama's compatible endpoint: {@code reasoning}, and an empty {@code content} beside it. */
    private static final class OllamaShape extends Plain {
        @Override
        Map<String, @Nullable Object> content(String piece) {
            return Json.object("role", "assistant", "content", piece);
        }

        @Override
        Map<String, @Nullable Object> reasoning(String piece) {
            return Json.object("role", "assistant", "content", "", "reasoning", piece);
        }

        @Override
        JsonStyle style() {
            return JsonStyle.GO;
        }
    }
}
