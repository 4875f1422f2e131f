package io.streamgauge.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All rows of a run, each beside its floor and its best peer: the body of a {@code streamgauge.bench/1} document.
 *
 * @param rows ordered by question, input, delivery, then ours, peers, floors, then by cost; who was not timed comes
 *     last of its kind
 */
public record BenchReport(List<BenchRow> rows) {
    private static final List<String> KINDS = List.of("ours", "peer", "floor");

    /**
     * The floor that ratios are taken to: where there are lines, finding the position of every line end; where there
     * are none, looking at every byte of every fragment once.
     */
    public static String referenceFloor(String question) {
        return question.equals("partial-json") || question.equals("buffering") ? "byte-loop" : "swar-line-positions";
    }

    /** Fills in the ratios of rows that have none yet. */
    public static BenchReport of(List<BenchRow> measured) {
        return new BenchReport(measured.stream()
                .map(row -> withRatios(row, measured))
                .sorted(Comparator.comparing((BenchRow row) -> row.job().question())
                        .thenComparing(row -> row.job().input())
                        .thenComparing(row -> row.job().delivery())
                        .thenComparing(row -> KINDS.indexOf(row.job().kind()))
                        .thenComparing(row -> row.cost().orElse(Double.POSITIVE_INFINITY))
                        .thenComparing(row -> row.job().subject()))
                .toList());
    }

    private static BenchRow withRatios(BenchRow row, List<BenchRow> all) {
        BenchJob job = row.job();
        String reference = referenceFloor(job.question());
        Optional<Double> floor = all.stream()
                .filter(other -> job.isComparableWith(other.job()))
                .filter(other -> other.job().subject().equals(reference))
                .flatMap(other -> other.cost().stream())
                .findFirst()
                .filter(cost -> !job.subject().equals(reference));
        Optional<Double> peer = all.stream()
                .filter(other -> job.isComparableWith(other.job()))
                .filter(other -> other.job().isPeer() && other.correct())
                .flatMap(other -> other.cost().stream())
                .min(Double::compare)
                .filter(cost -> job.isOurs());
        return row.withRatios(
                row.cost().flatMap(own -> floor.map(cost -> own / cost)),
                row.cost().flatMap(own -> peer.map(cost -> cost / own)));
    }

    /** Rows of ours whose answer is wrong: the one thing a benchmark run can find by itself. */
    public List<BenchRow> wrongAnswers() {
        return rows.stream().filter(row -> row.job().isOurs() && !row.correct()).toList();
    }

    /** The body of the document; what was not measured is null, for a zero would be a very good figure. */
    public ObjectNode toJson() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode array = body.putArray("rows");
        rows.forEach(row -> write(row, array.addObject()));
        return body;
    }

    private static void write(BenchRow row, ObjectNode out) {
        BenchJob job = row.job();
        out.put("question", job.question()).put("subject", job.subject()).put("kind", job.kind());
        out.put("input", job.input()).put("delivery", job.delivery());
        figure(out, "mbPerSecond", row, BenchRow.Figures::mbPerSecond);
        figure(out, "eventsPerSecond", row, BenchRow.Figures::eventsPerSecond);
        figure(out, "cpuNanosPerEvent", row, BenchRow.Figures::cpuNanosPerEvent);
        figure(out, "bytesPerEvent", row, BenchRow.Figures::bytesPerEvent);
        figure(out, "errorPercent", row, BenchRow.Figures::errorPercent);
        figure(out, "cpuShare", row, BenchRow.Figures::cpuShare);
        put(out, "ratioToFloor", row.ratioToFloor());
        put(out, "ratioToBestPeer", row.ratioToBestPeer());
        out.put("correct", row.correct());
        if (!row.remark().isEmpty()) {
            out.put("remark", row.remark());
        }
    }

    private static void figure(ObjectNode out, String name, BenchRow row, ToDoubleFunction<BenchRow.Figures> figure) {
        put(out, name, row.figures().map(figure::applyAsDouble));
    }

    private static void put(ObjectNode out, String name, Optional<Double> value) {
        value.ifPresentOrElse(number -> out.put(name, number), () -> out.putNull(name));
    }
}
