package io.streamgauge.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.provider.Dialect;
import io.streamgauge.result.RunVerdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingDraftTest {
    private static final byte[] BODY = CorpusFolder.sse(CorpusFolder.EVENTS);
    private static final int CUT = 100;
    private static final List<RecordingMetadata.Read> READS =
            List.of(new RecordingMetadata.Read(1_500, CUT), new RecordingMetadata.Read(2_750, BODY.length));
    private static final RecordingMetadata METADATA = RecordingMetadata.of("test", Dialect.OPENAI_CHAT)
            .kind("tools")
            .model("m\ud800")
            .httpStatus(200)
            .contentType("text/event-stream")
            .header("server", "uvicorn")
            .provenance("written for a test")
            .build();

    @TempDir
    private Path folder;

    private static RecordingDraft written(Path folder) throws IOException {
        RecordingDraft draft = RecordingDraft.begin(folder, "a/one", METADATA);
        draft.append(ByteBuffer.wrap(BODY, 0, CUT));
        draft.note(READS.get(0));
        draft.append(ByteBuffer.wrap(BODY, CUT, BODY.length - CUT));
        draft.note(READS.get(1));
        return draft;
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    @Test
    void aFinishedDraftIsTheRecordingThatWouldHaveBeenWrittenAtOnce() throws IOException {
        RecordingMetadata timed = METADATA.with(List.of(), READS);
        written(folder.resolve("grown")).finish(timed);
        new RecordingWriter(folder.resolve("whole")).write("a/one", timed, BODY);

        assertEquals(files(folder.resolve("whole")), files(folder.resolve("grown")));
    }

    @Test
    void whatWasAppendedBeforeAKillIsReadAsInterrupted() throws IOException {
        written(folder).close();

        Corpus corpus = Corpus.read(folder);
        Recording recording = corpus.recordings().get(0);

        assertEquals(List.of(), corpus.problems());
        assertTrue(recording.isInterrupted());
        assertEquals(List.of("interrupted"), recording.metadata().features());
        assertEquals(READS, recording.metadata().timing());
        assertArrayEquals(BODY, recording.copyBody());
        assertEquals("m\ud800", recording.metadata().model());
    }

    @Test
    void anInterruptedRecordingIsVerifiedAgainstItselfAndNamed() throws IOException {
        written(folder).close();

        CorpusReport report =
                new CorpusVerifier(KnownFailures.none(), Fragments.standard(1)).verify(Corpus.read(folder), stem -> {});

        assertEquals(List.of("a/one"), report.interrupted());
        assertEquals(1, report.passed());
        assertEquals(RunVerdict.PASS, report.verdict());
    }

    @Test
    void aJournalCutAnywhereGivesAllThatWasNotedBeforeTheCut() throws IOException {
        written(folder).close();
        Path file = folder.resolve("a/one.part");
        byte[] journal = Files.readAllBytes(file);
        int head = new String(journal, StandardCharsets.UTF_8).indexOf('\n') + 1;

        for (int length = 0; length <= journal.length; length++) {
            Files.write(file, Arrays.copyOf(journal, length));
            Corpus corpus = Corpus.read(folder);

            if (length < head) {
                assertEquals("a/one.part", corpus.problems().get(0).file(), "cut at " + length);
                continue;
            }
            long whole = new String(journal, head, length - head, StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            assertEquals(
                    READS.subList(0, (int) whole),
                    corpus.recordings().get(0).metadata().timing(),
                    "cut at " + length);
        }
    }

    @Test
    void readsAreNotBelievedToHaveBroughtMoreThanThereIs() throws IOException {
        RecordingDraft draft = RecordingDraft.begin(folder, "one", METADATA);
        draft.append(ByteBuffer.wrap(BODY, 0, 10));
        draft.note(new RecordingMetadata.Read(5, 12));
        draft.close();

        assertEquals(
                List.of(new RecordingMetadata.Read(5, 10)),
                Corpus.read(folder).recordings().get(0).metadata().timing());
    }

    @Test
    void linesThatNobodyWroteEndTheTiming() throws IOException {
        written(folder).close();
        Path file = folder.resolve("a/one.part");
        String journal = Files.readString(file);
        for (String line : List.of("x 1", "2800", "2800 900 1", "-1 2", "2700 900", "2800 99999999999999999999")) {
            Files.writeString(file, journal + line + "\n2900 1000\n");

            Recording recording = Corpus.read(folder).recordings().get(0);

            assertEquals(READS, recording.metadata().timing(), line);
        }
    }

    @Test
    void aDraftMayTurnOutToBeOfAnotherFraming() throws IOException {
        RecordingDraft draft = RecordingDraft.begin(folder, "one", METADATA);
        draft.append(ByteBuffer.wrap("{\"response\":\"Hi\",\"done\":true}\n".getBytes(StandardCharsets.UTF_8)));
        draft.finish(RecordingMetadata.of("test", Dialect.OLLAMA_GENERATE)
                .httpStatus(200)
                .build());

        assertEquals(
                List.of("one.expected.json", "one.json", "one.ndjson"),
                List.copyOf(files(folder).keySet()));
    }

    @Test
    void aDiscardedDraftLeavesNothing() throws IOException {
        written(folder).discard();

        assertEquals(Map.of(), files(folder));
    }

    @Test
    void aFileInTheWayOfAFolderIsNotTakenForARecording() throws IOException {
        Files.writeString(folder.resolve("a"), "");

        assertThrows(NotDirectoryException.class, () -> RecordingDraft.begin(folder, "a/one", METADATA));
    }

    @Test
    void nothingThatIsThereIsWrittenOver() throws IOException {
        RecordingDraft draft = written(folder);
        assertThrows(FileAlreadyExistsException.class, () -> RecordingDraft.begin(folder, "a/one", METADATA));
        draft.finish(METADATA);
        assertThrows(FileAlreadyExistsException.class, () -> RecordingDraft.begin(folder, "a/one", METADATA));
        Files.delete(folder.resolve("a/one.json"));
        assertThrows(FileAlreadyExistsException.class, () -> RecordingDraft.begin(folder, "a/one", METADATA));
        assertThrows(IllegalArgumentException.class, () -> RecordingDraft.begin(folder, "../one", METADATA));
    }
}
