package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.GEMINI;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Gemini sends on Vertex, where the arguments of a call can come in pieces. */
final class VertexTakes {
    private static final String MODEL = "synthetic-gemini-pro";

    private VertexTakes() {}

    static void record(Studio studio) {
        studio.record(Vendor.VERTEX, GEMINI, "content-text", Pacing.BLOCKS, VertexTakes::text);
        studio.record(Vendor.VERTEX, GEMINI, "content-partial-arguments", Pacing.HOSTED, VertexTakes::partialArguments);
        studio.record(Vendor.VERTEX, GEMINI, "content-partial-unclosed", Pacing.HOSTED, VertexTakes::unclosed);
    }

    private static void text(Take take) {
        take.about("text", MODEL);
        GeminiStream stream = GeminiStream.events(take);
        stream.text(Texts.of("greek", "hindi"));
        stream.finish("STOP");
    }

    /** A path into the arguments and a piece of what stands there. */
    private record Piece(String path, String kind, @Nullable Object value, boolean continues) {
        Map<String, @Nullable Object> json() {
            return Json.object("jsonPath", path, kind, value, "willContinue", continues ? true : Json.ABSENT);
        }
    }

    private static void partialArguments(Take take) {
        take.about("tools", MODEL);
        take.features("partial-arguments", "tool-calls-without-id", "signature");
        Map<String, @Nullable Object> arguments = Json.object(
                "boat",
                Json.object("name", "Skua of the Skerries", "berths", Json.array(2, 4)),
                "legs",
                Json.array(Json.object("to", "Langøya", "hours", 3.5), Json.object("to", "Αίγινα", "hours", 61.25)),
                "night",
                true,
                "crew",
                null,
                "note",
                "say \"ahoy\"");
        List<Piece> pieces = List.of(
                new Piece("$.boat.name", "stringValue", "Skua of", true),
                new Piece("$.boat.name", "stringValue", " the Sk", true),
                new Piece("$.boat.name", "stringValue", "erries", true),
                new Piece("$.boat.name", "stringValue", "", false),
                new Piece("$.boat.berths[0]", "numberValue", 2, false),
                new Piece("$.boat.berths[1]", "numberValue", 4, false),
                new Piece("$.legs[0].to", "stringValue", "Langøya", false),
                new Piece("$.legs[0].hours", "numberValue", 3.5, false),
                new Piece("$.legs[1].to", "stringValue", "Αίγ", true),
                new Piece("$.legs[1].to", "stringValue", "ινα", false),
                new Piece("$.legs[1].hours", "numberValue", 61.25, false),
                new Piece("$.night", "boolValue", true, false),
                new Piece("$.crew", "nullValue", null, false),
                new Piece("$.note", "stringValue", "say \"ahoy\"", false));
        GeminiStream stream = GeminiStream.events(take);
        stream.thoughts("**Chartering**\n\nBoat, legs, and a note; the crew stays open.\n\n");
        open(take, stream, ToolUse.of(null, "charter_boat", arguments));
        pieces.forEach(piece -> piece(stream, piece));
        stream.part(Json.object("functionCall", Json.object()));
        stream.part(Json.object("functionCall", Json.object("name", "list_boats")));
        take.said.choice(0).call(Tools.list("").withId(null), SaidCall.Form.OBJECT);
        stream.finish("STOP", Json.object("text", ""));
    }

    private static void open(Take take, GeminiStream stream, ToolUse call) {
        take.said.choice(0).call(call, SaidCall.Form.OBJECT);
        stream.part(Json.object(
                "functionCall", Json.object("name", call.name(), "willContinue", true),
                "thoughtSignature", stream.signature()));
    }

    private static void piece(GeminiStream stream, Piece piece) {
        stream.part(Json.object(
                "functionCall", Json.object("partialArgs", Json.array(piece.json()), "willContinue", true)));
    }

    /** The empty call that closes a call is missing: once before the next call, and once at the end. */
    private static void unclosed(Take take) {
        take.about("parallel-tools", MODEL);
        take.features("partial-arguments", "tool-calls-without-id", "calls-left-open");
        GeminiStream stream = GeminiStream.events(take);
        for (String place : List.of("Hammerfest", "Kirkenes")) {
            open(take, stream, ToolUse.of(null, "get_weather", Json.object("place", place)));
            piece(stream, new Piece("$.place", "stringValue", place.substring(0, 4), true));
            piece(stream, new Piece("$.place", "stringValue", place.substring(4), false));
        }
        stream.finish("STOP", Json.object("text", ""));
    }
}
