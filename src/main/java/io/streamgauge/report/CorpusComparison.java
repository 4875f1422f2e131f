package io.streamgauge.report;

import java.util.ArrayList;
import java.util.List;

/** Tells side by side how several results decoded their recordings. */
final class CorpusComparison {
    private CorpusComparison() {}

    static Section of(List<Side<CorpusResult>> sides) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("Dialect")));
        sides.forEach(side -> columns.add(Table.Column.number(side.name())));
        List<Table.Row> rows = new ArrayList<>();
        for (String api : Side.keys(
                sides,
                result -> result.dialects().stream()
                        .map(CorpusResult.Dialect::api)
                        .toList())) {
            rows.add(row(api, sides));
        }
        Table table = new Table("corpus-dialects", "As expected, by dialect", Table.Reach.SUMMARY, columns, rows);
        Table differing = new Table(
                "corpus-differences",
                "Recordings that differ",
                Table.Reach.SUMMARY,
                columnsOfDifferences(sides),
                differences(sides));
        String sentence = "What each result decoded as expected, of the recordings it had.";
        List<Block> blocks = differing.rows().isEmpty() ? List.of(table) : List.of(table, differing);
        return new Section(CorpusSection.ID, CorpusSection.TITLE, Comparison.mark(sides), sentence, List.of(), blocks);
    }

    private static Table.Row row(String api, List<Side<CorpusResult>> sides) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(api)));
        for (Side<CorpusResult> side : sides) {
            cells.add(side.result().dialects().stream()
                    .filter(dialect -> dialect.api().equals(api))
                    .findFirst()
                    .map(CorpusSection::passed)
                    .orElse(Cell.number(Units.UNKNOWN, Double.NaN)));
        }
        return new Table.Row(Tone.PLAIN, cells);
    }

    private static List<Table.Column> columnsOfDifferences(List<Side<CorpusResult>> sides) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("Recording and field")));
        sides.forEach(side -> columns.add(Table.Column.text(side.name())));
        return columns;
    }

    private static List<Table.Row> differences(List<Side<CorpusResult>> sides) {
        List<Table.Row> rows = new ArrayList<>();
        for (String place : Side.keys(
                sides,
                result -> CorpusSection.findings(result).stream()
                        .map(CorpusComparison::place)
                        .toList())) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(place)));
            sides.forEach(side -> cells.add(CorpusSection.findings(side.result()).stream()
                    .filter(finding -> place(finding).equals(place))
                    .findFirst()
                    .map(finding -> Cell.of(finding.mark()))
                    .orElse(Cell.of("·").toned(Tone.MUTED))));
            rows.add(new Table.Row(Tone.PLAIN, cells));
        }
        return rows;
    }

    private static String place(Finding finding) {
        return finding.name() + ", " + finding.title();
    }
}
