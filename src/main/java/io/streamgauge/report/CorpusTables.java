package io.streamgauge.report;

import io.streamgauge.report.Table.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What else a corpus result holds: files that are unusable, excuses, and departures that do no harm. */
final class CorpusTables {
    private CorpusTables() {}

    /** What makes the verdict worse besides differences. */
    static List<Block> failing(CorpusResult result) {
        List<Block> blocks = new ArrayList<>();
        if (!result.problems().isEmpty()) {
            blocks.add(problems(result.problems()));
        }
        if (!result.unusedExcuses().isEmpty()) {
            blocks.add(excuses(
                    "corpus-unused",
                    "Known failures that excuse nothing any more, and count as findings",
                    Tone.BAD,
                    result.unusedExcuses()));
        }
        return blocks;
    }

    /** What is good to know. */
    static List<Block> telling(CorpusResult result) {
        List<Block> blocks = new ArrayList<>();
        if (!result.excuses().isEmpty()) {
            blocks.add(excuses("corpus-known", "Differences that are known", Tone.WARN, result.excuses()));
        }
        if (!result.departures().isEmpty()) {
            blocks.add(departures(result.departures()));
        }
        if (!result.fragmentations().isEmpty()) {
            String ways = String.join(", ", result.fragmentations());
            blocks.add(Note.of(Tone.MUTED, "Every recording was decoded in these fragmentations: " + ways + "."));
        }
        return blocks;
    }

    private static Table problems(List<CorpusResult.Problem> problems) {
        List<Table.Row> rows = problems.stream()
                .map(problem -> new Table.Row(Tone.BAD, List.of(Cell.of(problem.place()), Cell.of(problem.problem()))))
                .toList();
        List<Column> columns = List.of(Column.text("File"), Column.text("Problem"));
        return new Table("corpus-problems", "Files that cannot be used", Table.Reach.SUMMARY, columns, rows);
    }

    private static Table excuses(String id, String caption, Tone tone, List<CorpusResult.Excuse> excuses) {
        List<Table.Row> rows = excuses.stream()
                .map(excuse -> new Table.Row(
                        tone,
                        List.of(
                                Cell.of(excuse.recording()),
                                Cell.of(excuse.field()),
                                Cell.of(excuse.reason()),
                                Cell.of(excuse.date()))))
                .toList();
        List<Column> columns =
                List.of(Column.text("Recording"), Column.text("Field"), Column.text("Reason"), Column.text("Since"));
        return new Table(id, caption, Table.Reach.SUMMARY, columns, rows);
    }

    /** One row for each kind, with the first recording that shows it; real streams depart by the hundred. */
    private static Table departures(List<CorpusResult.Departure> departures) {
        Map<String, List<CorpusResult.Departure>> kinds = new LinkedHashMap<>();
        departures.forEach(departure -> kinds.computeIfAbsent(departure.deviation(), kind -> new ArrayList<>())
                .add(departure));
        List<Table.Row> rows = new ArrayList<>();
        kinds.forEach((kind, all) -> rows.add(departure(kind, all)));
        return new Table(
                "corpus-departures",
                "Departures from the protocols, which the decoder lived with",
                Table.Reach.DETAIL,
                List.of(
                        Column.text("Departure"),
                        Column.number("Recordings"),
                        Column.number("How often"),
                        Column.text("For example"),
                        Column.number("at event"),
                        Column.number("at byte")),
                rows);
    }

    private static Table.Row departure(String kind, List<CorpusResult.Departure> all) {
        CorpusResult.Departure first = all.get(0);
        return Table.Row.of(
                Cell.of(kind),
                Cell.count((long) all.size()),
                Cell.count(all.stream().mapToLong(CorpusResult.Departure::count).sum()),
                Cell.of(first.recording()),
                Cell.count(first.event()),
                Cell.count(first.byteOffset()));
    }
}
