package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.ANTHROPIC_MESSAGES;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Messages of Anthropic itself. */
final class MessagesTakes {
    static final String MODEL = "synthetic-claude-20260401";

    private MessagesTakes() {}

    static void record(Studio studio) {
        anthropic(studio, "messages-text", "text", (take, stream) -> {
            stream.text(Texts.of("harbour"));
            stream.end("end_turn");
        });
        anthropic(studio, "messages-polyglot", "text", (take, stream) -> {
            stream.text(Texts.of("polyglot", "emoji"));
            stream.end("end_turn");
        });
        anthropic(studio, "messages-long", "text", (take, stream) -> {
            stream.text(Texts.of("almanac", "tides", "ring-buffer", "bread"));
            stream.end("end_turn");
        });
        anthropic(studio, "messages-thinking", "reasoning", (take, stream) -> {
            stream.thinking(Texts.of("reasoning-timer"));
            stream.text(Texts.of("timer"));
            stream.end("end_turn");
        });
        anthropic(studio, "messages-thinking-hidden", "reasoning", MessagesTakes::hiddenThinking);
        anthropic(studio, "messages-tool-calls", "parallel-tools", MessagesTakes::toolCalls);
        anthropic(studio, "messages-tool-call-empty", "tools", MessagesTakes::emptyCall);
        anthropic(studio, "messages-tool-call-cut", "tools", MessagesTakes::cutCall);
        anthropic(studio, "messages-web-search", "citations", MessagesTakes::webSearch);
        anthropic(studio, "messages-mcp-pause", "reasoning", MessagesTakes::mcp);
        anthropic(studio, "messages-refusal", "blocked", MessagesTakes::refusal);
        anthropic(studio, "messages-stop-sequence", "text", MessagesTakes::stopSequence);
        anthropic(studio, "messages-overloaded", "error", MessagesTakes::overloaded);
        anthropic(studio, "messages-truncated", "tools", MessagesTakes::truncated);
    }

    private static void anthropic(Studio studio, String name, String kind, BiConsumer<Take, MessagesStream> play) {
        studio.record(Vendor.ANTHROPIC, ANTHROPIC_MESSAGES, name, Pacing.BURSTS, take -> {
            take.about(kind, MODEL);
            take.features("named-events", "padding");
            play.accept(take, new MessagesStream(take).open());
        });
    }

    private static String toolId(Take take) {
        return "toolu_01" + take.dice.id(22);
    }

    /** Thinking that is sealed, or of which only the signature is sent. */
    private static void hiddenThinking(Take take, MessagesStream stream) {
        take.features("redacted-thinking");
        int sealed = stream.start(Json.object("type", "redacted_thinking", "data", take.dice.base64(420)));
        stream.stop(sealed);
        stream.ping();
        int omitted = stream.start(Json.object("type", "thinking", "thinking", "", "signature", ""));
        stream.delta(omitted, Json.object("type", "signature_delta", "signature", take.dice.base64(390)));
        stream.stop(omitted);
        stream.text(Texts.of("haiku"));
        stream.end("end_turn");
    }

    private static void toolCalls(Take take, MessagesStream stream) {
        stream.text("I'll ask for the weather and the tide, and see which boat is free.");
        stream.call(Tools.weather(toolId(take), "Ísafjörður"));
        stream.call(Tools.charter(toolId(take)).in(JsonStyle.PYTHON));
        stream.call(Tools.tide(toolId(take)));
        stream.end("tool_use");
    }

    private static void emptyCall(Take take, MessagesStream stream) {
        take.features("empty-arguments");
        stream.call(Tools.list(toolId(take)));
        stream.end("tool_use");
    }

    /** The limit of tokens cuts the arguments off: what came is no JSON, and nobody may repair it in silence. */
    private static void cutCall(Take take, MessagesStream stream) {
        take.features("cut-arguments");
        ToolUse call = Tools.charter(toolId(take));
        SaidCall said = take.said.choice(0).call(call, SaidCall.Form.TEXT_OR_NOTHING);
        int index = stream.start(MessagesStream.toolUse("tool_use", call));
        stream.arguments(index, said, call.raw().substring(0, 90));
        stream.stop(index);
        stream.end("max_tokens");
    }

    private static void webSearch(Take take, MessagesStream stream) {
        take.features("citations", "hosted-tools", "large-event");
        List<@Nullable Object> results = Json.array();
        for (int i = 1; i <= 10; i++) {
            results.add(Json.object(
                    "type",
                    "web_search_result",
                    "title",
                    "Tides for walkers, page " + i,
                    "url",
                    "https://example.org/tides/" + i,
                    "encrypted_content",
                    take.dice.base64(2_400),
                    "page_age",
                    null));
        }
        ToolUse search = ToolUse.of(
                "srvtoolu_01" + take.dice.id(22),
                "web_search",
                Json.object("query", "rule of twelfths"),
                JsonStyle.PYTHON);
        stream.serverCall(
                "server_tool_use",
                search,
                Json.object("type", "web_search_tool_result", "tool_use_id", search.id(), "content", results));
        stream.usedServerTools(Json.object("web_search_requests", 1));
        stream.text("Here is what I found. ");
        int index = stream.start(Json.object("citations", Json.array(), "type", "text", "text", ""));
        for (int i = 1; i <= 2; i++) {
            stream.citation(
                    index,
                    Json.object(
                            "type",
                            "web_search_result_location",
                            "cited_text",
                            "In the third and fourth hour the level drops by a quarter of the range each.",
                            "url",
                            "https://example.org/tides/" + i,
                            "title",
                            "Tides for walkers, page " + i,
                            "encrypted_index",
                            take.dice.base64(110)));
        }
        stream.words(index, "The tide runs fastest half way between high and low water, in the third and fourth hour");
        stream.stop(index);
        stream.text(". Plan the crossing for the hour before low water.");
        stream.end("end_turn");
    }

    /** A tool behind a connector, late pings, and a turn that the provider interrupts. */
    private static void mcp(Take take, MessagesStream stream) {
        take.features("hosted-tools", "many-pings");
        stream.thinking("The almanac is behind the connector; ask it for March.");
        ToolUse call = ToolUse.of(
                "mcptoolu_01" + take.dice.id(22), "read_month", Json.object("month", "March"), JsonStyle.PYTHON);
        Map<String, @Nullable Object> text =
                Json.object("type", "text", "text", Texts.of("almanac").substring(1_080, 1_600));
        stream.serverCall(
                "mcp_tool_use",
                call,
                Json.object(
                        "type",
                        "mcp_tool_result",
                        "tool_use_id",
                        call.id(),
                        "is_error",
                        false,
                        "content",
                        Json.array(text)));
        stream.ping();
        stream.text("In March everything wants to begin at once, says the almanac; let me look at April too.");
        stream.ping();
        stream.end("pause_turn");
    }

    /** Not one block. */
    private static void refusal(Take take, MessagesStream stream) {
        take.features("no-blocks");
        stream.ping();
        Map<String, @Nullable Object> details =
                Json.object("type", "refusal", "category", "locks", "explanation", "Not without the owner.");
        stream.end("refusal", Json.object("stop_reason", "refusal", "stop_sequence", null, "stop_details", details));
    }

    private static void stopSequence(Take take, MessagesStream stream) {
        take.said.peculiarity("stop_sequence", "8.");
        stream.text("1. Goose over\n2. Back\n3. Fox over\n4. Goose back\n5. Grain over\n6. Back\n7. Goose over\n");
        stream.end("stop_sequence", Json.object("stop_reason", "stop_sequence", "stop_sequence", "8."));
    }

    private static void overloaded(Take take, MessagesStream stream) {
        int index = stream.start(Json.object("type", "text", "text", ""));
        stream.words(index, Texts.of("bridge").substring(0, 140));
        Map<String, @Nullable Object> error = Json.object("type", "overloaded_error", "message", "Overloaded");
        take.said.error(error);
        stream.event("error", Json.object("error", error, "request_id", "req_01" + take.dice.id(22)));
    }

    private static void truncated(Take take, MessagesStream stream) {
        take.features("truncated");
        stream.text("One moment.");
        ToolUse call = Tools.charter(toolId(take));
        SaidCall said = take.said.choice(0).call(call, SaidCall.Form.TEXT_OR_NOTHING);
        int index = stream.start(MessagesStream.toolUse("tool_use", call));
        stream.arguments(index, said, call.raw().substring(0, 60));
        take.said.unparsable();
        take.wire.cut(
                "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"ty");
    }
}
