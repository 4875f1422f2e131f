package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.OPENAI_RESPONSES;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Responses of OpenAI itself: text, reasoning, calls and the ways an answer can end. */
final class ResponsesTakes {
    static final String MODEL = "synthetic-gpt-2026-04-01";

    private ResponsesTakes() {}

    static void record(Studio studio) {
        openAi(studio, "responses-text", "text", (take, stream) -> {
            stream.message(Texts.of("tides"), 1);
            stream.complete();
        });
        openAi(studio, "responses-emoji", "text", (take, stream) -> {
            stream.message(Texts.of("emoji", "thai"), 1);
            stream.complete();
        });
        openAi(studio, "responses-tool-calls", "parallel-tools", (take, stream) -> {
            stream.silentReasoning();
            stream.call(Tools.charter("call_" + take.dice.id(24)));
            stream.call(Tools.weather("call_" + take.dice.id(24), "Žilina"));
            stream.complete();
        });
        openAi(studio, "responses-reasoning-summary", "reasoning", (take, stream) -> {
            stream.reasoningSummary("**Crossing the river**\n\n" + Texts.of("reasoning-ferry"), 1);
            stream.message(Texts.of("ferry"), 1);
            stream.complete();
        });
        openAi(studio, "responses-two-messages", "text", ResponsesTakes::twoMessages);
        openAi(studio, "responses-refusal", "blocked", ResponsesTakes::refusal);
        openAi(studio, "responses-incomplete", "text", ResponsesTakes::incomplete);
        openAi(studio, "responses-error", "error", ResponsesTakes::error);
        openAi(studio, "responses-keepalive", "text", ResponsesTakes::keepalive);
        openAi(studio, "responses-truncated", "text", ResponsesTakes::truncated);
    }

    private static void openAi(Studio studio, String name, String kind, BiConsumer<Take, ResponsesStream> play) {
        studio.record(Vendor.OPENAI, OPENAI_RESPONSES, name, Pacing.HOSTED, take -> {
            take.about(kind, MODEL);
            take.features("obfuscation", "named-events", "repeated-at-end");
            play.accept(take, new ResponsesStream(take).open());
        });
    }

    /** A comment before the tool is called, and the answer behind it. */
    private static void twoMessages(Take take, ResponsesStream stream) {
        stream.message("I will look at the tide table first. ", 1);
        stream.call(Tools.tide("call_" + take.dice.id(24)));
        stream.message("And this is what I expect to find there.", 1);
        stream.complete();
    }

    private static void refusal(Take take, ResponsesStream stream) {
        take.features("refusal");
        String words = "I can’t help with that, but I can tell you whom to ask.";
        String itemId = stream.itemId("msg");
        int index = stream.add(ResponsesStream.message(itemId, "in_progress", Json.array()));
        stream.part("response.content_part.added", itemId, index, Json.object("type", "refusal", "refusal", ""));
        for (String piece : take.chunker.deltas(words, 1)) {
            take.said.choice(0).refusal(piece);
            stream.delta("response.refusal.delta", itemId, index, Json.object("content_index", 0), piece);
        }
        Map<String, @Nullable Object> part = Json.object("type", "refusal", "refusal", words);
        stream.event(
                "response.refusal.done",
                Json.object("content_index", 0, "item_id", itemId, "output_index", index, "refusal", words));
        stream.part("response.content_part.done", itemId, index, part);
        stream.done(index, ResponsesStream.message(itemId, "completed", Json.array(part)));
        stream.complete();
    }

    private static void incomplete(Take take, ResponsesStream stream) {
        List<String> tokens = take.chunker.tokens(Texts.of("almanac")).subList(0, 48);
        String itemId = stream.itemId("msg");
        int index = stream.add(ResponsesStream.message(itemId, "in_progress", Json.array()));
        stream.part("response.content_part.added", itemId, index, ResponsesStream.outputText("", Json.array()));
        tokens.forEach(token -> stream.say(itemId, index, token));
        String text = String.join("", tokens);
        Map<String, @Nullable Object> part = ResponsesStream.outputText(text, Json.array());
        stream.event(
                "response.output_text.done",
                Json.object(
                        "content_index",
                        0,
                        "item_id",
                        itemId,
                        "logprobs",
                        Json.array(),
                        "output_index",
                        index,
                        "text",
                        text));
        stream.part("response.content_part.done", itemId, index, part);
        stream.done(index, ResponsesStream.message(itemId, "incomplete", Json.array(part)));
        stream.incomplete("max_output_tokens");
    }

    /** The error on the wire is nested, and the failed response repeats it. */
    private static void error(Take take, ResponsesStream stream) {
        String message = "You have used up what you paid for. The meter starts again on the first of the month.";
        Map<String, @Nullable Object> error = Json.object(
                "type", "insufficient_quota", "code", "insufficient_quota", "message", message, "param", null);
        take.said.error(error);
        take.said.peculiarity("output_items", Json.array());
        stream.event("error", Json.object("error", error));
        take.said.choice(0).finish("failed");
        stream.failed("insufficient_quota", message);
    }

    /** Events without content that take a number all the same. */
    private static void keepalive(Take take, ResponsesStream stream) {
        take.features("keepalive");
        stream.event("keepalive", Json.object());
        stream.event("keepalive", Json.object());
        stream.message(Texts.of("korean"), 1);
        stream.complete();
    }

    private static void truncated(Take take, ResponsesStream stream) {
        take.features("truncated");
        String itemId = stream.itemId("msg");
        int index = stream.add(ResponsesStream.message(itemId, "in_progress", Json.array()));
        stream.part("response.content_part.added", itemId, index, ResponsesStream.outputText("", Json.array()));
        take.chunker.tokens(Texts.of("harbour")).subList(0, 30).forEach(token -> stream.say(itemId, index, token));
    }
}
