package io.streamgauge.corpus;

import io.streamgauge.result.AtomicFile;
import io.streamgauge.result.LoneSurrogates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
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
        requireStem(stem);
        AtomicFile.write(folder.resolve(stem + '.' + extension(metadata)), body);
        return describe(stem, metadata, body);
    }

    static void requireStem(String stem) {
        if (!STEM.matcher(stem).matches() || stem.contains("..")) {
            throw new IllegalArgumentException("a stem is letters, digits, '.', '_', '-' and '/', not " + stem);
        }
    }

    /** Writes expectation and metadata of a body that is there. */
    Decoding describe(String stem, RecordingMetadata metadata, byte[] body) {
        Decoding decoding = Decoding.of(metadata.dialect(), body, Fragments.WHOLE);
        write(
                stem + RecordingReader.EXPECTATION_EXTENSION,
                ExpectationJson.of(metadata.dialect(), metadata.kind(), decoding));
        write(stem + RecordingReader.METADATA_EXTENSION, MetadataJson.of(metadata, body));
        return decoding;
    }

    /** The extension of the body, without the dot. */
    static String extension(RecordingMetadata metadata) {
        return metadata.httpStatus().orElse(OK) == OK
                ? metadata.dialect().framing().fileExtension()
                : "body";
    }

    private void write(String file, ObjectNode content) {
        String json = CorpusJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content);
        AtomicFile.write(folder.resolve(file), (LoneSurrogates.escape(json) + '\n').getBytes(StandardCharsets.UTF_8));
    }
}
