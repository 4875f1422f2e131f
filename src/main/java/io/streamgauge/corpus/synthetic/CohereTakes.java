package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.COHERE_V2;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What Cohere's second chat protocol sends. */
final class CohereTakes {
    private CohereTakes() {}

    static void record(Studio studio) {
        cohere(studio, "chat-text", "text", (take, stream) -> {
            stream.text(0, Texts.of("bread"));
            stream.end("COMPLETE");
        });
        cohere(studio, "chat-thinking", "reasoning", (take, stream) -> {
            stream.thinking(0, Texts.of("reasoning-ferry"));
            stream.text(1, Texts.of("ferry"));
            stream.end("COMPLETE");
        });
        cohere(studio, "chat-tool-calls", "parallel-tools", (take, stream) -> {
            stream.plan("I will look up the weather and the tide, and then list the boats.");
            stream.call(
                    0,
                    Tools.weather("get_weather_" + take.dice.id(12), "Gdańsk").in(JsonStyle.PRINTED));
            stream.call(1, Tools.charter("charter_boat_" + take.dice.id(12)).in(JsonStyle.PYTHON));
            stream.end("TOOL_CALL");
        });
        cohere(studio, "chat-tool-call-empty", "tools", (take, stream) -> {
            take.features("empty-arguments");
            stream.plan("I will list the boats.");
            stream.emptyCall(0, Tools.list("list_boats_" + take.dice.id(12)));
            stream.end("TOOL_CALL");
        });
        cohere(studio, "chat-citations", "citations", CohereTakes::citations);
        cohere(studio, "chat-max-tokens", "text", (take, stream) -> {
            stream.text(0, Texts.of("almanac").substring(0, 180));
            stream.end("MAX_TOKENS");
        });
        cohere(studio, "chat-truncated", "text", (take, stream) -> {
            take.features("truncated");
            stream.open(0, "text");
            take.chunker.tokens("The crust will crackle as it").forEach(piece -> stream.say(0, piece));
        });
    }

    private static void cohere(Studio studio, String name, String kind, BiConsumer<Take, CohereStream> play) {
        studio.record(Vendor.COHERE, COHERE_V2, name, Pacing.HOSTED, take -> {
            take.about(kind, "synthetic-command");
            take.features("named-events");
            play.accept(take, new CohereStream(take).start());
        });
    }

    private static void citations(Take take, CohereStream stream) {
        take.features("citations");
        stream.open(0, "text");
        String text = "High water at Nordvik is at 06:42 and 19:05.";
        take.chunker.tokens(text).forEach(piece -> stream.say(0, piece));
        Map<String, @Nullable Object> source = Json.object(
                "type",
                "tool",
                "id",
                "get_tide_" + take.dice.id(12) + ":0",
                "tool_output",
                Json.object("content", text));
        stream.citation(
                0,
                Json.object(
                        "start",
                        28,
                        "end",
                        43,
                        "text",
                        text.substring(28, 43),
                        "sources",
                        Json.array(source),
                        "type",
                        "TEXT_CONTENT"));
        stream.close(0);
        stream.end("COMPLETE");
    }
}
