package io.streamgauge.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.provider.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CorpusTest {
    @TempDir
    private Path folder;

    private CorpusFolder files() {
        return new CorpusFolder(folder);
    }

    private static List<String> stems(Corpus corpus) {
        return corpus.recordings().stream().map(Recording::stem).toList();
    }

    @Test
    void recordingsComeInTheOrderOfTheirStems() throws IOException {
        Corpus corpus = files().add("b/two")
                .add("a/one")
                .add("b/one.more")
                .put(".git/three.sse", "")
                .put("a/README.md", "")
                .put("known-failures.json", "{\"known\":[]}")
                .read();

        assertEquals(List.of("a/one", "b/one.more", "b/two"), stems(corpus));
        assertEquals(List.of(), corpus.problems());
        assertEquals("b/two", corpus.find("two").orElseThrow().stem());
        assertEquals(Optional.empty(), corpus.find("three"));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        byte[] body = CorpusFolder.sse(CorpusFolder.EVENTS);
        Recording recording = files().add("a/one").read().recordings().get(0);
        RecordingMetadata metadata = recording.metadata();

        assertArrayEquals(body, recording.copyBody());
        assertEquals(body.length, recording.body().remaining());
        assertTrue(recording.body().isReadOnly());
        assertEquals("one", recording.name());
        assertEquals("one.sse", recording.bodyFile().getFileName().toString());
        assertEquals(Dialect.OPENAI_CHAT, metadata.dialect());
        assertEquals("test", metadata.provider());
        assertEquals("tools", metadata.kind());
        assertEquals("m", metadata.model());
        assertEquals(OptionalInt.of(200), metadata.httpStatus());
        assertEquals("text/event-stream", metadata.contentType());
        assertEquals(Map.of("x-request-id", "r1"), metadata.headers());
        assertEquals("written for a test", metadata.provenance());
        assertEquals(
                List.of(new RecordingMetadata.Read(10, 0), new RecordingMetadata.Read(20, body.length)),
                metadata.timing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/one.sse", "a/one.json", "a/one.expected.json"})
    void aMissingFileIsNamedAndTheOthersAreRead(String missing) throws IOException {
        Corpus corpus = files().add("a/one").add("a/two").delete(missing).read();

        boolean bodyMissing = missing.endsWith(".sse");
        assertEquals(1, corpus.problems().size(), corpus.problems().toString());
        assertEquals(bodyMissing ? "a/one" : missing, corpus.problems().get(0).file());
        assertTrue(stems(corpus).contains("a/two"));
        assertEquals(missing.endsWith(".expected.json"), stems(corpus).contains("a/one"));
    }

    static Stream<Arguments> spoiledFields() {
        return Stream.of(
                spoiled("one.json", "api", root -> root.put("api", "telepathy")),
                spoiled("one.json", "api", root -> root.remove("api")),
                spoiled("one.json", "provider", root -> root.put("provider", 7)),
                spoiled(
                        "one.json",
                        "features[1]",
                        root -> root.putArray("features").add("a").add(2)),
                spoiled(
                        "one.json",
                        "headers.date",
                        root -> root.putObject("headers").put("date", 1)),
                spoiled("one.json", "http_status", root -> root.put("http_status", "fine")),
                spoiled("one.json", "bytes", root -> root.put("bytes", 3)),
                spoiled("one.json", "timing[0]", root -> root.putArray("timing").add(5)),
                spoiled("one.json", "timing[1]", root -> {
                    root.putArray("timing").addArray().add(5).add(5);
                    root.withArray("timing").addArray().add(4).add(9);
                }),
                spoiled("one.expected.json", "api", root -> root.put("api", "gemini")),
                spoiled("one.expected.json", "text", root -> root.put("text", 1)),
                spoiled("one.expected.json", "event_count", root -> root.put("event_count", -1)),
                spoiled("one.expected.json", "event_count", root -> root.put("event_count", 1.5)),
                spoiled("one.expected.json", "has_done_sentinel", root -> root.put("has_done_sentinel", "yes")),
                spoiled(
                        "one.expected.json",
                        "usage.input",
                        root -> root.putObject("usage").put("input", "5")),
                spoiled(
                        "one.expected.json",
                        "tool_calls[0]",
                        root -> root.putArray("tool_calls").add("f")),
                spoiled(
                        "one.expected.json",
                        "tool_calls[0].name",
                        root -> root.putArray("tool_calls").addObject().put("name", 1)),
                spoiled(
                        "one.expected.json",
                        "choices[0].tool_calls[0].id",
                        root -> root.putArray("choices")
                                .addObject()
                                .putArray("tool_calls")
                                .addObject()
                                .put("id", 1)));
    }

    private static Arguments spoiled(String file, String field, Consumer<ObjectNode> change) {
        return Arguments.of(file, field, change);
    }

    @ParameterizedTest
    @MethodSource("spoiledFields")
    void aMalformedFieldIsNamedAndTheOthersAreRead(String file, String field, Consumer<ObjectNode> change)
            throws IOException {
        Corpus corpus = files().add("one").add("two").edit(file, change).read();

        assertEquals(
                List.of(file + " " + field),
                corpus.problems().stream()
                        .map(problem -> problem.file() + " " + problem.field())
                        .toList());
        assertTrue(stems(corpus).contains("two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{} {}", "{\"api\":\"openai-chat\",}"})
    void aFileThatIsNotAnObjectIsNamed(String content) throws IOException {
        Corpus corpus = files().add("one").put("one.expected.json", content).read();
        assertEquals("one.expected.json", corpus.problems().get(0).file());
        assertEquals(List.of("one"), stems(corpus));
    }

    @Test
    void severalBodiesAreAContradiction() throws IOException {
        Corpus corpus = files().add("one").put("one.ndjson", "{}\n").read();
        assertEquals(List.of("one: there are several bodies"), strings(corpus.problems()));
        assertEquals(List.of(), corpus.recordings());
    }

    @Test
    void loneMetadataLacksItsBody() throws IOException {
        Corpus corpus = files().put("one.json", "{\"api\":\"gemini\",\"provider\":\"p\"}")
                .read();
        assertTrue(corpus.problems().toString().contains("there is no body"), corpus.problems()::toString);
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        Corpus corpus = Corpus.read(folder.resolve("nowhere"));
        assertEquals(1, corpus.problems().size());
        assertEquals(List.of(), corpus.recordings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/one", "a//b", "../one", "a/../b", "a/..", "one\\two", "one two", "a/.hidden", "nul\0"})
    void aStemThatLeadsElsewhereIsRefused(String stem) {
        assertThrows(IllegalArgumentException.class, () -> files().add(stem));
    }

    private static List<String> strings(List<CorpusProblem> problems) {
        return problems.stream().map(CorpusProblem::toString).toList();
    }
}
