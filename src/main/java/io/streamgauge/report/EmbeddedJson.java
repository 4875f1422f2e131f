package io.streamgauge.report;

import io.streamgauge.result.LoneSurrogates;
import java.nio.charset.StandardCharsets;
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
    /** From here on curves and wire bytes are left out, and if that does not help, the page says that it is heavy. */
    static final int MAX_COMFORTABLE_BYTES = 5 << 20;
    /** Above this a page carries no raw data: browsers and artifact stores would choke on it. */
    static final int MAX_BYTES = 20 << 20;

    /** The bulk of a large result, and what a reader of the page misses least. */
    private static final Set<String> BULK = Set.of("histograms", "inputHex");

    static EmbeddedJson of(String name, JsonNode document) {
        return of(name, document, MAX_COMFORTABLE_BYTES, MAX_BYTES);
    }

    /** As {@link #of(String, JsonNode)}, with other limits. */
    static EmbeddedJson of(String name, JsonNode document, int maxComfortableBytes, int maxBytes) {
        String whole = escaped(document);
        if (size(whole) <= maxComfortableBytes) {
            return new EmbeddedJson(name, whole, "");
        }
        String lean = escaped(withoutBulk(document));
        if (size(lean) > maxBytes) {
            return new EmbeddedJson(
                    name,
                    "",
                    "The raw data takes %s and is not embedded; it stands in %s.".formatted(megabytes(whole), name));
        }
        String note = "The raw data takes %s; its histograms and wire bytes are left out here and stand in %s."
                .formatted(megabytes(whole), name);
        String heavy =
                size(lean) > maxComfortableBytes ? " What is left still takes %s.".formatted(megabytes(lean)) : "";
        return new EmbeddedJson(name, lean, note + heavy);
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
     * Inside a script element the HTML parser looks for {@code </script} and {@code <!--}, and older scripts end a line at
     * U+2028; as escapes they are the same JSON and nothing to either.
     */
    private static String escaped(JsonNode document) {
        return LoneSurrogates.escape(document.toString())
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static int size(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String megabytes(String json) {
        return Units.number(size(json) / 1e6) + " MB";
    }
}
