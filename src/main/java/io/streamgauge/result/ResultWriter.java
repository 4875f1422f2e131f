package io.streamgauge.result;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns records into result documents and documents into files.
 *
 * <p>Equal results give equal bytes: keys of records keep the order of their components, keys of maps are sorted, lines
 * end in LF and text is UTF-8 on every system.
 */
public final class ResultWriter {
    private static final ObjectWriter PRETTY = ResultJson.MAPPER
            .writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(DefaultPrettyPrinter.FixedSpaceIndenter.instance()));

    private ResultWriter() {}

    /**
     * One document: the envelope's fields first, then those of {@code body}.
     *
     * @param body a record or map; a field of the envelope's name in it is an error of the caller
     */
    public static ObjectNode document(ResultEnvelope envelope, Object body) {
        ObjectNode document = ResultJson.MAPPER.valueToTree(envelope);
        ObjectNode content = ResultJson.MAPPER.valueToTree(body);
        content.properties().forEach(field -> {
            if (document.has(field.getKey())) {
                throw new IllegalArgumentException("the envelope already has a field named " + field.getKey());
            }
            document.set(field.getKey(), field.getValue());
        });
        return document;
    }

    /** The document as it stands in a file: indented, ending in a line feed. */
    public static String json(JsonNode document) {
        return LoneSurrogates.escape(PRETTY.writeValueAsString(document)) + "\n";
    }

    /**
     * Writes the document whole or not at all.
     *
     * @throws ResultFileException if the file system refuses
     */
    public static void write(Path file, JsonNode document) {
        AtomicFile.write(file, json(document).getBytes(StandardCharsets.UTF_8));
    }
}
