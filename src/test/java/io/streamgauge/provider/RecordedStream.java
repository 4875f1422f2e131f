package io.streamgauge.provider;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream of a real provider, with what is known of the answer in it. The collection lies beside the project. */
record RecordedStream(String name, Dialect dialect, Path bodyFile, JsonNode expected) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EXPECTED = ".expected.json";

    /** All recordings of these dialects; the calling test is skipped, and says so, when there is no collection. */
    static List<RecordedStream> of(Set<Dialect> dialects) {
        Path folder = projectRoot().resolveSibling("shared").resolve("recordings");
        assumeTrue(Files.isDirectory(folder), () -> "no recordings of real streams in " + folder);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(EXPECTED))
                    .sorted()
                    .map(file -> read(folder, file))
                    .filter(stream -> dialects.contains(stream.dialect))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("walking " + folder, e);
        }
    }

    private static RecordedStream read(Path folder, Path expectedFile) {
        try {
            String file = expectedFile.getFileName().toString();
            String stem = file.substring(0, file.length() - EXPECTED.length());
            JsonNode expected = JSON.readTree(Files.readString(expectedFile));
            Dialect dialect = Dialect.byWireName(expected.get("api").asString()).orElseThrow();
            String name = folder.relativize(expectedFile.resolveSibling(stem)).toString();
            return new RecordedStream(name, dialect, bodyFile(expectedFile, stem), expected);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + expectedFile, e);
        }
    }

    private static Path bodyFile(Path expectedFile, String stem) {
        return Stream.of("sse", "ndjson", "jsonarray", "body")
                .map(extension -> expectedFile.resolveSibling(stem + "." + extension))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no body for " + expectedFile));
    }

    /** The exact bytes of the body. */
    byte[] body() {
        try {
            return Files.readAllBytes(bodyFile);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + bodyFile, e);
        }
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not started within the project");
        }
        return folder;
    }

    @Override
    public String toString() {
        return dialect.wireName() + " " + name;
    }
}
