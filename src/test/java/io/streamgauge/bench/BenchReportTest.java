package io.streamgauge.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchReportTest {
    private static BenchRow row(String subject, String kind, String input, double nanos, boolean correct) {
        return new BenchRow("framing", subject, kind, input, "1448", 1, 1, nanos, 0, 1, 1, null, null, correct);
    }

    private static BenchRow find(BenchReport report, String subject) {
        return report.rows().stream()
                .filter(row -> row.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ratiosAreFormedWithTheFloorAndTheBestRightPeerOfTheSameInput() {
        BenchReport report = BenchReport.of(List.of(
                row("streamgauge", "ours", "openai", 30, true),
                row(BenchReport.REFERENCE_FLOOR, "floor", "openai", 25, true),
                row("arraycopy", "floor", "openai", 5, true),
                row("slow", "peer", "openai", 300, true),
                row("fast", "peer", "openai", 240, true),
                row("other-input", "peer", "gemini", 1, true)));

        assertEquals(1.2, find(report, "streamgauge").ratioToFloor());
        assertEquals(8.0, find(report, "streamgauge").ratioToBestPeer());
        assertEquals(12.0, find(report, "slow").ratioToFloor());
        assertNull(find(report, "slow").ratioToBestPeer());
        assertNull(find(report, BenchReport.REFERENCE_FLOOR).ratioToFloor());
    }

    @Test
    void aWrongPeerIsNoPeerToCompareWith() {
        BenchReport report = BenchReport.of(List.of(
                row("streamgauge", "ours", "openai", 30, true),
                row("wrong", "peer", "openai", 3, false),
                row("right", "peer", "openai", 60, true)));

        assertEquals(2.0, find(report, "streamgauge").ratioToBestPeer());
    }

    @Test
    void ourOwnWrongAnswersAreFindings() {
        BenchRow wrong = row("streamgauge", "ours", "openai", 30, false);

        assertEquals(
                List.of("streamgauge"),
                BenchReport.of(List.of(wrong, row("wrong", "peer", "openai", 3, false))).wrongAnswers().stream()
                        .map(BenchRow::subject)
                        .toList());
    }

    @Test
    void rowsComeOursFirstThenPeersThenFloors() {
        BenchReport report = BenchReport.of(List.of(
                row("floor", "floor", "openai", 1, true),
                row("peer", "peer", "openai", 300, true),
                row("streamgauge", "ours", "openai", 30, true)));

        assertEquals(
                List.of("streamgauge", "peer", "floor"),
                report.rows().stream().map(BenchRow::subject).toList());
    }
}
