package io.streamgauge.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every recording at hand comes out as expected, whole and at every cut. */
class RecordingsTest {
    private static final long SEED = 20260803;

    @Test
    void ourOwnRecordingsComeOutAsExpected() {
        assertAllPass(root().resolve("corpora"), 100);
    }

    /** Real streams, with expectations that the providers' own libraries confirm. They are not part of the project. */
    @Test
    void realRecordingsComeOutAsExpected() {
        Path folder = root().resolveSibling("shared").resolve("recordings");
        assumeTrue(Files.isDirectory(folder), "no real recordings at " + folder);
        assertAllPass(folder, 200);
    }

    private static void assertAllPass(Path folder, int atLeast) {
        CorpusReport report = new CorpusVerifier(KnownFailures.none(), Fragments.standard(SEED))
                .verify(Corpus.read(folder), stem -> {});

        assertEquals("", lines(report.problems()));
        assertEquals("", lines(report.differences()), "seed " + SEED);
        assertEquals(report.recordings(), report.passed());
        assertTrue(report.passed() >= atLeast, report.passed() + " recordings");
    }

    private static String lines(List<?> things) {
        return things.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        return root;
    }
}
