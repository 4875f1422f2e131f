package io.streamgauge.corpus;

import io.streamgauge.result.AtomicFile;
import io.streamgauge.result.LoneSurrogates;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes recordings in the form that {@link RecordingReader} reads. Each file appears whole or not at all, the metadata
 * last, so that a recording that was not finished is reported and not mistaken for one.
 */
public final class RecordingWriter {
    private static final int OK = 200;

    /** What every file system takes; anything else in a stem would be an invitation to write elsewhere. */
    private static final Pattern STEM = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final Path folder;

    /** Makes a writer of recordings below {@code folder}, which is made when needed. */
    public RecordingWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes body, expectation and metadata. The expectation states what our own decoder makes of the body: it proves
     * that later versions do the same, and is worth no more until somebody has looked at it.
     *
     * @param stem the path below the folder without extension, with {@code /}
     * @return what the body was decoded to
     * @throws io.streamgauge.result.ResultFileException when the file system refuses
     */
    public Decoding write(String stem, RecordingMetadata metadata, byte[] body) {
        if (!STEM.matcher(stem).matches() || stem.contains("..")) {
            throw new IllegalArgumentException("a stem is letters, digits, '.', '_', '-' and '/', not " + stem);
        }
        Decoding decoding = Decoding.of(metadata.dialect(), body, Fragments.WHOLE);
        AtomicFile.write(folder.resolve(stem + '.' + extension(metadata)), body);
        write(
                stem + RecordingReader.EXPECTATION_EXTENSION,
                ExpectationJson.of(metadata.dialect(), metadata.kind(), decoding));
        write(stem + RecordingReader.METADATA_EXTENSION, metadata(metadata, body));
        return decoding;
    }

    private static String extension(RecordingMetadata metadata) {
        return metadata.httpStatus().orElse(OK) == OK
                ? metadata.dialect().framing().fileExtension()
                : "body";
    }

    private void write(String file, ObjectNode content) {
        String json = CorpusJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content);
        AtomicFile.write(folder.resolve(file), (LoneSurrogates.escape(json) + '\n').getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode metadata(RecordingMetadata metadata, byte[] body) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("provider", metadata.provider());
        out.put("api", metadata.dialect().wireName());
        out.put("kind", metadata.kind());
        metadata.features().forEach(out.putArray("features")::add);
        out.put("model", metadata.model());
        metadata.httpStatus()
                .ifPresentOrElse(status -> out.put("http_status", status), () -> out.putNull("http_status"));
        out.put("content_type", metadata.contentType());
        ObjectNode headers = out.putObject("headers");
        metadata.headers().forEach(headers::put);
        out.put("provenance", metadata.provenance());
        out.put("bytes", body.length);
        out.put("sha256", Recording.sha256(ByteBuffer.wrap(body)));
        if (!metadata.timing().isEmpty()) {
            ArrayNode timing = out.putArray("timing");
            metadata.timing()
                    .forEach(read -> timing.addArray().add(read.micros()).add(read.bytes()));
        }
        return out;
    }
}
