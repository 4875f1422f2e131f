package io.streamgauge.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON files of a corpus. */
final class CorpusJson {
    /** The largest file that is read: an expectation holds at most what its body says. */
    static final long MAX_FILE_BYTES = 256L << 20;

    /**
     * A text may be as long as the file; and numbers keep all their digits, for two that differ must not look alike.
     */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength((int) MAX_FILE_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CorpusJson() {}

    static JsonNode read(Path file) throws IOException, Fields.MalformedField {
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new Fields.MalformedField("", "larger than " + MAX_FILE_BYTES + " bytes");
        }
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            throw new Fields.MalformedField("", "not JSON: " + e.getOriginalMessage() + where(e));
        }
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
    }
}
