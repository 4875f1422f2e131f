package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.OPENAI_CHAT;

import io.streamgauge.corpus.synthetic.HostedShapes.Plain;
import io.streamgauge.corpus.synthetic.ServerShapes.Sglang;
import io.streamgauge.corpus.synthetic.ServerShapes.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tool calls of chat completions as they should not be sent, and are. */
final class ToolOddityTakes {
    private ToolOddityTakes() {}

    static void record(Studio studio) {
        studio.record(Vendor.GATEWAY, OPENAI_CHAT, "tools-interleaved", Pacing.HOSTED, ToolOddityTakes::interleaved);
        studio.record(Vendor.GATEWAY, OPENAI_CHAT, "tools-one-index", Pacing.HOSTED, ToolOddityTakes::oneIndex);
        studio.record(Vendor.GATEWAY, OPENAI_CHAT, "tools-without-index", Pacing.HOSTED, ToolOddityTakes::withoutIndex);
        studio.record(Vendor.GATEWAY, OPENAI_CHAT, "tools-changing-id", Pacing.HOSTED, ToolOddityTakes::changingId);
        studio.record(Vendor.GATEWAY, OPENAI_CHAT, "tools-arguments-object", Pacing.HOSTED, ToolOddityTakes::objects);
        studio.record(Vendor.GATEWAY, OPENAI_CHAT, "tools-finish-stop", Pacing.HOSTED, ToolOddityTakes::finishStop);
        studio.record(Vendor.GATEWAY, OPENAI_CHAT, "tools-truncated", Pacing.HOSTED, ToolOddityTakes::truncated);
        studio.record(
                Vendor.GATEWAY,
                OPENAI_CHAT,
                "tools-empty-object-first",
                Pacing.HOSTED,
                ToolOddityTakes::emptyObjectFirst);
        studio.record(Vendor.GATEWAY, OPENAI_CHAT, "tools-stub-beside", Pacing.HOSTED, ToolOddityTakes::stubBeside);
        studio.record(Vendor.FIREWORKS, OPENAI_CHAT, "tools-all-repeated", Pacing.HOSTED, ToolOddityTakes::allRepeated);
        studio.record(Vendor.SGLANG, OPENAI_CHAT, "tools-name-last", Pacing.LOCAL_FAST, ToolOddityTakes::nameLast);
        studio.record(Vendor.TOGETHER, OPENAI_CHAT, "tools-null-members", Pacing.HOSTED, ToolOddityTakes::nullMembers);
        studio.record(Vendor.WRITER, OPENAI_CHAT, "tools-null-arguments", Pacing.HOSTED, ToolOddityTakes::writer);
        studio.record(
                Vendor.DATABRICKS,
                OPENAI_CHAT,
                "tools-empty-arguments",
                Pacing.BURSTS,
                ToolOddityTakes::emptyArguments);
        studio.record(Vendor.GEMINI, OPENAI_CHAT, "compatible-tools-empty-id", Pacing.BLOCKS, ToolOddityTakes::emptyId);
    }

    private static ChatStream begin(Take take, String kind, String... features) {
        take.about(kind, "synthetic-tools");
        take.features(features);
        ChatStream chat = new ChatStream(take, new Plain());
        chat.delta(Json.object("role", "assistant", "content", null));
        return chat;
    }

    private static void end(ChatStream chat) {
        chat.finish("tool_calls");
        chat.done();
    }

    private static String callId(Take take) {
        return "call_" + take.dice.id(24);
    }

    /** Fragments of two calls take turns; sometimes both are in one chunk. */
    private static void interleaved(Take take) {
        ChatStream chat = begin(take, "parallel-tools", "interleaved-calls");
        ToolUse one = Tools.charter(callId(take));
        ToolUse two = Tools.weather(callId(take), "서귀포");
        SaidCall saidOne = chat.open(0, 0, one);
        SaidCall saidTwo = chat.open(0, 1, two);
        List<String> ofOne = take.chunker.fragments(one.raw(), 6);
        List<String> ofTwo = take.chunker.fragments(two.raw(), 3);
        for (int i = 0; i < Math.max(ofOne.size(), ofTwo.size()); i++) {
            if (i < ofTwo.size() && i % 4 == 3) {
                both(chat, saidOne, ofOne.get(i), saidTwo, ofTwo.get(i));
                continue;
            }
            if (i < ofTwo.size()) {
                chat.arguments(0, 1, saidTwo, ofTwo.get(i));
            }
            if (i < ofOne.size()) {
                chat.arguments(0, 0, saidOne, ofOne.get(i));
            }
        }
        end(chat);
    }

    private static void both(ChatStream chat, SaidCall one, String ofOne, SaidCall two, String ofTwo) {
        one.fragment(ofOne);
        two.fragment(ofTwo);
        chat.delta(Json.object(
                "tool_calls",
                Json.array(
                        Json.object("index", 0, "function", Json.object("arguments", ofOne)),
                        Json.object("index", 1, "function", Json.object("arguments", ofTwo)))));
    }

    /** All calls under index 0: a new id with a name begins a new call. */
    private static void oneIndex(Take take) {
        ChatStream chat = begin(take, "parallel-tools", "repeated-index");
        chat.call(0, 0, Tools.weather(callId(take), "Bergen"));
        chat.call(0, 0, Tools.weather(callId(take), "Ålesund"));
        chat.call(0, 0, Tools.tide(callId(take)));
        end(chat);
    }

    /** No index anywhere: ids tell the calls apart, and fragments without one belong to the call before. */
    private static void withoutIndex(Take take) {
        ChatStream chat = begin(take, "parallel-tools", "tool-calls-without-index");
        for (ToolUse call : List.of(Tools.weather(callId(take), "Bodø"), Tools.tide(callId(take)))) {
            SaidCall said = chat.noteCall(0, call, SaidCall.Form.TEXT);
            chat.toolDelta(
                    0,
                    Json.object(
                            "id",
                            call.id(),
                            "type",
                            "function",
                            "function",
                            Json.object("name", call.name(), "arguments", "")));
            for (String fragment : take.chunker.fragments(call.raw(), ChatStream.USUAL_FRAGMENT)) {
                said.fragment(fragment);
                chat.toolDelta(0, Json.object("function", Json.object("arguments", fragment)));
            }
        }
        end(chat);
    }

    /** Another id on every fragment, but no name: still the same call, under its first id. */
    private static void changingId(Take take) {
        ChatStream chat = begin(take, "tools", "changing-tool-id");
        ToolUse call = Tools.tide(callId(take));
        SaidCall said = chat.open(0, 0, call);
        for (String fragment : take.chunker.fragments(call.raw(), ChatStream.USUAL_FRAGMENT)) {
            said.fragment(fragment);
            chat.toolDelta(
                    0,
                    Json.object(
                            "index",
                            0,
                            "id",
                            callId(take),
                            "function",
                            Json.object("name", "", "arguments", fragment)));
        }
        end(chat);
    }

    /** Arguments that are the object itself and not its text. */
    private static void objects(Take take) {
        ChatStream chat = begin(take, "parallel-tools", "whole-tool-calls", "arguments-as-object");
        List<ToolUse> calls = List.of(Tools.tide(callId(take)), Tools.charter(callId(take)));
        for (int index = 0; index < calls.size(); index++) {
            ToolUse call = calls.get(index);
            chat.noteCall(0, call, SaidCall.Form.OBJECT);
            chat.toolDelta(
                    0,
                    Json.object(
                            "index",
                            index,
                            "id",
                            call.id(),
                            "type",
                            "function",
                            "function",
                            Json.object("name", call.name(), "arguments", call.arguments())));
        }
        end(chat);
    }

    /** The reason to finish says nothing of the call. */
    private static void finishStop(Take take) {
        ChatStream chat = begin(take, "tools", "finish-stop-with-calls");
        chat.call(0, 0, Tools.tide(callId(take)));
        chat.finish("stop");
        chat.done();
    }

    /** The connection ends between two fragments. */
    private static void truncated(Take take) {
        ChatStream chat = begin(take, "tools", "truncated");
        ToolUse call = Tools.charter(callId(take));
        SaidCall said = chat.open(0, 0, call);
        take.chunker.fragments(call.raw(), 3).stream().limit(12).forEach(piece -> chat.arguments(0, 0, said, piece));
    }

    /** An empty object, and only then the arguments: the last object counts. */
    private static void emptyObjectFirst(Take take) {
        ChatStream chat = begin(take, "tools", "empty-object-first");
        ToolUse call = Tools.tide(callId(take));
        chat.toolDelta(
                0,
                Json.object(
                        "index",
                        0,
                        "id",
                        call.id(),
                        "type",
                        "function",
                        "function",
                        Json.object("name", call.name(), "arguments", "{}")));
        for (String fragment : take.chunker.fragments(call.raw(), ChatStream.USUAL_FRAGMENT)) {
            chat.toolDelta(0, Json.object("index", 0, "function", Json.object("arguments", fragment)));
        }
        chat.noteCall(0, call, SaidCall.Form.OBJECT);
        end(chat);
    }

    /** An empty call of the old kind beside every call of the new. */
    private static void stubBeside(Take take) {
        ChatStream chat = begin(take, "tools", "function-call");
        ToolUse call = Tools.charter(callId(take));
        Map<String, @Nullable Object> stub = Json.object("function_call", Json.object("name", "", "arguments", ""));
        SaidCall said = chat.open(0, 0, call);
        for (String fragment : take.chunker.fragments(call.raw(), 6)) {
            said.fragment(fragment);
            Map<String, @Nullable Object> entry =
                    Json.object("index", 0, "function", Json.object("arguments", fragment));
            chat.delta(Json.join(Json.object("tool_calls", Json.array(entry)), stub));
        }
        end(chat);
    }

    /** Id, type and name on every fragment: to be set once and never to be joined. */
    private static void allRepeated(Take take) {
        ChatStream chat = begin(take, "parallel-tools", "repeated-tool-name");
        List<ToolUse> calls = List.of(Tools.weather(callId(take), "Kraków"), Tools.tide(callId(take)));
        for (int index = 0; index < calls.size(); index++) {
            ToolUse call = calls.get(index);
            SaidCall said = chat.noteCall(0, call, SaidCall.Form.TEXT);
            for (String fragment : take.chunker.fragments(call.raw(), ChatStream.USUAL_FRAGMENT)) {
                said.fragment(fragment);
                chat.toolDelta(
                        0,
                        Json.object(
                                "index",
                                index,
                                "id",
                                call.id(),
                                "type",
                                "function",
                                "function",
                                Json.object("name", call.name(), "arguments", fragment),
                                "name",
                                null));
            }
        }
        end(chat);
    }

    /** The name comes behind the first arguments, and a finish reason of nothing with every chunk. */
    private static void nameLast(Take take) {
        take.about("tools", "synthetic-tools");
        take.features("name-after-arguments", "empty-finish", "null-members");
        ChatStream chat = new ChatStream(take, new Sglang()).withId(take.dice.hex(32));
        chat.text("Let me look that up.", 1);
        ToolUse call = Tools.tide("call_" + take.dice.hex(24));
        SaidCall said = chat.noteCall(0, call, SaidCall.Form.TEXT);
        List<String> fragments = take.chunker.fragments(call.raw(), 4);
        for (int i = 0; i < fragments.size(); i++) {
            said.fragment(fragments.get(i));
            chat.toolDelta(
                    0,
                    Json.object(
                            "index",
                            0,
                            "id",
                            i == 0 ? call.id() : null,
                            "type",
                            "function",
                            "function",
                            Json.object("name", i == 2 ? call.name() : null, "arguments", fragments.get(i))));
        }
        chat.finish("tool_calls");
        chat.done();
    }

    /** Null where others leave out, on the first fragment and on all behind it. */
    private static void nullMembers(Take take) {
        ChatStream chat = begin(take, "tools", "null-members");
        chat.delta(Json.object("role", null, "content", "One moment.", "tool_calls", null));
        take.said.choice(0).text("One moment.");
        ToolUse call = Tools.charter(callId(take));
        SaidCall said = chat.noteCall(0, call, SaidCall.Form.TEXT);
        chat.toolDelta(0, entry(call.id(), call.name(), null));
        for (String fragment : take.chunker.fragments(call.raw(), 9)) {
            said.fragment(fragment);
            chat.toolDelta(0, entry(null, null, fragment));
        }
        end(chat);
    }

    private static Map<String, @Nullable Object> entry(
            @Nullable String id, @Nullable String name, @Nullable String arguments) {
        return Json.object(
                "index",
                0,
                "id",
                id,
                "type",
                id == null ? null : "function",
                "function",
                Json.object("name", name, "arguments", arguments));
    }

    /** Message and delta side by side, arguments of null in the first fragment, an unannounced end. */
    private static void writer(Take take) {
        take.about("parallel-tools", "synthetic-palmyra");
        take.features("message-beside-delta", "null-members", "null-usage", "no-sentinel", "empty-choices");
        ChatStream chat =
                new ChatStream(take, new Writer()).withId(take.dice.uuid()).withNullUsage();
        chat.delta(Json.object());
        List<ToolUse> calls = List.of(
                Tools.weather("chatcmpl-tool-" + take.dice.hex(32), "Malmö"),
                Tools.list("chatcmpl-tool-" + take.dice.hex(32)));
        for (int index = 0; index < calls.size(); index++) {
            ToolUse call = calls.get(index);
            SaidCall said = chat.noteCall(0, call, SaidCall.Form.TEXT);
            chat.toolDelta(
                    0,
                    Json.object(
                            "index",
                            index,
                            "id",
                            call.id(),
                            "type",
                            "function",
                            "function",
                            Json.object("name", call.name(), "arguments", null)));
            for (String fragment : take.chunker.fragments(call.raw(), ChatStream.USUAL_FRAGMENT)) {
                chat.arguments(0, index, said, fragment);
            }
        }
        chat.finish(0, Json.object(), "tool_calls", null);
        take.said.usage(chat.usage().normalisedSums(), chat.usage().sums());
        chat.chunk(Json.array(), chat.usage().sums());
    }

    /** A call without arguments that says so with an empty text, which is no JSON. */
    private static void emptyArguments(Take take) {
        ChatStream chat = begin(take, "tools", "empty-arguments");
        chat.text("I'll look at the list.", 4);
        SaidCall said = chat.open(0, 0, Tools.list("toolu_" + take.dice.id(24)));
        chat.arguments(0, 0, said, "");
        end(chat);
    }

    /** One chunk for everything: a call with an empty id and no index, and the reason to stop. */
    private static void emptyId(Take take) {
        take.about("tools", "synthetic-gemini");
        take.features("empty-tool-id", "tool-calls-without-index", "whole-tool-calls", "usage-in-finish");
        ChatStream chat = new ChatStream(take, new Plain()).withId("");
        ToolUse call = Tools.charter("").withId(null);
        chat.noteWhole(0, call);
        Map<String, @Nullable Object> entry = Json.object(
                "function", Json.object("arguments", call.raw(), "name", call.name()), "id", "", "type", "function");
        take.said.usage(chat.usage().normalisedSums(), chat.usage().sums());
        chat.finish(
                0,
                Json.object("role", "assistant", "tool_calls", Json.array(entry)),
                "stop",
                chat.usage().sums());
        chat.done();
    }
}
