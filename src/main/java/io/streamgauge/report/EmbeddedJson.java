package io.streamgauge.report;

import io.streamgauge.result.LoneSurrogates;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as it rides along inside a page, for those who want to go on from the raw data.
 *
 * @param json the document without characters that could end the script element it stands in; empty if too large
 * @param note what was left out, or that the page is heavy; empty if neither
 */
record EmbeddedJson(String name, String json, String note) {
    /** Up to here a document is embedded whole; beyond, curves and wire bytes are left out and the page says so. */
    static final int MAX_COMFORTABLE_CHARS = 5_000_000;
    /** Beyond this a page carries no raw data: browsers and artifact stores would choke on it. */
    static final int MAX_CHARS = 20_000_000;

    /** The bulk of a large result, and what a reader of the page misses least. */
    private static final Set<String> BULK = Set.of("histograms", "inputHex");

    static EmbeddedJson of(String name, JsonNode document) {
        return of(name, document, MAX_COMFORTABLE_CHARS, MAX_CHARS);
    }

    /** As {@link #of(String, JsonNode)}, with other limits. */
    static EmbeddedJson of(String name, JsonNode document, int maxComfortableChars, int maxChars) {
        BoundedJson whole = BoundedJson.of(document, maxComfortableChars);
        if (whole.complete()) {
            return new EmbeddedJson(name, escaped(whole.text()), "");
        }
        BoundedJson lean = BoundedJson.of(withoutBulk(document), maxChars);
        String size = "The raw data takes " + megabytes(whole.length());
        if (!lean.complete()) {
            return new EmbeddedJson(name, "", size + " and is not embedded; it stands in " + name + ".");
        }
        String left = lean.length() > maxComfortableChars
                ? " What is left still takes " + megabytes(lean.length()) + "."
                : "";
        return new EmbeddedJson(
                name,
                escaped(lean.text()),
                size + "; its histograms and wire bytes are left out here and stand in " + name + "." + left);
    }

    private static JsonNode withoutBulk(JsonNode document) {
        JsonNode copy = document.deepCopy();
        removeBulk(copy);
        return copy;
    }

    private static void removeBulk(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(BULK);
        }
        node.forEach(EmbeddedJson::removeBulk);
    }

    /**
     * Inside a script element the HTML parser looks for {@code </script} and {@code <!--}, and older scripts end a line
     * at U+2028; as escapes they are the same JSON and nothing to either.
     */
    private static String escaped(String json) {
        return LoneSurrogates.escape(json)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String megabytes(long chars) {
        return Units.number(chars / 1e6) + " MB";
    }
}
