package io.streamgauge.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All rows of a run, each beside its floor and its best peer: the body of a {@code streamgauge.bench/1} document.
 *
 * @param rows ordered by question, input, delivery, then ours, peers, floors
 */
public record BenchReport(List<BenchRow> rows) {
    /** The floor that ratios are taken to: finding the position of every line end. */
    public static final String REFERENCE_FLOOR = "swar-line-positions";

    private static final List<String> KINDS = List.of("ours", "peer", "floor");

    /** Fills in the ratios of rows that have none yet. */
    public static BenchReport of(List<BenchRow> measured) {
        return new BenchReport(measured.stream()
                .map(row -> withRatios(row, measured))
                .sorted(Comparator.comparing(BenchRow::question)
                        .thenComparing(BenchRow::input)
                        .thenComparing(BenchRow::delivery)
                        .thenComparing(row -> KINDS.indexOf(row.kind()))
                        .thenComparing(BenchRow::cpuNanosPerEvent))
                .toList());
    }

    private static BenchRow withRatios(BenchRow row, List<BenchRow> all) {
        Optional<Double> floor = all.stream()
                .filter(row::isComparableWith)
                .filter(other -> other.subject().equals(REFERENCE_FLOOR) && !other.equals(row))
                .map(BenchRow::cpuNanosPerEvent)
                .findFirst();
        Optional<Double> peer = all.stream()
                .filter(row::isComparableWith)
                .filter(other -> other.kind().equals("peer") && other.correct())
                .map(BenchRow::cpuNanosPerEvent)
                .min(Double::compare)
                .filter(best -> row.kind().equals("ours"));
        return row.withRatios(
                floor.map(nanos -> row.cpuNanosPerEvent() / nanos).orElse(null),
                peer.map(nanos -> nanos / row.cpuNanosPerEvent()).orElse(null));
    }

    /** Rows of ours whose answer is wrong: the one thing a benchmark run can find by itself. */
    public List<BenchRow> wrongAnswers() {
        return rows.stream()
                .filter(row -> row.kind().equals("ours") && !row.correct())
                .toList();
    }
}
