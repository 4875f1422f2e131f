package io.streamgauge.corpus.synthetic;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls that the recordings make: flat and nested, plain and hard to spell, with many arguments and with none.
 */
final class Tools {
    private Tools() {}

    /** Two short arguments. */
    static ToolUse tide(String id) {
        return ToolUse.of(id, "get_tide", Json.object("harbour", "Nordvik", "days", 2));
    }

    /** One argument in letters beyond ASCII. */
    static ToolUse weather(String id, String place) {
        return ToolUse.of(id, "get_weather", Json.object("place", place, "unit", "°C"));
    }

    /** Objects in arrays in objects, every kind of value, and text that needs escapes. */
    static ToolUse charter(String id) {
        return ToolUse.of(
                id,
                "charter_boat",
                Json.object(
                        "boat",
                        Json.object("name", "Skua", "berths", Json.array(2, 4), "tags", Json.array()),
                        "legs",
                        Json.array(
                                Json.object("from", "Nordvik", "to", "Langøya", "hours", 3.5),
                                Json.object("from", "Langøya", "to", "Αίγινα", "hours", 61.25)),
                        "crew",
                        null,
                        "night",
                        true,
                        "insured",
                        false,
                        "deposit",
                        -120,
                        "note",
                        "say \"ahoy\" at C:\\pier\\7\nthen wave 👋🏽 <loudly> & smile",
                        "options",
                        Json.object()));
    }

    /** Some lines of code as an argument. */
    static ToolUse writeFile(String id) {
        return ToolUse.of(
                id,
                "write_file",
                Json.object(
                        "path",
                        "src/ring.py",
                        "text",
                        Texts.of("ring-buffer").lines().skip(28).limit(6).collect(Collectors.joining("\n"))));
    }

    /** No arguments at all. */
    static ToolUse list(String id) {
        return ToolUse.of(id, "list_boats", Json.object());
    }

    /** What a request says about the first of them, and the provider repeats. */
    static Map<String, @Nullable Object> tideDescription() {
        Map<String, @Nullable Object> properties = Json.object(
                "harbour", Json.object("type", "string", "description", "Name of the harbour, as on the chart"),
                "days", Json.object("type", "integer", "description", "How many days from today, 1 to 14"));
        return Json.object(
                "type", "function",
                "description", "High and low waters of one harbour, in local time",
                "name", "get_tide",
                "parameters",
                        Json.object(
                                "type",
                                "object",
                                "properties",
                                properties,
                                "required",
                                Json.array("harbour", "days"),
                                "additionalProperties",
                                false),
                "strict", true);
    }
}
