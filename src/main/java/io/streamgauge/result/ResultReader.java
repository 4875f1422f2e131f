package io.streamgauge.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads result files back, and says plainly what is wrong with those it cannot take. */
public final class ResultReader {
    /** Largest file that is read: a result with every histogram and all wire evidence stays far below. */
    public static final long MAX_FILE_BYTES = 256L << 20;

    private ResultReader() {}

    /**
     * Reads one result of any kind.
     *
     * @throws ResultFileException if the file cannot be read, is too large, is not JSON, or has a schema that this
     *     version does not know
     */
    public static NamedDocument read(Path file) {
        return read(file, MAX_FILE_BYTES);
    }

    /** As {@link #read(Path)}, with another limit. */
    static NamedDocument read(Path file, long maxFileBytes) {
        try {
            if (Files.size(file) > maxFileBytes) {
                throw ResultFileException.invalid(
                        file.toString(), "larger than the %d bytes a result may have".formatted(maxFileBytes));
            }
            return parse(String.valueOf(file.getFileName()), file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw ResultFileException.unusable(file.toString(), "cannot be read, " + AtomicFile.reason(e), e);
        }
    }

    private static NamedDocument parse(String name, String file, byte[] json) {
        JsonNode document;
        try {
            document = ResultJson.MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw ResultFileException.invalid(file, "not JSON, " + where(e) + e.getOriginalMessage());
        }
        schema(file, document);
        return new NamedDocument(name, document);
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : "line %d, column %d: "
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    /**
     * The kind of a document, by its {@code schema} field.
     *
     * @param file named in the complaint
     * @throws ResultFileException if the field is missing or this version does not know its value
     */
    public static ResultSchema schema(String file, JsonNode document) {
        JsonNode schema = document.path("schema");
        if (!schema.isString()) {
            throw ResultFileException.invalid(file, "not a streamgauge result, field schema is missing");
        }
        return ResultSchema.ofId(schema.asString())
                .orElseThrow(() -> ResultFileException.invalid(
                        file, "unknown schema %s, known are %s".formatted(shortened(schema.asString()), known())));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private static String known() {
        return Arrays.stream(ResultSchema.values()).map(ResultSchema::id).collect(Collectors.joining(", "));
    }
}
