package io.streamgauge.corpus.synthetic;

import static io.streamgauge.corpus.synthetic.Vendor.OPENAI;
import static io.streamgauge.provider.Dialect.OPENAI_CHAT;

import io.streamgauge.corpus.synthetic.HostedShapes.OpenAi;
import io.streamgauge.corpus.synthetic.HostedShapes.Plain;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chat completions of OpenAI itself. */
final class OpenAiChatTakes {
    private static final String MODEL = "synthetic-gpt-2026-04-01";

    /** What real long answers have: too much for a buffer sized by habit. */
    private static final String[] LONG_ANSWER = {
        "almanac", "harbour", "bread", "timer", "shelves", "ferry", "bridge", "haiku"
    };

    private OpenAiChatTakes() {}

    static void record(Studio studio) {
        text(studio, "chat-prose", 1, "harbour");
        text(studio, "chat-markdown", 1, "tides");
        text(studio, "chat-code", 1, "ring-buffer");
        text(studio, "chat-polyglot", 1, "polyglot");
        text(studio, "chat-emoji", 1, "emoji");
        text(studio, "chat-long", 1, LONG_ANSWER);
        openAi(studio, "chat-line-separators", OpenAiChatTakes::lineSeparators);
        openAi(studio, "chat-without-usage", OpenAiChatTakes::withoutUsage);
        openAi(studio, "chat-tool-call", OpenAiChatTakes::toolCall);
        openAi(studio, "chat-tool-calls-parallel", OpenAiChatTakes::parallelCalls);
        openAi(studio, "chat-tool-call-nested", OpenAiChatTakes::nestedCall);
        openAi(studio, "chat-function-call-legacy", OpenAiChatTakes::legacyFunctionCall);
        openAi(studio, "chat-refusal", OpenAiChatTakes::refusal);
        openAi(studio, "chat-length", OpenAiChatTakes::length);
        openAi(studio, "chat-two-choices", OpenAiChatTakes::twoChoices);
        openAi(studio, "chat-two-choices-tools", OpenAiChatTakes::twoChoicesWithTools);
        openAi(studio, "chat-logprobs", OpenAiChatTakes::logprobs);
        openAi(studio, "chat-moderation", OpenAiChatTakes::moderation);
        openAi(studio, "chat-error-mid-stream", OpenAiChatTakes::errorMidStream);
        openAi(studio, "chat-truncated", OpenAiChatTakes::truncated);
    }

    private static void openAi(Studio studio, String name, Consumer<Take> play) {
        studio.record(OPENAI, OPENAI_CHAT, name, Pacing.HOSTED, take -> {
            take.about("text", MODEL);
            play.accept(take);
        });
    }

    private static void text(Studio studio, String name, double tokensPerDelta, String... texts) {
        openAi(studio, name, take -> {
            ChatStream chat = begin(take);
            chat.text(Texts.of(texts), tokensPerDelta);
            end(chat, "stop");
        });
    }

    private static ChatStream begin(Take take) {
        take.features("obfuscation", "null-usage", "empty-choices");
        ChatStream chat = new ChatStream(take, new OpenAi()).withNullUsage();
        chat.role(0);
        return chat;
    }

    private static void end(ChatStream chat, String reason) {
        chat.finish(reason);
        chat.usageChunk();
        chat.done();
    }

    /** Characters that some line readers take for the end of a line; JSON lets them stand as they are. */
    private static void lineSeparators(Take take) {
        take.features("line-separators");
        ChatStream chat = begin(take);
        chat.text("One line\u2028and another;\u2029a new paragraph, a next line\u0085here,", 1);
        chat.text(" a form\fand a vertical\u000Btab, a file\u001Cseparator, a \u007F and a byte order mark \uFEFF.", 1);
        end(chat, "stop");
    }

    private static void withoutUsage(Take take) {
        take.contentType("text/event-stream");
        ChatStream chat = new ChatStream(take, new Plain());
        chat.role(0);
        chat.text(Texts.of("bridge"), 1);
        chat.finish("stop");
        chat.done();
    }

    private static String callId(Take take) {
        return "call_" + take.dice.id(24);
    }

    private static ChatStream beginCalls(Take take, String kind) {
        take.about(kind, MODEL);
        take.features("obfuscation", "null-usage", "empty-choices");
        ChatStream chat = new ChatStream(take, new OpenAi()).withNullUsage();
        chat.delta(Json.object("role", "assistant", "content", null));
        return chat;
    }

    private static void toolCall(Take take) {
        ChatStream chat = beginCalls(take, "tools");
        chat.call(0, 0, Tools.tide(callId(take)));
        end(chat, "tool_calls");
    }

    private static void parallelCalls(Take take) {
        ChatStream chat = beginCalls(take, "parallel-tools");
        chat.call(0, 0, Tools.weather(callId(take), "Tromsø"));
        chat.call(0, 1, Tools.weather(callId(take), "Θεσσαλονίκη"));
        chat.call(0, 2, Tools.tide(callId(take)));
        end(chat, "tool_calls");
    }

    private static void nestedCall(Take take) {
        ChatStream chat = beginCalls(take, "tools");
        chat.call(0, 0, Tools.charter(callId(take)));
        end(chat, "tool_calls");
    }

    /** Before there were tools: one function, no id, no index. */
    private static void legacyFunctionCall(Take take) {
        take.about("tools", MODEL);
        take.features("function-call");
        ChatStream chat = new ChatStream(take, new Plain());
        ToolUse call = Tools.tide("").withId(null);
        SaidCall said = chat.noteCall(0, call, SaidCall.Form.TEXT);
        Map<String, @Nullable Object> opening = Json.object("name", call.name(), "arguments", "");
        chat.delta(Json.object("role", "assistant", "content", null, "function_call", opening));
        for (String fragment : take.chunker.fragments(call.raw(), ChatStream.USUAL_FRAGMENT)) {
            said.fragment(fragment);
            chat.delta(Json.object("function_call", Json.object("arguments", fragment)));
        }
        chat.finish("function_call");
        chat.done();
    }

    private static void refusal(Take take) {
        take.about("blocked", MODEL);
        take.features("refusal");
        ChatStream chat = begin(take);
        chat.refusal("I’m sorry, but I can’t help with picking somebody else’s lock. A locksmith can open it for you.");
        end(chat, "stop");
    }

    private static void length(Take take) {
        ChatStream chat = begin(take);
        take.chunker.tokens(Texts.of("almanac")).stream().limit(64).forEach(token -> chat.say(0, token));
        end(chat, "length");
    }

    private static void twoChoices(Take take) {
        take.about("multi-choice", MODEL);
        take.features("multi-choice", "interleaved-choices");
        ChatStream chat = begin(take);
        chat.role(1);
        interleave(
                take,
                chat,
                take.chunker.tokens(Texts.of("haiku")),
                take.chunker.tokens("Fog over the quay;\na bell that nobody rings\ncounts the hours for us."));
        chat.finish(1, Json.object(), "stop", null);
        end(chat, "stop");
    }

    private static void interleave(Take take, ChatStream chat, List<String> first, List<String> second) {
        int[] said = new int[2];
        while (said[0] < first.size() || said[1] < second.size()) {
            int choice = said[0] == first.size() || (said[1] < second.size() && take.dice.chance(0.5)) ? 1 : 0;
            chat.say(choice, (choice == 0 ? first : second).get(said[choice]++));
        }
    }

    private static void twoChoicesWithTools(Take take) {
        take.features("multi-choice", "interleaved-choices");
        ChatStream chat = beginCalls(take, "multi-choice");
        chat.delta(1, Json.object("role", "assistant", "content", null));
        ToolUse first = Tools.weather(callId(take), "Nuuk");
        ToolUse second = Tools.tide(callId(take));
        SaidCall saidFirst = chat.open(0, 0, first);
        SaidCall saidSecond = chat.open(1, 0, second);
        List<String> ofFirst = take.chunker.fragments(first.raw(), ChatStream.USUAL_FRAGMENT);
        List<String> ofSecond = take.chunker.fragments(second.raw(), ChatStream.USUAL_FRAGMENT);
        for (int i = 0; i < Math.max(ofFirst.size(), ofSecond.size()); i++) {
            if (i < ofFirst.size()) {
                chat.arguments(0, 0, saidFirst, ofFirst.get(i));
            }
            if (i < ofSecond.size()) {
                chat.arguments(1, 0, saidSecond, ofSecond.get(i));
            }
        }
        chat.finish(1, Json.object(), "tool_calls", null);
        end(chat, "tool_calls");
    }

    private static void logprobs(Take take) {
        take.features("logprobs");
        ChatStream chat = begin(take);
        for (String token : take.chunker.tokens("Forty steps, and a bench half way up. ☂")) {
            chat.note(0, token);
            Map<String, @Nullable Object> choice = Json.object(
                    "index",
                    0,
                    "delta",
                    Json.object("content", token),
                    "logprobs",
                    Json.object("content", Json.array(logprob(take, token)), "refusal", null),
                    "finish_reason",
                    null);
            chat.chunk(Json.array(choice), null);
        }
        end(chat, "stop");
    }

    private static Map<String, @Nullable Object> logprob(Take take, String token) {
        List<Object> bytes = new ArrayList<>();
        for (byte b : token.getBytes(StandardCharsets.UTF_8)) {
            bytes.add(b & 0xFF);
        }
        String probability = "-" + take.dice.between(0, 4) + '.' + take.dice.digits(12) + '1';
        return Json.object(
                "token", token, "logprob", new BigDecimal(probability), "bytes", bytes, "top_logprobs", Json.array());
    }

    /** The verdict of a moderation comes behind the usage. */
    private static void moderation(Take take) {
        take.features("moderation");
        ChatStream chat = begin(take);
        chat.text(Texts.of("bread"), 1);
        chat.finish("stop");
        chat.usageChunk();
        Map<String, @Nullable Object> verdict =
                Json.object("flagged", false, "categories", Json.object("violence", false, "self-harm", false));
        chat.event(Json.join(
                ChatShape.head(chat),
                Json.object("choices", Json.array(), "moderation", Json.object("input", verdict, "output", verdict))));
        chat.done();
    }

    private static void errorMidStream(Take take) {
        take.about("error", MODEL);
        ChatStream chat = begin(take);
        take.chunker.tokens(Texts.of("tides")).stream().limit(40).forEach(token -> chat.say(0, token));
        Map<String, @Nullable Object> error = Json.object(
                "message",
                "The server had an error while processing your request. Sorry about that!",
                "type",
                "server_error",
                "param",
                null,
                "code",
                null);
        take.said.error(error);
        chat.event(Json.object("error", error));
    }

    /** The connection breaks in the middle of an event. */
    private static void truncated(Take take) {
        take.features("truncated");
        ChatStream chat = begin(take);
        take.chunker.tokens(Texts.of("harbour")).stream().limit(50).forEach(token -> chat.say(0, token));
        take.said.unparsable();
        take.wire.cut("data: {\"id\":\"" + chat.id() + "\",\"object\":\"chat.completion.ch");
    }
}
