package io.streamgauge.report;

import io.streamgauge.report.GateResult.Compared;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells whether one revision is slower than another, and how sure that is. */
final class GateSection {
    static final String ID = "gate";
    static final String TITLE = "Gate";

    private GateSection() {}

    static Section of(GateResult result) {
        List<Fact> figures = List.of(
                new Fact("fail", Units.count(count(result, Tone.BAD))),
                new Fact("inconclusive", Units.count(count(result, Tone.WARN))),
                new Fact("pass", Units.count(count(result, Tone.GOOD))));
        List<Compared> bySeverity = result.rows().stream()
                .sorted(Comparator.comparingInt(GateSection::severity))
                .toList();
        return new Section(
                ID,
                TITLE,
                result.head().mark(),
                sentence(result),
                figures,
                List.of(chart(result, bySeverity), table(bySeverity)));
    }

    static String sentence(GateResult result) {
        return "Head %s against base %s: %s fail, %s undecided, of %s."
                .formatted(
                        result.headRevision(),
                        result.base(),
                        Units.count(count(result, Tone.BAD)),
                        Units.count(count(result, Tone.WARN)),
                        Units.counted(result.rows().size(), "row"));
    }

    private static long count(GateResult result, Tone tone) {
        return result.rows().stream().filter(row -> row.mark().tone() == tone).count();
    }

    private static int severity(Compared row) {
        return switch (row.mark().tone()) {
            case BAD -> 0;
            case WARN -> 1;
            default -> 2;
        };
    }

    private static Chart chart(GateResult result, List<Compared> rows) {
        List<IntervalChart.Interval> intervals = rows.stream()
                .map(row -> new IntervalChart.Interval(
                        row.row() + ", " + row.metric(),
                        row.changePercent(),
                        row.lowPercent(),
                        row.highPercent(),
                        row.mark()))
                .toList();
        String title = "Change from base to head, with bounds";
        String summary = sentence(result) + " Hollow dots are undecided.";
        String svg = IntervalChart.svg("chart-gate", title, summary, intervals);
        return Chart.of(table(rows), "chart-gate", title, summary, svg);
    }

    private static Table table(List<Compared> rows) {
        return new Table(
                "gate-rows",
                "Rows, most severe first",
                Table.Reach.SUMMARY,
                List.of(
                        Table.Column.text("Row"),
                        Table.Column.text("Metric"),
                        Table.Column.text("Tier").asExtra(),
                        Table.Column.number("Change"),
                        Table.Column.number("Low"),
                        Table.Column.number("High"),
                        Table.Column.number("Pairs").asExtra(),
                        Table.Column.text("Verdict"),
                        Table.Column.text("Reason").asExtra()),
                rows.stream().map(GateSection::row).toList());
    }

    private static Table.Row row(Compared row) {
        return Table.Row.of(
                Cell.of(row.row()),
                Cell.of(row.metric()),
                Cell.of(row.tier()),
                Cell.number(Units.change(row.changePercent()), row.changePercent()),
                Cell.number(Units.change(row.lowPercent()), row.lowPercent()),
                Cell.number(Units.change(row.highPercent()), row.highPercent()),
                Cell.count(row.pairs()),
                Cell.of(row.mark()),
                Cell.of(row.reason()));
    }

    static Section compare(List<Side<GateResult>> sides) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("Row and metric")));
        sides.forEach(side -> columns.add(Table.Column.number(side.name())));
        List<Table.Row> rows = new ArrayList<>();
        for (String name : Side.keys(
                sides,
                result -> result.rows().stream().map(GateSection::identity).toList())) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(name)));
            sides.forEach(side -> cells.add(verdict(side.result(), name)));
            rows.add(new Table.Row(Tone.PLAIN, cells));
        }
        Table table = new Table("gate-rows", "Verdicts", Table.Reach.SUMMARY, columns, rows);
        String sentence = "The same rows in each result.";
        return new Section(ID, TITLE, Comparison.mark(sides), sentence, List.of(), List.of(table));
    }

    private static String identity(Compared row) {
        return row.row() + ", " + row.metric();
    }

    private static Cell verdict(GateResult result, String identity) {
        return result.rows().stream()
                .filter(row -> identity(row).equals(identity))
                .findFirst()
                .map(row -> Cell.of(row.mark().text() + " " + Units.change(row.changePercent()))
                        .toned(row.mark().tone()))
                .orElse(Cell.of(Units.UNKNOWN).toned(Tone.MUTED));
    }
}
