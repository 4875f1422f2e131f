package io.streamgauge.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ResultFilesTest {
    private record Latency(long p99Micros, long count) {}

    private record Body(Map<String, Latency> metrics, List<Integer> seconds, String text) {}

    private static final Environment MACHINE =
            new Environment("cpu", 2, "os", "jdk", "gc", List.of("-Xmx1g"), 0.5, 4096, "tsc");
    private static final ResultEnvelope ENVELOPE = new ResultEnvelope(
            ResultSchema.LOAD.id(),
            new Tool("1.2.3", "abc"),
            MACHINE,
            "load --quick",
            42,
            Instant.parse("2026-11-20T09:41:07.512999Z"),
            15_540,
            RunVerdict.INCONCLUSIVE);

    @TempDir
    Path folder;

    @Test
    void theFileReadsAsPeopleWroteIt() {
        assertEquals("""
                {
                  "schema": "streamgauge.load/1",
                  "tool": {
                    "version": "1.2.3",
                    "commit": "abc"
                  },
                  "environment": {
                    "cpu": "cpu",
                    "cores": 2,
                    "os": "os",
                    "jdk": "jdk",
                    "gc": "gc",
                    "flags": [ "-Xmx1g" ],
                    "load": 0.5,
                    "memoryMebibytes": 4096,
                    "clockSource": "tsc"
                  },
                  "command": "load --quick",
                  "seed": 42,
                  "startedAt": "2026-11-20T09:41:07.512Z",
                  "durationMillis": 15540,
                  "verdict": "INCONCLUSIVE",
                  "metrics": {
                    "icl": {
                      "p99Micros": 2,
                      "count": 3
                    },
                    "ttft": {
                      "p99Micros": 1,
                      "count": 3
                    }
                  },
                  "seconds": [ 1, 2 ],
                  "text": "é"
                }
                """, ResultWriter.json(document("é")));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Path file = folder.resolve("deep/er/load.json");
        ObjectNode document = document("half \ud83d, whole \ud83d\ude00, \u0000, \u2028, \u202e");
        ResultWriter.write(file, document);
        NamedDocument read = ResultReader.read(file);
        assertEquals("load.json", read.name());
        assertEquals(document.toString(), read.content().toString());
    }

    @Test
    void equalResultsGiveEqualBytes() throws IOException {
        ResultWriter.write(folder.resolve("a.json"), document("x"));
        ResultWriter.write(folder.resolve("b.json"), document("x"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.json")), Files.readAllBytes(folder.resolve("b.json")));
    }

    @Test
    void aFieldOfTheEnvelopeCannotBeOverwritten() {
        Map<String, Object> body = Map.of("verdict", "PASS");
        assertThrows(IllegalArgumentException.class, () -> ResultWriter.document(ENVELOPE, body));
    }

    @Test
    void aFileIsReplacedWholeAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("load.json");
        Files.writeString(file, "old");
        ResultWriter.write(file, document("new"));
        assertTrue(Files.readString(file).contains("new"));
        assertEquals(List.of("load.json"), names());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamedOnOneLine() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Files.createDirectories(folder.resolve("taken/full"));
        for (String place : List.of("file/below.json", "taken")) {
            ResultFileException e = assertThrows(
                    ResultFileException.class, () -> ResultWriter.write(folder.resolve(place), document("x")));
            assertTrue(e.getMessage().startsWith(folder.resolve(place) + ": cannot be written, "), e.getMessage());
            assertEquals(1, e.getMessage().lines().count());
            assertEquals(RunVerdict.COULD_NOT_RUN, e.verdict());
        }
        assertEquals(List.of("file", "taken"), names());
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        ResultFileException e =
                assertThrows(ResultFileException.class, () -> ResultReader.read(folder.resolve("none.json")));
        assertEquals(folder.resolve("none.json") + ": cannot be read, there is no such file", e.getMessage());
        assertEquals(RunVerdict.COULD_NOT_RUN, e.verdict());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                 | not a streamgauge result, field schema is missing",
                "[1, 2]                             | not a streamgauge result, field schema is missing",
                "{\"schema\": 3}                    | not a streamgauge result, field schema is missing",
                "{\"schema\": \"streamgauge.load/2\"} | unknown schema streamgauge.load/2, known are streamgauge.run/1",
                "{\"schema\":                       | not JSON, line 1, column",
                "{\"a\": 1, nonsense}               | not JSON, line 1, column",
            })
    void aFileThatIsNoResultSaysWhy(String content, String reason) throws IOException {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, content);
        ResultFileException e = assertThrows(ResultFileException.class, () -> ResultReader.read(file));
        assertTrue(e.getMessage().startsWith(file + ": " + reason), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
        assertEquals(RunVerdict.INVALID, e.verdict());
    }

    @Test
    void nestingAndLengthOfHostileFilesAreBounded() throws IOException {
        Path file = folder.resolve("deep.json");
        Files.writeString(file, "[".repeat(1_000_000));
        ResultFileException e = assertThrows(ResultFileException.class, () -> ResultReader.read(file));
        assertTrue(e.getMessage().length() < 1_000);
    }

    @Test
    void aFileMayBeAsLargeAsTheLimitAndNoLarger() throws IOException {
        Path file = folder.resolve("load.json");
        ResultWriter.write(file, document("x"));
        long size = Files.size(file);
        assertEquals("load.json", ResultReader.read(file, size + 1).name());
        assertEquals("load.json", ResultReader.read(file, size).name());
        assertThrows(ResultFileException.class, () -> ResultReader.read(file, size - 1));
    }

    @Test
    void theEnvelopeOfThisProcessHoldsNoKeys() {
        ResultEnvelope envelope = ResultEnvelope.of(
                ResultSchema.RUN, List.of("run", "--key", "S3CR3T"), 1, Instant.EPOCH, 2, RunVerdict.PASS);
        assertEquals("run --key ***", envelope.command());
        assertFalse(ResultWriter.json(ResultWriter.document(envelope, Map.of())).contains("S3CR3T"));
    }

    @Test
    void halfCharactersAreEscapedAndNothingElse() {
        assertEquals("a\\ud800b\\udc00\ud83d\ude00", LoneSurrogates.escape("a\ud800b\udc00\ud83d\ude00"));
        assertEquals("plain é", LoneSurrogates.escape("plain é"));
        String json = ResultWriter.json(document("\udfff"));
        assertEquals(json, new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private static ObjectNode document(String text) {
        Map<String, Latency> metrics = new HashMap<>();
        metrics.put("ttft", new Latency(1, 3));
        metrics.put("icl", new Latency(2, 3));
        return ResultWriter.document(ENVELOPE, new Body(metrics, List.of(1, 2), text));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
