package io.streamgauge.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.result.ResultEnvelope;
import io.streamgauge.result.ResultSchema;
import io.streamgauge.result.ResultWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CorpusReportTest {
    @TempDir
    private Path folder;

    /** Other tools read these names. */
    @Test
    void theDocumentKeepsItsFieldNames() throws IOException {
        CorpusFolder files = new CorpusFolder(folder).add("one").add("two").add("three");
        files.edit("one.expected.json", root -> root.put("text", "other"));
        files.edit("two.expected.json", root -> root.put("text", "other"));
        files.delete("three.expected.json");
        KnownFailures known = KnownFailures.of(List.of(
                new KnownFailures.Entry("two", Optional.of("text"), "why", "2026-08-01"),
                new KnownFailures.Entry("four", Optional.empty(), "why", "2026-08-01")));
        CorpusReport report =
                new CorpusVerifier(known, List.of(Fragments.WHOLE, Fragments.of(3))).verify(files.read(), stem -> {});
        ResultEnvelope envelope =
                ResultEnvelope.of(ResultSchema.CORPUS, List.of("corpus"), 1, Instant.EPOCH, 5, report.verdict());
        JsonNode document = ResultWriter.document(envelope, report);

        assertEquals("streamgauge.corpus/1", document.path("schema").asString());
        assertEquals("FINDING", document.path("verdict").asString());
        assertEquals(3, document.path("recordings").asInt());
        assertEquals(0, document.path("passed").asInt());
        assertEquals(2, document.path("failed").asInt());
        assertEquals(1, document.path("known").asInt());
        assertEquals(
                Set.of("api", "recordings", "passed"),
                Set.copyOf(document.path("dialects").path(0).propertyNames()));
        assertEquals(1, document.path("differences").size());
        assertEquals(
                Set.of("recording", "field", "expected", "actual", "event", "byteOffset", "fragment"),
                Set.copyOf(document.path("differences").path(0).propertyNames()));
        assertEquals(
                Set.of("file", "field", "problem"),
                Set.copyOf(document.path("problems").path(0).propertyNames()));
        assertEquals(
                "text", document.path("knownFailures").path(0).path("field").asString());
        assertTrue(document.path("unusedKnownFailures").path(0).path("field").isNull());
        assertEquals("3", document.path("fragments").path(1).asString());
    }
}
