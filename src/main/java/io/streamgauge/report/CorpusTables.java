package io.streamgauge.report;

import io.streamgauge.report.Table.Column;
import java.util.ArrayList;
import java.util.List;

/** What else a corpus result holds: files that are unusable, excuses, and departures that do no harm. */
final class CorpusTables {
    /** Departures that are listed; real streams have many. */
    private static final int MAX_DEPARTURES = 60;

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
            blocks.add(new Note(Tone.MUTED, "Every recording was decoded in these fragmentations: " + ways + "."));
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

    private static Table departures(List<CorpusResult.Departure> departures) {
        List<Table.Row> rows = departures.stream()
                .limit(MAX_DEPARTURES)
                .map(departure -> Table.Row.of(
                        Cell.of(departure.recording()),
                        Cell.of(departure.deviation()),
                        Cell.count(departure.count()),
                        Cell.count(departure.event()),
                        Cell.count(departure.byteOffset())))
                .toList();
        String caption = "Departures from the protocols, which the decoder lived with";
        int more = departures.size() - rows.size();
        return new Table(
                "corpus-departures",
                more > 0 ? caption + "; " + Units.count(more) + " more in the raw data" : caption,
                Table.Reach.DETAIL,
                List.of(
                        Column.text("Recording"),
                        Column.text("Departure"),
                        Column.number("How often"),
                        Column.number("First event"),
                        Column.number("Byte")),
                rows);
    }
}
