package io.streamgauge.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.streamgauge.result.ResultEnvelope;
import io.streamgauge.result.ResultSchema;
import io.streamgauge.result.ResultWriter;
import io.streamgauge.result.RunVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConformanceReportTest {
    private static CaseResult result(String id, Level level, Verdict verdict) {
        return CaseResult.of(
                new Requirement(id, level, "spec", "title", "why", Set.of(), List.of(), "0"), verdict, "note");
    }

    private static ConformanceReport report(CaseResult... results) {
        return new ConformanceReport("subject", "1.0", 1, List.of(results), List.of());
    }

    @Test
    void strictCountsWhatPracticalForgives() {
        ConformanceReport report = report(
                result("A-A-1", Level.MUST, Verdict.OK),
                result("A-A-2", Level.MUST, Verdict.NON_STRICT),
                result("A-A-3", Level.SHOULD, Verdict.LATE),
                result("A-A-4", Level.MUST, Verdict.SPLIT),
                result("A-A-5", Level.INFO, Verdict.INFO),
                result("A-A-6", Level.MUST, Verdict.NOT_APPLICABLE),
                result("A-A-7", Level.INFO, Verdict.CRASH),
                result("A-A-8", Level.INFO, Verdict.OK));
        assertEquals(2, report.passed(Strictness.PRACTICAL));
        assertEquals(1, report.failed(Strictness.PRACTICAL));
        assertEquals(1, report.passed(Strictness.STRICT));
        assertEquals(4, report.failed(Strictness.STRICT));
    }

    @Test
    void untestableIsNotPassed() {
        ConformanceReport report = report(result("A-A-1", Level.MUST, Verdict.UNTESTABLE));
        assertEquals(RunVerdict.FINDING, report.verdict(Strictness.PRACTICAL));
    }

    @Test
    void runInWhichNothingCountedIsInvalid() {
        assertEquals(RunVerdict.INVALID, report().verdict(Strictness.STRICT));
        assertEquals(
                RunVerdict.INVALID,
                report(result("A-A-1", Level.MUST, Verdict.NOT_APPLICABLE)).verdict(Strictness.STRICT));
        ConformanceReport filteredAway = ConformanceSuite.parser()
                .select(CaseFilter.of(List.of("no-such-case"), List.of()))
                .run(new StreamgaugeParser(), RunOptions.DEFAULTS);
        assertEquals(RunVerdict.INVALID, filteredAway.verdict(Strictness.STRICT));
    }

    @Test
    void documentShowsTheBytesTheCutAndTheDifference() {
        Mutant mutant = Mutant.all().stream()
                .filter(candidate -> candidate.caseId().equals("SSE-EOL-05"))
                .findFirst()
                .orElseThrow();
        JsonNode document = ConformanceSuite.parser()
                .select(CaseFilter.of(List.of("SSE-EOL-0[15]", "SSE-EOL-05", "SSE-EOL-01"), List.of()))
                .run(mutant, RunOptions.DEFAULTS)
                .toJson();

        assertEquals(
                "forgets the CR when a read ends", document.at("/subject/name").asString());
        assertEquals(2, document.at("/totals/cases").asInt());
        assertEquals(1, document.at("/totals/practicalFailed").asInt());
        assertEquals(1, document.at("/verdicts/SPLIT").asInt());
        JsonNode passed = document.at("/cases/0");
        assertEquals("OK", passed.get("verdict").asString());
        assertFalse(passed.has("actual"));
        JsonNode failed = document.at("/cases/1");
        assertEquals("SSE-EOL-05", failed.get("id").asString());
        assertEquals("SSE-EOL", failed.get("family").asString());
        assertEquals("must", failed.get("level").asString());
        assertEquals("[7]", failed.get("smallestCut").toString());
        assertEquals(
                "646174613A610D0A646174613A620D0A0D0A", failed.get("inputHex").asString());
        assertEquals(
                "646174613A610D|0A646174613A620D0A0D0A",
                failed.get("inputHexWithCuts").asString());
        assertEquals("message \"a\\nb\"", failed.get("expected").asString());
        assertEquals("message \"a\"\nmessage \"b\"", failed.get("actual").asString());
        assertEquals(
                "event 1, data, character 2: expected \"\\nb\", got the end",
                failed.get("difference").asString());
    }

    @Test
    void documentTakesTheEnvelopeOfAllResults() {
        ConformanceReport report = report(result("A-A-1", Level.MUST, Verdict.OK));
        ResultEnvelope envelope = ResultEnvelope.of(
                ResultSchema.CONFORMANCE,
                List.of("conform", "parser"),
                report.seed(),
                Instant.EPOCH,
                5,
                report.verdict(Strictness.STRICT));
        JsonNode document = ResultWriter.document(envelope, report.toJson());
        assertEquals("streamgauge.conformance/1", document.get("schema").asString());
        assertEquals("A-A-1", document.at("/cases/0/id").asString());
    }

    @Test
    void everyResultIsReportedOnTheWay() {
        List<String> seen = new ArrayList<>();
        ConformanceReport report = ConformanceSuite.parser()
                .select(CaseFilter.of(List.of("SSE-CMT-*", "bom"), List.of("SSE-CMT-06", "cut")))
                .run(
                        new StreamgaugeParser(),
                        RunOptions.DEFAULTS.withListener(
                                result -> seen.add(result.requirement().id())));
        assertEquals(
                report.results().stream()
                        .map(result -> result.requirement().id())
                        .toList(),
                seen);
        assertEquals(List.of("SSE-ENC-01", "SSE-ENC-03"), seen.subList(0, 2));
        assertEquals("SSE-CMT-10", seen.get(seen.size() - 1));
    }

    @Test
    void caseIsExplainedInFull() {
        String words = ConformanceSuite.parser().explain("SSE-EOL-06").orElseThrow();
        assertEquals("""
                SSE-EOL-06  a CR LF split between reads at the blank line dispatches once

                A late LF dispatches a second, empty event or leaves state behind that damages the next one.

                level     must
                spec      html#parsing-an-event-stream
                bytes     646174613A610D0A0D0A646174613A620D0A0D0A
                also      cut after byte 9
                also      cut after byte 19
                also      cut after byte 9, 19
                expected  message "a"
                          message "b"
                """, words);
        assertEquals(Optional.empty(), ConformanceSuite.parser().explain("SSE-NONE"));
    }

    @Test
    void ourParserIsFoundAsAService() {
        assertEquals(
                List.of("streamgauge"),
                ParserSubjects.onClassPath().stream().map(Subject::name).toList());
    }
}
