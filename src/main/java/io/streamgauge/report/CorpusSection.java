package io.streamgauge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells how the recordings were decoded. */
final class CorpusSection {
    static final String ID = "corpus";
    static final String TITLE = "Corpus";

    private CorpusSection() {}

    static Section of(CorpusResult result) {
        List<Fact> figures = List.of(
                new Fact(
                        "of %s as expected".formatted(Units.counted(result.recordings(), "recording")),
                        Units.count(result.passed())),
                new Fact("differ", Units.count(result.failed())),
                new Fact("differ as known", Units.count(result.known())),
                new Fact("dialects", Units.count(result.dialects().size())));
        return new Section(ID, TITLE, result.head().mark(), sentence(result), figures, blocks(result));
    }

    static String sentence(CorpusResult result) {
        String all = Units.counted(result.recordings(), "recording");
        if (result.passed() == result.recordings()) {
            return "All %s decode as expected.".formatted(all);
        }
        String news = result.failed() == 0 ? "" : differ(result.failed());
        String known = result.known() == 0 ? "" : differ(result.known()) + " as already known";
        String both = news.isEmpty() || known.isEmpty() ? "" : ", ";
        return "%s of %s decode as expected; %s%s%s.".formatted(Units.count(result.passed()), all, news, both, known);
    }

    private static String differ(long count) {
        return count == 1 ? "1 differs" : Units.count(count) + " differ";
    }

    private static List<Block> blocks(CorpusResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(dialects(result));
        List<Finding> findings = findings(result);
        if (!findings.isEmpty()) {
            blocks.add(Findings.of("corpus-differences", "Differences", findings));
        }
        return blocks;
    }

    private static Table dialects(CorpusResult result) {
        List<Table.Row> rows = result.dialects().stream()
                .map(dialect -> new Table.Row(
                        dialect.passed() < dialect.recordings() ? Tone.BAD : Tone.PLAIN,
                        List.of(
                                Cell.of(dialect.api()),
                                passed(dialect),
                                Cell.share(dialect.passed(), dialect.recordings()))))
                .toList();
        return new Table(
                "corpus-dialects",
                "Recordings by dialect",
                Table.Reach.SUMMARY,
                List.of(Table.Column.text("Dialect"), Table.Column.number("As expected"), Table.Column.number("Share")),
                rows);
    }

    static List<Finding> findings(CorpusResult result) {
        return result.differences().stream().map(CorpusSection::finding).toList();
    }

    private static Finding finding(CorpusResult.Difference difference) {
        List<Fact> facts = Stream.of(
                        new Fact("Event", difference.event()),
                        new Fact("Byte offset", difference.byteOffset()),
                        new Fact("Fragmentation", difference.fragmentation()))
                .filter(fact -> !fact.value().equals("null"))
                .toList();
        return new Finding(
                Anchor.of("difference", difference.recording() + "." + difference.field()),
                difference.recording(),
                "field " + difference.field(),
                difference.knownBecause().isPresent()
                        ? new Mark("≈", "differs", Tone.WARN)
                        : new Mark("✗", "differs", Tone.BAD),
                Optional.empty(),
                facts,
                difference.wire(),
                Optional.of(Contrast.of(difference.expected(), difference.actual())),
                difference.knownBecause());
    }

    static Section compare(List<Side<CorpusResult>> sides) {
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
        return new Section(ID, TITLE, Comparison.mark(sides), sentence, List.of(), blocks);
    }

    private static Cell passed(CorpusResult.Dialect dialect) {
        return Cell.number(dialect.passed() + " of " + dialect.recordings(), (double) dialect.passed())
                .toned(dialect.passed() < dialect.recordings() ? Tone.BAD : Tone.PLAIN);
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
                result -> findings(result).stream().map(CorpusSection::place).toList())) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(place)));
            sides.forEach(side -> cells.add(findings(side.result()).stream()
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
