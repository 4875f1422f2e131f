package io.streamgauge.corpus.synthetic;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.provider.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SyntheticCorpusTest {
    private static final long MAX_CORPUS_BYTES = 6_400_000;

    /** What stands beside the generated folders and is written by hand. */
    private static final Set<String> BY_HAND = Set.of("conformance", "README.md");

    private static final List<SyntheticRecording> RECORDINGS = SyntheticCorpus.recordings(SyntheticCorpus.DEFAULT_SEED);

    static Stream<Made> recordings() {
        return RECORDINGS.stream().map(Made::of);
    }

    /** One recording, its JSON read back. */
    record Made(SyntheticRecording recording, String bodyName, JsonNode metadata, JsonNode expected) {
        static Made of(SyntheticRecording recording) {
            String bodyName = recording.files().keySet().iterator().next();
            return new Made(
                    recording,
                    bodyName,
                    NaiveFraming.json(recording.files().get(recording.stem() + ".json")),
                    NaiveFraming.json(recording.files().get(recording.stem() + ".expected.json")));
        }

        byte[] body() {
            return recording.files().get(bodyName);
        }

        String extension() {
            return bodyName.substring(bodyName.lastIndexOf('.') + 1);
        }

        @Override
        public String toString() {
            return recording.stem();
        }
    }

    @Test
    void theCommittedFilesAreWhatTheSeedMakes() throws IOException {
        Map<String, byte[]> made = new TreeMap<>();
        RECORDINGS.forEach(recording -> made.putAll(recording.files()));
        Map<String, byte[]> committed = committed();

        List<String> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>(made.keySet());
        names.addAll(committed.keySet());
        for (String name : names) {
            differences.addAll(difference(name, made.get(name), committed.get(name)));
        }

        assertTrue(
                differences.isEmpty(),
                () -> "corpora/ is not what streamgauge corpus generate makes:\n" + String.join("\n", differences));
    }

    private static List<String> difference(String name, byte[] made, byte[] committed) {
        if (made == null) {
            return List.of(name + ": no recording makes it");
        }
        if (committed == null) {
            return List.of(name + ": is not there");
        }
        int offset = Arrays.mismatch(made, committed);
        return offset < 0 ? List.of() : List.of(name + ": differs from byte " + offset + " on");
    }

    private static Map<String, byte[]> committed() throws IOException {
        Path corpora = corpora();
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(corpora)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path relative = corpora.relativize(file);
                if (!BY_HAND.contains(relative.getName(0).toString())) {
                    files.put(relative.toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static Path corpora() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("corpora/conformance"))) {
            folder = folder.getParent();
            assertTrue(folder != null, "no corpora above " + Path.of("").toAbsolutePath());
        }
        return folder.resolve("corpora");
    }

    static Stream<Made> streams() {
        return recordings().filter(made -> !made.extension().equals("body"));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void theExpectationAgreesWithTheBody(Made take) {
        NaiveFraming framing = NaiveFraming.of(take.extension(), take.body());
        long unparsable =
                framing.events().stream().filter(data -> !isReadable(data)).count();
        boolean otherWords = take.metadata().path("api").asString().equals(Dialect.OTHER_SSE.wireName());
        boolean cut = framing.open() && !take.expected().has("if_tail_event_is_dropped");
        long unparsableTail = cut ? 1 : 0;

        assertAll(
                () -> expect(framing.events().size(), take, "event_count"),
                () -> expect(framing.comments(), take, "comment_lines"),
                () -> expect(framing.open(), take, "undispatched_tail_event"),
                () -> expect(framing.events().contains("[DONE]"), take, "has_done_sentinel"),
                () -> expect(otherWords ? 0 : unparsable + unparsableTail, take, "unparsable_data"));
    }

    private static void expect(Object seen, Made take, String field) {
        assertEquals(String.valueOf(seen), take.expected().path(field).asString(), field);
    }

    private static boolean isReadable(String data) {
        boolean heartbeat = data.isBlank() || data.startsWith(":");
        return heartbeat || data.equals("[DONE]") || NaiveFraming.isJson(data);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theMetadataDescribesTheBody(Made take) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(take.body());

        assertEquals(take.body().length, take.metadata().path("bytes").asInt());
        assertEquals(
                HexFormat.of().formatHex(digest), take.metadata().path("sha256").asString());
        assertEquals(take.metadata().path("http_status"), take.expected().path("http_status"));
        assertEquals(take.metadata().path("kind"), take.expected().path("kind"));
        assertTrue(Dialect.byWireName(take.metadata().path("api").asString()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyReadComesLaterAndBringsBytes(Made take) {
        long micros = 0;
        int bytes = 0;
        for (JsonNode read : take.metadata().path("timing")) {
            assertTrue(read.path(0).asLong() > micros, () -> "read at " + read);
            assertTrue(read.path(1).asInt() > bytes, () -> "read at " + read);
            micros = read.path(0).asLong();
            bytes = read.path(1).asInt();
        }
        assertEquals(take.body().length, bytes);
    }

    /** The seed decides on ids, cuts and pauses, and never on what is said. */
    @Test
    void everySeedSaysTheSame() {
        List<SyntheticRecording> others = SyntheticCorpus.recordings(7);

        for (int i = 0; i < RECORDINGS.size(); i++) {
            Made one = Made.of(RECORDINGS.get(i));
            Made other = Made.of(others.get(i));
            if (!one.metadata().path("features").toString().contains("truncated")
                    && !one.metadata().path("kind").asString().equals("error")
                    && !one.toString().endsWith("-length")
                    && !one.toString().endsWith("-incomplete")) {
                assertEquals(one.expected().path("text"), other.expected().path("text"), one.toString());
                assertEquals(one.expected().path("reasoning"), other.expected().path("reasoning"), one.toString());
                assertEquals(
                        one.expected().path("finish_reason"), other.expected().path("finish_reason"), one.toString());
            }
        }
        assertNotEquals(
                Made.of(RECORDINGS.get(0)).metadata().path("sha256"),
                Made.of(others.get(0)).metadata().path("sha256"));
    }

    @Test
    void everyDialectIsSpoken() {
        Set<String> spoken = recordings()
                .map(take -> take.metadata().path("api").asString())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                Arrays.stream(Dialect.values()).map(Dialect::wireName).collect(Collectors.toCollection(TreeSet::new)),
                spoken);
    }

    @Test
    void theReadmeCountsWhatIsThere() throws IOException {
        String readme = Files.readString(corpora().resolve("README.md"));
        Map<String, Long> counts = recordings()
                .collect(Collectors.groupingBy(
                        made -> made.metadata().path("api").asString(), Collectors.counting()));

        assertAll(counts.entrySet().stream()
                .map(entry -> "| `" + entry.getKey() + "` | " + entry.getValue() + " |")
                .map(row -> () -> assertTrue(readme.contains(row), () -> "no row begins with " + row)));
    }

    @Test
    void theCorpusStaysSmall() {
        long bytes = RECORDINGS.stream()
                .flatMap(recording -> recording.files().values().stream())
                .mapToLong(file -> file.length)
                .sum();

        assertTrue(bytes < MAX_CORPUS_BYTES, () -> bytes + " bytes");
    }

    @Test
    void namesAreTakenOnce() {
        assertEquals(
                RECORDINGS.size(),
                RECORDINGS.stream().map(SyntheticRecording::stem).distinct().count());
    }

    @Test
    void writingPutsEveryFileInItsPlace(@TempDir Path folder) throws IOException {
        int written = SyntheticCorpus.write(folder, SyntheticCorpus.DEFAULT_SEED);

        assertEquals(RECORDINGS.size(), written);
        for (SyntheticRecording recording : RECORDINGS) {
            for (Map.Entry<String, byte[]> file : recording.files().entrySet()) {
                assertEquals(-1, Arrays.mismatch(file.getValue(), Files.readAllBytes(folder.resolve(file.getKey()))));
            }
        }
    }
}
