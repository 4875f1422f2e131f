package io.streamgauge.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BenchReportTest {
    private static final String LINES = BenchReport.referenceFloor("framing");

    private static BenchJob job(String subject, String kind, String input) {
        return new BenchJob("framing", subject, kind, input, "1448");
    }

    private static BenchRow row(String subject, String kind, String input, double nanos, boolean correct) {
        return BenchRow.timed(job(subject, kind, input), new BenchRow.Figures(1, 1, nanos, 0, 1, 1), correct);
    }

    private static BenchRow find(BenchReport report, String subject) {
        return report.rows().stream()
                .filter(row -> row.job().subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> subjects(List<BenchRow> rows) {
        return rows.stream().map(row -> row.job().subject()).toList();
    }

    @Test
    void ratiosAreFormedWithTheFloorAndTheBestRightPeerOfTheSameInput() {
        BenchReport report = BenchReport.of(List.of(
                row("streamgauge", "ours", "openai", 30, true),
                row(LINES, "floor", "openai", 25, true),
                row("arraycopy", "floor", "openai", 5, true),
                row("slow", "peer", "openai", 300, true),
                row("fast", "peer", "openai", 240, true),
                row("other-input", "peer", "gemini", 1, true)));

        assertEquals(Optional.of(1.2), find(report, "streamgauge").ratioToFloor());
        assertEquals(Optional.of(8.0), find(report, "streamgauge").ratioToBestPeer());
        assertEquals(Optional.of(12.0), find(report, "slow").ratioToFloor());
        assertEquals(Optional.empty(), find(report, "slow").ratioToBestPeer());
        assertEquals(Optional.empty(), find(report, LINES).ratioToFloor());
    }

    @ParameterizedTest
    @CsvSource({"framing,swar-line-positions", "message,swar-line-positions", "partial-json,byte-loop"})
    void everyQuestionHasItsFloor(String question, String floor) {
        assertEquals(floor, BenchReport.referenceFloor(question));
    }

    @Test
    void aWrongPeerIsNoPeerToCompareWith() {
        BenchReport report = BenchReport.of(List.of(
                row("streamgauge", "ours", "openai", 30, true),
                row("wrong", "peer", "openai", 3, false),
                BenchRow.untimed(job("never-timed", "peer", "openai"), "wrong answer"),
                row("right", "peer", "openai", 60, true)));

        assertEquals(Optional.of(2.0), find(report, "streamgauge").ratioToBestPeer());
    }

    @Test
    void ourOwnWrongAnswersAreFindings() {
        BenchReport report = BenchReport.of(List.of(
                row("streamgauge", "ours", "openai", 30, false),
                BenchRow.untimed(job("streamgauge-too", "ours", "gemini"), "wrong answer"),
                row("wrong", "peer", "openai", 3, false)));

        assertEquals(List.of("streamgauge-too", "streamgauge"), subjects(report.wrongAnswers()));
    }

    @Test
    void rowsComeOursFirstThenPeersThenFloorsAndWhoWasNotTimedLast() {
        BenchReport report = BenchReport.of(List.of(
                row("floor", "floor", "openai", 1, true),
                BenchRow.untimed(job("a-peer", "peer", "openai"), "no answer"),
                row("peer", "peer", "openai", 300, true),
                row("streamgauge", "ours", "openai", 30, true)));

        assertEquals(List.of("streamgauge", "peer", "a-peer", "floor"), subjects(report.rows()));
    }

    @Test
    void whatWasNotMeasuredIsNullAndSaysWhy() {
        JsonNode rows = BenchReport.of(List.of(
                        row("streamgauge", "ours", "openai", 30, true),
                        BenchRow.untimed(job("hasty", "peer", "openai"), "wrong answer: [DONE] is missing")))
                .toJson()
                .path("rows");

        assertEquals(30, rows.path(0).path("cpuNanosPerEvent").asDouble());
        assertTrue(rows.path(0).path("ratioToBestPeer").isNull());
        assertTrue(rows.path(0).path("remark").isMissingNode());
        for (String figure : List.of("mbPerSecond", "eventsPerSecond", "cpuNanosPerEvent", "bytesPerEvent")) {
            assertTrue(rows.path(1).path(figure).isNull(), figure);
        }
        assertEquals(
                "wrong answer: [DONE] is missing", rows.path(1).path("remark").asString());
    }
}
