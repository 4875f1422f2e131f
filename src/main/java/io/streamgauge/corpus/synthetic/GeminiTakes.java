package io.streamgauge.corpus.synthetic;

import static io.streamgauge.provider.Dialect.GEMINI;
import static io.streamgauge.provider.Dialect.GEMINI_INTERACTIONS;
import static io.streamgauge.provider.Dialect.GEMINI_JSON_ARRAY;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What Gemini sends: events, one array, or the steps of an interaction. */
final class GeminiTakes {
    private static final String MODEL = "synthetic-gemini-flash";

    private GeminiTakes() {}

    static void record(Studio studio) {
        events(studio, "content-text", "text", (take, stream) -> {
            stream.text(Texts.of("tides"));
            stream.finish("STOP", Json.object("text", "", "thoughtSignature", stream.signature()));
        });
        events(studio, "content-polyglot", "text", (take, stream) -> {
            stream.text(Texts.of("polyglot", "emoji", "ring-buffer"));
            stream.finish("STOP", Json.object("text", ""));
        });
        events(studio, "content-thoughts", "reasoning", (take, stream) -> {
            stream.thoughts("**Crossing in order**\n\n" + Texts.of("reasoning-ferry") + "\n\n\n");
            stream.text(Texts.of("ferry"));
            stream.finish("STOP", Json.object("text", "", "thoughtSignature", stream.signature()));
        });
        events(studio, "content-tool-calls", "parallel-tools", GeminiTakes::toolCalls);
        events(studio, "content-tool-calls-anonymous", "parallel-tools", GeminiTakes::anonymousCalls);
        events(studio, "content-code-execution", "text", GeminiTakes::codeExecution);
        events(studio, "content-grounded", "citations", GeminiTakes::grounded);
        events(studio, "content-image-large", "text", GeminiTakes::image);
        events(studio, "content-two-candidates", "multi-choice", GeminiTakes::twoCandidates);
        events(studio, "content-prompt-blocked", "blocked", GeminiTakes::promptBlocked);
        events(studio, "content-safety", "blocked", GeminiTakes::safety);
        events(studio, "content-malformed-call", "error", GeminiTakes::malformedCall);
        events(studio, "content-error-outside", "error", GeminiTakes::errorOutside);
        events(studio, "content-last-event-open", "text", GeminiTakes::lastEventOpen);
        array(studio, "array-text", "reasoning", GeminiTakes::arrayText);
        array(studio, "array-tool-calls", "parallel-tools", GeminiTakes::arrayTools);
        array(studio, "array-truncated", "text", GeminiTakes::arrayTruncated);
        studio.record(
                Vendor.GEMINI, GEMINI_INTERACTIONS, "interaction-text", Pacing.BLOCKS, take -> interaction(take, true));
        studio.record(
                Vendor.GEMINI,
                GEMINI_INTERACTIONS,
                "interaction-incomplete",
                Pacing.BLOCKS,
                take -> interaction(take, false));
    }

    private static void events(Studio studio, String name, String kind, BiConsumer<Take, GeminiStream> play) {
        studio.record(Vendor.GEMINI, GEMINI, name, Pacing.BLOCKS, take -> {
            take.about(kind, MODEL);
            play.accept(take, GeminiStream.events(take));
        });
    }

    private static void array(Studio studio, String name, String kind, BiConsumer<Take, GeminiStream> play) {
        studio.record(Vendor.GEMINI, GEMINI_JSON_ARRAY, name, Pacing.BLOCKS, take -> {
            take.about(kind, MODEL);
            play.accept(take, GeminiStream.array(take));
        });
    }

    /** One call in a chunk, ids of eight letters, a signature on the first, and an empty text to finish. */
    private static void toolCalls(Take take, GeminiStream stream) {
        take.features("whole-tool-calls", "signature");
        Map<String, @Nullable Object> first = stream.call(Tools.charter(take.dice.id(8)));
        stream.part(Json.join(first, Json.object("thoughtSignature", stream.signature())));
        stream.part(stream.call(Tools.weather(take.dice.id(8), "København")));
        stream.finish("STOP", Json.object("text", ""));
    }

    /** Several calls of one name in one chunk, none with an id, and the reason to stop with them. */
    private static void anonymousCalls(Take take, GeminiStream stream) {
        take.features("whole-tool-calls", "tool-calls-without-id");
        stream.finish(
                "STOP",
                Json.object("text", ""),
                stream.call(Tools.weather("", "Oulu").withId(null)),
                stream.call(Tools.weather("", "Turku").withId(null)),
                stream.call(Tools.list("").withId(null)));
    }

    private static void codeExecution(Take take, GeminiStream stream) {
        take.features("hosted-tools", "unicode-escapes");
        stream.text("I will count the crates with a little program.\n\n");
        stream.part(Json.object(
                "executableCode",
                Json.object(
                        "language", "PYTHON",
                        "code", "crates = -(-4200 // 24) + 15\nif crates < 200:\n    print(f\"<{crates}>\")\n")));
        stream.part(Json.object("codeExecutionResult", Json.object("outcome", "OUTCOME_OK", "output", "<190>\n")));
        stream.text("It takes 190 crates, or eight trips of the van.");
        stream.finish("STOP", Json.object("text", ""));
    }

    private static void grounded(Take take, GeminiStream stream) {
        take.features("citations");
        stream.text("High water comes about fifty minutes later every day.");
        Map<String, @Nullable Object> web = Json.object("uri", "https://example.org/tides", "title", "example.org");
        Map<String, @Nullable Object> support = Json.object(
                "segment", Json.object("endIndex", 53, "text", "High water comes about fifty minutes later every day."),
                "groundingChunkIndices", Json.array(0));
        stream.withNext(Json.object(
                "groundingMetadata",
                Json.object(
                        "webSearchQueries", Json.array("why is high tide later every day"),
                        "groundingChunks", Json.array(Json.object("web", web)),
                        "groundingSupports", Json.array(support))));
        stream.finish("STOP", Json.object("text", ""));
    }

    /** A picture in one event of some 300 kB. */
    private static void image(Take take, GeminiStream stream) {
        take.features("image", "huge-event");
        stream.text("Here is the harbour, an hour before sunrise:\n\n");
        stream.part(Json.object("inlineData", Json.object("mimeType", "image/png", "data", Picture.base64(320, 230))));
        stream.finish("STOP", Json.object("text", ""));
    }

    private static void twoCandidates(Take take, GeminiStream stream) {
        take.features("multi-choice");
        for (String[] pair : new String[][] {
            {"Rain on the tin roof,", "Fog over the quay;"}, {"\nthe cat counts.", "\na bell rings."}
        }) {
            stream.note(0, pair[0]);
            stream.note(1, pair[1]);
            stream.chunk(Json.array(
                    stream.candidate(0, GeminiStream.content(Json.object("text", pair[0])), null),
                    stream.candidate(1, GeminiStream.content(Json.object("text", pair[1])), null)));
        }
        take.said.choice(0).finish("STOP");
        take.said.choice(1).finish("STOP");
        stream.chunk(Json.array(
                stream.candidate(0, GeminiStream.content(), "STOP"),
                stream.candidate(1, GeminiStream.content(), "STOP")));
    }

    /** No candidate at all. */
    private static void promptBlocked(Take take, GeminiStream stream) {
        take.said.peculiarity("block_reason", "PROHIBITED_CONTENT");
        stream.chunk(Json.object("promptFeedback", Json.object("blockReason", "PROHIBITED_CONTENT")));
    }

    /** A candidate that ends without content. */
    private static void safety(Take take, GeminiStream stream) {
        stream.text("The first thing to know about ");
        Map<String, @Nullable Object> rating =
                Json.object("category", "HARM_CATEGORY_DANGEROUS_CONTENT", "probability", "HIGH", "blocked", true);
        take.said.choice(0).finish("SAFETY");
        stream.withNext(Json.object("safetyRatings", Json.array(rating)));
        stream.chunk(Json.array(stream.candidate(0, Json.ABSENT, "SAFETY")));
    }

    /** The model's call could not be read: no part, a message beside the reason. */
    private static void malformedCall(Take take, GeminiStream stream) {
        take.said.choice(0).finish("MALFORMED_FUNCTION_CALL");
        stream.withNext(Json.object("finishMessage", "Malformed function call: get_tide(harbour='Nordvik', days="));
        stream.chunk(Json.array(stream.candidate(0, Json.object(), "MALFORMED_FUNCTION_CALL")));
    }

    /** The error is printed into the body, outside of any event. */
    private static void errorOutside(Take take, GeminiStream stream) {
        take.features("error-outside-framing");
        stream.text(Texts.of("bridge").substring(0, 160));
        Map<String, @Nullable Object> error = Json.object(
                "code", 503,
                "message", "The model is overloaded. Please try again later.",
                "status", "UNAVAILABLE");
        take.said.error(error);
        take.wire.raw(JsonStyle.PRINTED.write(Json.object("error", error)) + "\n", 0);
    }

    private static void lastEventOpen(Take take, GeminiStream stream) {
        stream.text(Texts.of("haiku"));
        take.said.tailFollows();
        take.said.choice(0).finish("STOP");
        Map<String, @Nullable Object> candidate = stream.candidate(0, GeminiStream.content(), "STOP");
        take.wire.unterminated("data: " + JsonStyle.GOOGLE.write(Json.object("candidates", Json.array(candidate))));
    }

    private static void arrayText(Take take, GeminiStream stream) {
        stream.thoughts(
                "**Looking at the timer**\n\nIt is restarted after the end, so it fires into the next request.\n\n");
        stream.text(Texts.of("timer", "arabic"));
        stream.finish("STOP", Json.object("text", "", "thoughtSignature", stream.signature()));
        stream.close();
    }

    private static void arrayTools(Take take, GeminiStream stream) {
        take.features("whole-tool-calls", "tool-calls-without-id");
        stream.finish(
                "STOP",
                stream.call(Tools.charter("").withId(null)),
                stream.call(Tools.list("").withId(null)));
        stream.close();
    }

    /** The connection breaks inside the third element. */
    private static void arrayTruncated(Take take, GeminiStream stream) {
        take.features("truncated");
        stream.say("Follow the canal as far as ");
        stream.say("the iron footbridge, cross it, ");
        take.said.unparsable();
        take.wire.cut(",\r\n{\n  \"candidates\": [\n    {\n      \"content\": {\n        \"par");
    }

    private static void interaction(Take take, boolean whole) {
        take.about("text", MODEL);
        take.features("named-events", "signature");
        new InteractionStream(take)
                .play(whole ? Texts.of("bread") : Texts.of("haiku").substring(0, 30), whole);
    }
}
