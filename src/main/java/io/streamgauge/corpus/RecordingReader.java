package io.streamgauge.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Reads the three files of one recording, and says of each what is wrong with it. Used once per recording. */
public final class RecordingReader {
    /**
     * The extensions of bodies, without the dot; {@code body} is a plain answer that is no stream, such as an error.
     */
    public static final List<String> BODY_EXTENSIONS = List.of("sse", "ndjson", "jsonarray", "bin", "body");

    static final String METADATA_EXTENSION = ".json";
    static final String EXPECTATION_EXTENSION = ".expected.json";

    private final Path folder;
    private final String stem;
    private final List<CorpusProblem> problems = new ArrayList<>();

    /**
     * Makes a reader of the recording {@code stem}, a path with {@code /} and without extension, below {@code folder}.
     */
    public RecordingReader(Path folder, String stem) {
        this.folder = folder;
        this.stem = stem;
    }

    /**
     * The recording, if there is enough of it to be decoded: a body and sound metadata, or the journal of a recording
     * that was interrupted. Without a sound expectation it has none.
     */
    public Optional<Recording> read() {
        Optional<Path> body = bodyFile();
        if (body.isPresent() && isInterrupted()) {
            return interrupted(body.get());
        }
        Optional<Described> described = json(METADATA_EXTENSION, Described::read);
        Optional<Expectation> expectation = json(EXPECTATION_EXTENSION, Expectation::read);
        if (body.isEmpty() || described.isEmpty()) {
            return Optional.empty();
        }
        RecordingMetadata metadata = described.get().metadata;
        checkAgreement(metadata, expectation);
        checkSize(body.get(), described.get().bytes);
        return Optional.of(new Recording(stem, body.get(), metadata, expectation, described.get().sha256));
    }

    private boolean isInterrupted() {
        return !Files.isRegularFile(folder.resolve(stem + METADATA_EXTENSION))
                && Files.isRegularFile(folder.resolve(stem + RecordingDraft.JOURNAL_EXTENSION));
    }

    /** What there is of a recording that was never finished; it has no expectation. */
    private Optional<Recording> interrupted(Path body) {
        String journal = stem + RecordingDraft.JOURNAL_EXTENSION;
        try {
            RecordingMetadata metadata = RecordingJournal.read(folder.resolve(journal), Files.size(body));
            return Optional.of(new Recording(stem, body, metadata, Optional.empty(), Optional.empty()));
        } catch (Fields.MalformedField e) {
            problems.add(new CorpusProblem(journal, e.field(), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            problems.add(new CorpusProblem(journal, "", "cannot be read: " + e));
        }
        return Optional.empty();
    }

    /** The metadata, and what it says about the body. */
    private record Described(RecordingMetadata metadata, OptionalLong bytes, Optional<String> sha256) {
        static Described read(JsonNode root) throws Fields.MalformedField {
            Fields fields = Fields.of(root);
            return new Described(RecordingMetadata.read(root), fields.count("bytes"), fields.text("sha256"));
        }
    }

    /** What was found wrong by {@link #read()}. */
    public List<CorpusProblem> problems() {
        return List.copyOf(problems);
    }

    private Optional<Path> bodyFile() {
        List<Path> found = BODY_EXTENSIONS.stream()
                .map(extension -> folder.resolve(stem + '.' + extension))
                .filter(Files::isRegularFile)
                .toList();
        if (found.size() == 1 && Files.isReadable(found.get(0))) {
            return Optional.of(found.get(0));
        }
        String problem = found.isEmpty()
                ? "there is no body, expected one of " + String.join(", ", BODY_EXTENSIONS)
                : found.size() == 1 ? "the body cannot be read" : "there are several bodies";
        problems.add(new CorpusProblem(stem, "", problem));
        return Optional.empty();
    }

    @FunctionalInterface
    private interface JsonReader<T> {
        T read(JsonNode root) throws Fields.MalformedField;
    }

    private <T> Optional<T> json(String extension, JsonReader<T> reader) {
        Path file = folder.resolve(stem + extension);
        if (!Files.isRegularFile(file)) {
            problems.add(new CorpusProblem(stem + extension, "", "there is no such file"));
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(CorpusJson.read(file)));
        } catch (Fields.MalformedField e) {
            problems.add(new CorpusProblem(stem + extension, e.field(), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            problems.add(new CorpusProblem(stem + extension, "", "cannot be read: " + e));
        }
        return Optional.empty();
    }

    private void checkAgreement(RecordingMetadata metadata, Optional<Expectation> expectation) {
        if (expectation.isPresent() && expectation.get().dialect() != metadata.dialect()) {
            problems.add(new CorpusProblem(
                    stem + EXPECTATION_EXTENSION,
                    "api",
                    "expected " + metadata.dialect().wireName() + " as in the metadata, found "
                            + expectation.get().dialect().wireName()));
        }
    }

    private void checkSize(Path body, OptionalLong stated) {
        try {
            long size = Files.size(body);
            if (stated.orElse(size) != size) {
                problem("bytes", "the body has " + size + " bytes, not " + stated.getAsLong());
            }
        } catch (IOException e) {
            problem("", "cannot be read: " + e);
        }
    }

    private void problem(String field, String problem) {
        problems.add(new CorpusProblem(stem + METADATA_EXTENSION, field, problem));
    }
}
