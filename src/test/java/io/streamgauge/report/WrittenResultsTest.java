package io.streamgauge.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.bench.BenchReport;
import io.streamgauge.bench.BenchRow;
import io.streamgauge.corpus.CorpusProblem;
import io.streamgauge.corpus.CorpusReport;
import io.streamgauge.corpus.Difference;
import io.streamgauge.corpus.KnownFailures;
import io.streamgauge.result.ResultEnvelope;
import io.streamgauge.result.ResultSchema;
import io.streamgauge.result.ResultWriter;
import io.streamgauge.result.RunVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Results are read as the packages that measure write them; a field renamed there has to fail here. */
class WrittenResultsTest {
    @Test
    void benchmarksAreReadAsTheyAreWritten() {
        BenchReport report = BenchReport.of(List.of(
                row(BenchReport.REFERENCE_FLOOR, "floor", 20, false),
                row("streamgauge", "ours", 30, true),
                row("somebody 1.0", "peer", 270, true),
                row("hasty 0.1", "peer", 60, false)));
        String shown = render(ResultSchema.BENCH, RunVerdict.PASS, report);
        assertTrue(shown.contains("Framing: bytes to events (openai-chat, in reads of 1448 bytes)"), shown);
        assertTrue(shown.lines().anyMatch(line -> line.matches(".*streamgauge +30.0 ns.* 9.00×  ✓ right")), shown);
        assertTrue(shown.lines().anyMatch(line -> line.matches(".*hasty 0.1 +60.0 ns.*✗ wrong")), shown);
        assertFalse(shown.contains("does not count: " + BenchReport.REFERENCE_FLOOR), shown);
    }

    private static BenchRow row(String subject, String kind, double nanos, boolean correct) {
        return new BenchRow(
                "framing",
                subject,
                kind,
                "openai-chat",
                "1448",
                287e3 / nanos,
                1e9 / nanos,
                nanos,
                0,
                1,
                1,
                null,
                null,
                correct);
    }

    @Test
    void corpusReportsAreReadAsTheyAreWritten() {
        CorpusReport report = new CorpusReport(
                3,
                1,
                1,
                1,
                List.of("whole", "every byte"),
                List.of(new CorpusReport.DialectFigures("gemini", 3, 1)),
                List.of(new Difference("gemini/a", "text", "é", "?", 4, 120, "every byte")),
                List.of(new CorpusProblem("gemini/b.json", "", "no such file")),
                List.of(new CorpusReport.Departure("gemini/a", "D17", 2, 1, 30)),
                List.of(new KnownFailures.Entry("gemini/c", Optional.of("usage"), "waits for v2", "2026-10-02")),
                List.of(new KnownFailures.Entry("gemini/d", Optional.empty(), "gone", "2026-10-03")));
        String shown = render(ResultSchema.CORPUS, report.verdict(), report);
        assertTrue(shown.contains("1 of 3 recordings decode as expected"), shown);
        for (String part : List.of("gemini/a differs: field text", "gemini/b.json", "waits for v2", "gemini/d")) {
            assertTrue(shown.contains(part), part + " is missing in " + shown);
        }
    }

    private static String render(ResultSchema schema, RunVerdict verdict, Object body) {
        ResultEnvelope envelope = ResultEnvelope.of(schema, List.of("test"), 1, Instant.EPOCH, 5, verdict);
        ObjectNode document = ResultWriter.document(envelope, body);
        assertTrue(HtmlReport.page(Samples.document(document)).contains("</html>"));
        return TerminalReport.render(document, false);
    }
}
