package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.OPENAI_RESPONSES;

import io.streamgauge.corpus.synthetic.ResponsesStream.Naming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Responses as others speak them. */
final class CompatibleResponsesTakes {
    private CompatibleResponsesTakes() {}

    static void record(Studio studio) {
        studio.record(
                Vendor.OPENROUTER,
                OPENAI_RESPONSES,
                "responses-unnamed",
                Pacing.BURSTS,
                CompatibleResponsesTakes::openRouter);
        studio.record(
                Vendor.BEDROCK,
                OPENAI_RESPONSES,
                "responses-named-behind",
                Pacing.HOSTED,
                CompatibleResponsesTakes::bedrock);
        studio.record(
                Vendor.XAI, OPENAI_RESPONSES, "responses-open-items", Pacing.HOSTED, CompatibleResponsesTakes::xai);
        studio.record(
                Vendor.LMSTUDIO,
                OPENAI_RESPONSES,
                "responses-only-done",
                Pacing.LOCAL_REGULAR,
                CompatibleResponsesTakes::lmStudio);
        studio.record(
                Vendor.AZURE, OPENAI_RESPONSES, "responses-filtered", Pacing.BURSTS, CompatibleResponsesTakes::azure);
        studio.record(
                Vendor.DEEPSEEK,
                OPENAI_RESPONSES,
                "responses-reasoning",
                Pacing.HOSTED,
                CompatibleResponsesTakes::deepSeek);
        studio.record(
                Vendor.COPILOT,
                OPENAI_RESPONSES,
                "responses-changing-item-id",
                Pacing.HOSTED,
                CompatibleResponsesTakes::copilot);
    }

    /** No names, a comment first, and a sentinel at the end. */
    private static void openRouter(Take take) {
        take.about("text", "synthetic/router-small");
        take.features("unnamed-events", "repeated-at-end");
        take.wire.comment(" OPENROUTER PROCESSING");
        take.wire.comment("");
        ResponsesStream stream = new ResponsesStream(take, "gen-" + take.requestSeconds() + '-' + take.dice.id(20))
                .named(Naming.NOWHERE)
                .withoutObfuscation()
                .open();
        stream.message(Texts.of("haiku"), 1);
        stream.complete();
        take.said.sentinel();
        take.wire.event("[DONE]");
    }

    /** The name of an event behind its data. */
    private static void bedrock(Take take) {
        take.about("tools", "synthetic.oss-120b");
        take.features("name-behind-data", "repeated-at-end");
        ResponsesStream stream =
                new ResponsesStream(take).named(Naming.BEHIND_DATA).open();
        stream.call(Tools.tide("call_" + take.dice.hex(32)));
        stream.complete();
    }

    /** Three items are open at once, and their pieces take turns. */
    private static void xai(Take take) {
        take.about("parallel-tools", "synthetic-grok");
        take.features("named-events", "interleaved-items");
        ResponsesStream stream =
                new ResponsesStream(take, take.dice.uuid()).withoutObfuscation().open();
        ToolUse tide = Tools.tide("call_" + take.dice.digits(8));
        ToolUse weather = Tools.weather("call_" + take.dice.digits(8), "Vardø");
        List<String> ids = List.of("fc_" + take.dice.uuid(), "fc_" + take.dice.uuid(), "msg_" + take.dice.uuid());
        int first = stream.add(ResponsesStream.functionCall(ids.get(0), tide, "in_progress", ""));
        int second = stream.add(ResponsesStream.functionCall(ids.get(1), weather, "in_progress", ""));
        int third = stream.add(ResponsesStream.message(ids.get(2), "in_progress", Json.array()));
        SaidCall saidTide = take.said.choice(0).call(tide, SaidCall.Form.TEXT);
        SaidCall saidWeather = take.said.choice(0).call(weather, SaidCall.Form.TEXT);
        List<String> ofTide = take.chunker.fragments(tide.raw(), 7);
        List<String> ofWeather = take.chunker.fragments(weather.raw(), 7);
        String text = "Two look-ups are on their way.";
        List<String> ofText = take.chunker.tokens(text);
        for (int i = 0; i < Math.max(ofText.size(), Math.max(ofTide.size(), ofWeather.size())); i++) {
            if (i < ofTide.size()) {
                argument(stream, ids.get(0), first, saidTide, ofTide.get(i));
            }
            if (i < ofText.size()) {
                stream.say(ids.get(2), third, ofText.get(i));
            }
            if (i < ofWeather.size()) {
                argument(stream, ids.get(1), second, saidWeather, ofWeather.get(i));
            }
        }
        closeCall(stream, ids.get(1), second, weather);
        stream.closeMessage(ids.get(2), third, text, Json.array());
        closeCall(stream, ids.get(0), first, tide);
        stream.complete();
    }

    private static void argument(ResponsesStream stream, String itemId, int index, SaidCall said, String fragment) {
        said.fragment(fragment);
        stream.delta("response.function_call_arguments.delta", itemId, index, Json.object(), fragment);
    }

    private static void closeCall(ResponsesStream stream, String itemId, int index, ToolUse call) {
        stream.event(
                "response.function_call_arguments.done",
                Json.object("arguments", call.raw(), "item_id", itemId, "output_index", index));
        stream.done(index, ResponsesStream.functionCall(itemId, call, "completed", call.raw()));
    }

    /** Reasoning as text, and arguments that come whole, without a delta before. */
    private static void lmStudio(Take take) {
        take.about("tools", "synthetic-oss-20b");
        take.features("named-events", "arguments-only-done", "reasoning-text");
        ResponsesStream stream = new ResponsesStream(take).withoutObfuscation().open();
        reasoningText(take, stream, "A tide table is a tool here, so call it.");
        ToolUse call = Tools.tide("call_" + take.dice.digits(9));
        String itemId = "fc_" + take.dice.id(20);
        int index = stream.add(ResponsesStream.functionCall(itemId, call, "in_progress", ""));
        take.said.choice(0).call(call, SaidCall.Form.TEXT).fragment(call.raw());
        closeCall(stream, itemId, index, call);
        stream.complete();
    }

    private static void reasoningText(Take take, ResponsesStream stream, String text) {
        String itemId = "rs_" + take.dice.id(20);
        Map<String, @Nullable Object> item = Json.object(
                "id",
                itemId,
                "type",
                "reasoning",
                "status",
                "in_progress",
                "summary",
                Json.array(),
                "content",
                Json.array());
        int index = stream.add(item);
        for (String piece : take.chunker.tokens(text)) {
            stream.noteReasoning(piece);
            stream.delta("response.reasoning_text.delta", itemId, index, Json.object("content_index", 0), piece);
        }
        stream.event(
                "response.reasoning_text.done",
                Json.object("content_index", 0, "item_id", itemId, "output_index", index, "text", text));
        Map<String, @Nullable Object> content = Json.object("type", "reasoning_text", "text", text);
        stream.done(index, Json.join(item, Json.object("status", "completed", "content", Json.array(content))));
    }

    private static void azure(Take take) {
        take.about("text", "synthetic-gpt-deployment");
        take.features("named-events", "content-filter", "repeated-at-end", "obfuscation");
        ResponsesStream stream = new ResponsesStream(take)
                .with(Json.object("content_filters", null))
                .open();
        stream.message(Texts.of("russian"), 1);
        stream.complete();
    }

    private static void deepSeek(Take take) {
        take.about("reasoning", "synthetic-deepseek");
        take.features("named-events", "reasoning-text");
        ResponsesStream stream =
                new ResponsesStream(take, take.dice.uuid()).withoutObfuscation().open();
        reasoningText(take, stream, Texts.of("reasoning-timer"));
        stream.message(Texts.of("timer"), 1);
        stream.complete();
    }

    /** The id of an item is another one in every event: only its index says which it is. */
    private static void copilot(Take take) {
        take.about("tools", "synthetic-gpt-2026-04-01");
        take.features("named-events", "changing-item-id");
        ResponsesStream stream = new ResponsesStream(take, take.dice.base64(90))
                .withoutObfuscation()
                .open();
        String text = "Let me check the tide first.";
        int message = stream.add(ResponsesStream.message(take.dice.base64(60), "in_progress", Json.array()));
        stream.part(
                "response.content_part.added",
                take.dice.base64(60),
                message,
                ResponsesStream.outputText("", Json.array()));
        take.chunker.tokens(text).forEach(token -> stream.say(take.dice.base64(60), message, token));
        stream.closeMessage(take.dice.base64(60), message, text, Json.array());
        ToolUse call = Tools.tide("call_" + take.dice.id(24));
        int index = stream.add(ResponsesStream.functionCall(take.dice.base64(60), call, "in_progress", ""));
        SaidCall said = take.said.choice(0).call(call, SaidCall.Form.TEXT);
        take.chunker
                .fragments(call.raw(), 3)
                .forEach(piece -> argument(stream, take.dice.base64(60), index, said, piece));
        closeCall(stream, take.dice.base64(60), index, call);
        stream.complete();
    }
}
