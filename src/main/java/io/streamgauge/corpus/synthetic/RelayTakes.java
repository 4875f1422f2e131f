package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.OPENAI_CHAT;

import io.streamgauge.corpus.synthetic.HostedShapes.Plain;
import io.streamgauge.corpus.synthetic.HostedShapes.PlainPython;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Chat completions as relays and proxies hand them on: right in what they say, and odd in how they frame and spell it.
 */
final class RelayTakes {
    private RelayTakes() {}

    static void record(Studio studio) {
        relay(studio, "chat-escaped", RelayTakes::escaped);
        relay(studio, "chat-split-surrogates", RelayTakes::splitSurrogates);
        relay(studio, "chat-changing-id", RelayTakes::changingId);
        relay(studio, "chat-heartbeats", RelayTakes::heartbeats);
        relay(studio, "chat-last-event-open", RelayTakes::lastEventOpen);
        relay(studio, "chat-multi-line-data", RelayTakes::multiLine);
        relay(studio, "chat-without-blank", RelayTakes::withoutBlank);
        relay(studio, "chat-null-choices", RelayTakes::nullChoices);
        relay(studio, "chat-finish-early", RelayTakes::finishEarly);
        relay(studio, "chat-error-behind-end", RelayTakes::errorBehindEnd);
        relay(studio, "chat-think-tags", RelayTakes::thinkTags);
    }

    private static void relay(Studio studio, String name, Consumer<Take> play) {
        studio.record(Vendor.GATEWAY, OPENAI_CHAT, name, Pacing.HOSTED, play);
    }

    /** Nothing beyond ASCII on the wire: every letter of these languages is an escape. */
    private static void escaped(Take take) {
        take.about("text", "synthetic-proxy");
        take.features("unicode-escapes", "json-blanks");
        ChatStream chat = new ChatStream(take, new PlainPython());
        chat.delta(Json.object("role", "assistant", "content", ""));
        chat.text(Texts.of("arabic", "emoji"), 1.5);
        chat.finish("stop");
        take.said.usage(chat.usage().normalisedSums(), chat.usage().sums());
        chat.chunk(Json.array(), chat.usage().sums());
        chat.done();
    }

    /** A server that counts in UTF-16 puts the two halves of a character into two deltas. */
    private static void splitSurrogates(Take take) {
        take.about("text", "synthetic-proxy");
        take.features("unicode-escapes", "split-surrogates");
        ChatStream chat = new ChatStream(take, new Plain());
        chat.delta(Json.object("role", "assistant", "content", ""));
        for (String half :
                take.chunker.halves("Picnic at noon: 🌤️, bring 🍎🍐 and a ☂️. Signed 🦊, with love 𝄞 and 👋🏽.")) {
            chat.say(0, half);
        }
        chat.finish("stop");
        chat.done();
    }

    /** Every chunk under another id, the first and the last under none. */
    private static void changingId(Take take) {
        take.about("text", "synthetic-foundry");
        take.features("changing-id", "null-error");
        ChatStream chat = new ChatStream(take, new Plain()).withId("");
        chat.delta(Json.object("role", "assistant", "content", ""));
        for (String token : take.chunker.tokens(Texts.of("haiku"))) {
            chat.note(0, token);
            Map<String, @Nullable Object> choice = new Plain().choice(0, Json.object("content", token), null);
            chat.withId("cmpl-" + take.dice.id(12));
            chat.event(Json.join(
                    ChatShape.head(chat), Json.object("choices", Json.array(choice), "usage", null, "error", null)));
        }
        chat.withId("").finish("stop");
        chat.done();
    }

    /**
     * Signs of life that are events without content: an empty one, a null, and a comment that a relay took for data.
     */
    private static void heartbeats(Take take) {
        take.about("text", "synthetic-relay");
        take.features("heartbeats-as-data");
        ChatStream chat = new ChatStream(take, new Plain());
        take.wire.event(": OPENROUTER PROCESSING");
        take.wire.event("null");
        chat.delta(Json.object("role", "assistant", "content", ""));
        take.wire.lines("data:");
        chat.text(Texts.of("haiku"), 1);
        take.wire.lines("data: ");
        chat.finish("stop");
        chat.done();
    }

    /** The usage comes last, and its blank line never does. */
    private static void lastEventOpen(Take take) {
        take.about("text", "synthetic-relay");
        take.features("no-sentinel");
        ChatStream chat = new ChatStream(take, new Plain());
        chat.delta(Json.object("role", "assistant", "content", ""));
        chat.text(Texts.of("haiku"), 1);
        chat.finish("stop");
        take.said.tailFollows();
        ChatUsage usage = chat.usage();
        take.said.usage(usage.normalisedSums(), usage.sums());
        Map<String, @Nullable Object> chunk = new Plain().chunk(chat, Json.array(), usage.sums());
        take.wire.unterminated("data: " + JsonStyle.COMPACT.write(chunk));
    }

    /** One JSON text over many data lines. */
    private static void multiLine(Take take) {
        take.about("text", "synthetic-relay");
        take.features("multi-line-data", "no-sentinel");
        ChatStream chat = new ChatStream(take, new Plain());
        for (String token : take.chunker.tokens(Texts.of("haiku"))) {
            chat.note(0, token);
            linewise(take, chat, new Plain().choice(0, Json.object("content", token), null));
        }
        take.said.choice(0).finish("stop");
        linewise(take, chat, new Plain().choice(0, Json.object(), "stop"));
    }

    private static void linewise(Take take, ChatStream chat, Map<String, @Nullable Object> choice) {
        String printed = JsonStyle.PRINTED.write(new Plain().chunk(chat, Json.array(choice), Json.ABSENT));
        take.wire.lines(printed.lines().map(line -> "data: " + line).toArray(String[]::new));
    }

    /** No blank behind the colon, and a sentinel as bare. */
    private static void withoutBlank(Take take) {
        take.about("text", "synthetic-relay");
        take.features("no-blank-before-data");
        ChatStream chat = new ChatStream(take, new Plain());
        for (String token : take.chunker.tokens(Texts.of("haiku"))) {
            chat.note(0, token);
            bare(take, chat, new Plain().choice(0, Json.object("content", token), null));
        }
        take.said.choice(0).finish("stop");
        bare(take, chat, new Plain().choice(0, Json.object(), "stop"));
        take.said.sentinel();
        take.wire.lines("data:[DONE]");
    }

    private static void bare(Take take, ChatStream chat, Map<String, @Nullable Object> choice) {
        take.wire.lines("data:" + JsonStyle.COMPACT.write(new Plain().chunk(chat, Json.array(choice), Json.ABSENT)));
    }

    /** Choices and deltas that are null, and lists of calls that are empty. */
    private static void nullChoices(Take take) {
        take.about("text", "synthetic-relay");
        take.features("null-members");
        ChatStream chat = new ChatStream(take, new Plain());
        chat.event(Json.join(ChatShape.head(chat), Json.object("choices", null)));
        chat.chunk(Json.array(Json.object("index", 0, "delta", null, "finish_reason", null)), Json.ABSENT);
        for (String token : take.chunker.tokens(Texts.of("bridge"))) {
            chat.note(0, token);
            chat.delta(Json.object("role", "", "content", token, "tool_calls", Json.array(), "refusal", null));
        }
        chat.finish("stop");
        chat.done();
    }

    /** The reason to finish comes with the first chunk already, and once more at the end. */
    private static void finishEarly(Take take) {
        take.about("text", "synthetic-relay");
        take.features("early-finish", "repeated-finish");
        ChatStream chat = new ChatStream(take, new Plain());
        chat.finish(0, Json.object("role", "assistant", "content", ""), "stop", Json.ABSENT);
        chat.text(Texts.of("haiku"), 1);
        chat.finish("stop");
        chat.done();
    }

    /** An error behind the sentinel, when everything has been said. */
    private static void errorBehindEnd(Take take) {
        take.about("text", "synthetic-relay");
        take.features("event-behind-end");
        ChatStream chat = new ChatStream(take, new Plain());
        chat.text(Texts.of("haiku"), 1);
        chat.finish("stop");
        chat.done();
        chat.event(Json.object("error", Json.object("message", "write after end", "type", "server_error")));
    }

    /** Reasoning between tags within the text: nobody but the model says that it is reasoning. */
    private static void thinkTags(Take take) {
        take.about("text", "synthetic-r1-distill");
        take.features("think-tags");
        ChatStream chat = new ChatStream(take, new Plain());
        chat.role(0);
        chat.text("<think>\nFive, seven, five.\n</think>\n\n" + Texts.of("haiku"), 1);
        chat.finish("stop");
        chat.done();
    }
}
