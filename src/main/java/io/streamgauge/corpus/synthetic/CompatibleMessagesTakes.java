package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.ANTHROPIC_MESSAGES;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages as others speak them. */
final class CompatibleMessagesTakes {
    private CompatibleMessagesTakes() {}

    static void record(Studio studio) {
        studio.record(
                Vendor.VERTEX,
                ANTHROPIC_MESSAGES,
                "messages-tool-call",
                Pacing.BURSTS,
                CompatibleMessagesTakes::vertex);
        studio.record(
                Vendor.MOONSHOT,
                ANTHROPIC_MESSAGES,
                "messages-blocks-left-open",
                Pacing.HOSTED,
                CompatibleMessagesTakes::leftOpen);
        studio.record(
                Vendor.VLLM,
                ANTHROPIC_MESSAGES,
                "messages-input-at-start",
                Pacing.LOCAL_FAST,
                CompatibleMessagesTakes::inputAtStart);
        studio.record(
                Vendor.GATEWAY,
                ANTHROPIC_MESSAGES,
                "messages-interleaved",
                Pacing.HOSTED,
                CompatibleMessagesTakes::interleaved);
        studio.record(
                Vendor.GATEWAY,
                ANTHROPIC_MESSAGES,
                "messages-started-twice",
                Pacing.HOSTED,
                CompatibleMessagesTakes::startedTwice);
        studio.record(
                Vendor.GATEWAY,
                ANTHROPIC_MESSAGES,
                "messages-without-stop",
                Pacing.HOSTED,
                CompatibleMessagesTakes::withoutStop);
        studio.record(
                Vendor.GATEWAY,
                ANTHROPIC_MESSAGES,
                "messages-last-event-open",
                Pacing.HOSTED,
                CompatibleMessagesTakes::lastEventOpen);
    }

    private static MessagesStream imitated(Take take, String kind, String... features) {
        take.about(kind, MessagesTakes.MODEL);
        take.features("named-events");
        take.features(features);
        return new MessagesStream(take).imitated().open();
    }

    private static void vertex(Take take) {
        take.about("tools", MessagesTakes.MODEL);
        take.features("named-events", "padding");
        MessagesStream stream = new MessagesStream(take).open();
        stream.call(Tools.writeFile("toolu_vrtx_01" + take.dice.id(22)));
        stream.end("tool_use");
    }

    /** No block is ever closed but by the next. */
    private static void leftOpen(Take take) {
        MessagesStream stream = imitated(take, "tools", "blocks-left-open");
        int text = stream.start(Json.object("type", "text", "text", ""));
        stream.words(text, "Let me see what the table says.");
        ToolUse call = Tools.tide("functions.get_tide:0");
        SaidCall said = take.said.choice(0).call(call, SaidCall.Form.TEXT_OR_NOTHING);
        int index = stream.start(MessagesStream.toolUse("tool_use", call));
        stream.arguments(index, said, call.raw());
        stream.end("tool_use");
    }

    /** The whole input in the start of the block, and no delta behind it. */
    private static void inputAtStart(Take take) {
        MessagesStream stream = imitated(take, "tools", "input-at-start", "whole-tool-calls");
        ToolUse call = Tools.charter("chatcmpl-tool-" + take.dice.hex(32));
        take.said.choice(0).call(call, SaidCall.Form.TEXT_OR_NOTHING).fragment(call.raw());
        int index = stream.start(
                Json.object("type", "tool_use", "id", call.id(), "name", call.name(), "input", call.arguments()));
        stream.stop(index);
        stream.end("tool_use");
    }

    /** Two blocks are open at once: only their index says where a delta belongs. */
    private static void interleaved(Take take) {
        MessagesStream stream = imitated(take, "parallel-tools", "interleaved-calls");
        ToolUse one = Tools.tide("call_" + take.dice.id(24));
        ToolUse two = Tools.weather("call_" + take.dice.id(24), "Γύθειο");
        SaidCall saidOne = take.said.choice(0).call(one, SaidCall.Form.TEXT_OR_NOTHING);
        SaidCall saidTwo = take.said.choice(0).call(two, SaidCall.Form.TEXT_OR_NOTHING);
        int first = stream.start(MessagesStream.toolUse("tool_use", one));
        int second = stream.start(MessagesStream.toolUse("tool_use", two));
        List<String> ofOne = take.chunker.fragments(one.raw(), 4);
        List<String> ofTwo = take.chunker.fragments(two.raw(), 4);
        for (int i = 0; i < Math.max(ofOne.size(), ofTwo.size()); i++) {
            if (i < ofOne.size()) {
                stream.argument(first, saidOne, ofOne.get(i));
            }
            if (i < ofTwo.size()) {
                stream.argument(second, saidTwo, ofTwo.get(i));
            }
        }
        stream.stop(first);
        stream.stop(second);
        stream.end("tool_use");
    }

    /** The same start twice, as a relay sends it that was interrupted. */
    private static void startedTwice(Take take) {
        MessagesStream stream = imitated(take, "text", "repeated-start");
        stream.open();
        stream.text(Texts.of("haiku"));
        stream.end("end_turn");
    }

    /** The reason to stop is there, the stop is not. */
    private static void withoutStop(Take take) {
        MessagesStream stream = imitated(take, "text", "no-terminal-event");
        stream.text(Texts.of("bridge"));
        stream.finish("end_turn", Json.object("stop_reason", "end_turn", "stop_sequence", null));
    }

    /** The last event is all there but for its blank line. */
    private static void lastEventOpen(Take take) {
        MessagesStream stream = imitated(take, "text");
        stream.text(Texts.of("haiku"));
        Map<String, @Nullable Object> delta = Json.object("stop_reason", "end_turn", "stop_sequence", null);
        stream.finish("end_turn", delta);
        take.said.tailFollows();
        take.wire.unterminated("event: message_stop", "data: {\"type\":\"message_stop\"}");
    }
}
