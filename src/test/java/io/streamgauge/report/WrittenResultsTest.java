package io.streamgauge.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.bench.BenchJob;
import io.streamgauge.bench.BenchReport;
import io.streamgauge.bench.BenchRow;
import io.streamgauge.client.StreamRequest;
import io.streamgauge.conformance.Capability;
import io.streamgauge.conformance.CaseFilter;
import io.streamgauge.conformance.ConformanceReport;
import io.streamgauge.conformance.ConformanceSuite;
import io.streamgauge.conformance.ParserSubject;
import io.streamgauge.conformance.RunOptions;
import io.streamgauge.conformance.Strictness;
import io.streamgauge.corpus.CorpusProblem;
import io.streamgauge.corpus.CorpusReport;
import io.streamgauge.corpus.Difference;
import io.streamgauge.corpus.KnownFailures;
import io.streamgauge.load.ArrivalProcess;
import io.streamgauge.load.LoadPlan;
import io.streamgauge.load.LoadRunner;
import io.streamgauge.load.LoadTarget;
import io.streamgauge.load.Measured;
import io.streamgauge.load.SendSource;
import io.streamgauge.provider.Dialect;
import io.streamgauge.result.ResultEnvelope;
import io.streamgauge.result.ResultSchema;
import io.streamgauge.result.ResultWriter;
import io.streamgauge.result.RunVerdict;
import io.streamgauge.server.ReplayServer;
import io.streamgauge.server.ServedRecording;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Results are read as the packages that measure write them; a field renamed there has to fail here. */
class WrittenResultsTest {
    private static final String STREAM = """
            data: {"choices":[{"index":0,"delta":{"content":"a"},"finish_reason":null}]}

            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: [DONE]

            """;

    @Test
    void benchmarksAreReadAsTheyAreWritten() {
        BenchReport report = BenchReport.of(List.of(
                row(BenchReport.referenceFloor("framing"), "floor", 20),
                row("streamgauge", "ours", 30),
                row("somebody 1.0", "peer", 270),
                untimed("hasty 0.1", "wrong answer: the last event is missing")));
        String shown = render(ResultSchema.BENCH, RunVerdict.PASS, report.toJson());
        assertTrue(shown.contains("Framing: bytes to events (openai-chat, in reads of 1448 bytes)"), shown);
        assertTrue(shown.lines().anyMatch(line -> line.matches(".*streamgauge +30.0 ns.* 9.00×  ✓ right")), shown);
        assertTrue(shown.lines().anyMatch(line -> line.matches(".*hasty 0.1 +–.*✗ wrong answer")), shown);
        assertTrue(shown.contains("the last event is missing"), shown);
    }

    private static BenchRow row(String subject, String kind, double nanos) {
        BenchRow.Figures figures = new BenchRow.Figures(287e3 / nanos, 1e9 / nanos, nanos, 0, 1, 1);
        return new BenchRow(
                job(subject, kind),
                Optional.of(figures),
                Optional.empty(),
                Optional.empty(),
                !kind.equals("floor"),
                "");
    }

    private static BenchRow untimed(String subject, String remark) {
        return new BenchRow(job(subject, "peer"), Optional.empty(), Optional.empty(), Optional.empty(), false, remark);
    }

    private static BenchJob job(String subject, String kind) {
        return new BenchJob("framing", subject, kind, "openai-chat", "1448");
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
                List.of("gemini/e"),
                List.of(new KnownFailures.Entry("gemini/c", Optional.of("usage"), "waits for v2", "2026-10-02")),
                List.of(new KnownFailures.Entry("gemini/d", Optional.empty(), "gone", "2026-10-03")));
        String shown = render(ResultSchema.CORPUS, report.verdict(), report);
        assertTrue(shown.contains("1 of 3 recordings decode as expected"), shown);
        assertTrue(shown.contains("1 recording was interrupted"), shown);
        for (String part : List.of("gemini/a differs: field text", "gemini/b.json", "waits for v2", "gemini/d")) {
            assertTrue(shown.contains(part), part + " is missing in " + shown);
        }
    }

    /** A parser that takes every read for a whole event. */
    private record ReadByRead(Set<Capability> capabilities) implements ParserSubject {
        @Override
        public String name() {
            return "read-by-read";
        }

        @Override
        public String version() {
            return "0.1";
        }

        @Override
        public Session open(Sink sink) {
            return new Session() {
                @Override
                public void feed(ByteBuffer read) {
                    sink.event("message", StandardCharsets.UTF_8.decode(read).toString(), "");
                }

                @Override
                public void end() {}
            };
        }
    }

    @Test
    void conformanceReportsAreReadAsTheyAreWritten() {
        ConformanceReport report = ConformanceSuite.parser()
                .select(CaseFilter.of(List.of("SSE-EOL-01"), List.of()))
                .run(new ReadByRead(Set.of()), RunOptions.DEFAULTS);
        ObjectNode body = report.toJson();
        String shown = render(ResultSchema.CONFORMANCE, report.verdict(Strictness.STRICT), body);
        assertTrue(shown.contains("read-by-read 0.1 does what is required in 0 of 1 judged case"), shown);
        assertTrue(shown.contains("SSE-EOL-01 FAILED"), shown);
        String page = HtmlReport.page(
                Samples.document(ResultWriter.document(envelope(ResultSchema.CONFORMANCE, RunVerdict.FINDING), body)));
        assertTrue(page.contains("64 61 74 61 3a"), "the bytes of the case");
        assertTrue(page.contains("First difference"), "what the report found first");
    }

    @Test
    void loadsAreReadAsTheyAreWritten() throws Exception {
        byte[] body = STREAM.getBytes(StandardCharsets.UTF_8);
        try (ReplayServer server = ReplayServer.builder()
                .recordings(List.of(ServedRecording.of("chat", Dialect.OPENAI_CHAT, body)))
                .start()) {
            StreamRequest request = StreamRequest.to(Dialect.OPENAI_CHAT, server.uri())
                    .model("chat")
                    .prompt("p")
                    .build();
            LoadPlan plan = LoadPlan.of(List.of(LoadTarget.of(request)))
                    .warmUp(Duration.ZERO)
                    .arrival(ArrivalProcess.ClosedUsers.of(2))
                    .measured(Measured.requests(20))
                    .build();
            io.streamgauge.load.LoadResult result = new LoadRunner(plan, SendSource.of(server.sendLog())).run();
            String shown = render(ResultSchema.LOAD, result.verdict(), result.document());
            assertTrue(shown.lines().anyMatch(line -> line.matches(" +TTFT +20 .*")), shown);
            assertTrue(shown.contains("Stamp error"), shown);
        }
    }

    private static ResultEnvelope envelope(ResultSchema schema, RunVerdict verdict) {
        return ResultEnvelope.of(schema, List.of("test"), 1, Instant.EPOCH, 5, verdict);
    }

    private static String render(ResultSchema schema, RunVerdict verdict, Object body) {
        ObjectNode document = ResultWriter.document(envelope(schema, verdict), body);
        assertTrue(HtmlReport.page(Samples.document(document)).contains("</html>"));
        return TerminalReport.render(document, false);
    }
}
