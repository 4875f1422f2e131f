package io.streamgauge.report;

import io.streamgauge.report.BenchResult.Kind;
import io.streamgauge.report.BenchResult.Measured;
import io.streamgauge.report.BenchResult.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Benchmarks as tables: one line for each task, and one table of all subjects for each. */
final class BenchTables {
    private BenchTables() {}

    /** What a reader wants to know of each task: what ours costs, beside the floor and the best peer. */
    static Table overview(BenchResult result, List<Task> tasks) {
        return new Table(
                "table-bench-overview",
                "Ours beside the floor and the best peer",
                Table.Reach.SUMMARY,
                List.of(
                        Table.Column.text("Task"),
                        Table.Column.number("CPU per event"),
                        Table.Column.number("±").asExtra(),
                        Table.Column.number("MB/s"),
                        Table.Column.number("B per event").asExtra(),
                        Table.Column.number("× the floor"),
                        Table.Column.text("Best peer"),
                        Table.Column.number("CPU per event").asExtra(),
                        Table.Column.number("× faster")),
                tasks.stream()
                        .map(task -> line(label(task, tasks), task, result.rowsOf(task)))
                        .toList());
    }

    /** How the bytes arrived is told where it makes a difference. */
    private static String label(Task task, List<Task> tasks) {
        boolean severalDeliveries = tasks.stream()
                .anyMatch(other -> other.question().equals(task.question())
                        && !other.delivery().equals(task.delivery()));
        return task.topic() + ": " + (severalDeliveries ? task.conditions() : task.input());
    }

    private static Table.Row line(String label, Task task, List<Measured> rows) {
        Optional<Measured> ours = BenchResult.best(rows, Kind.OURS);
        Optional<Measured> peer = BenchResult.best(rows, Kind.PEER);
        double peerNanos = peer.map(Measured::cpuNanosPerEvent).orElse(Double.NaN);
        double lead = BenchSection.lead(rows);
        return Table.Row.of(
                Cell.of(label).linked(anchor(task)),
                nanos(ours.map(Measured::cpuNanosPerEvent).orElse(Double.NaN)),
                percent(ours.map(Measured::errorPercent).orElse(Double.NaN)),
                number(ours.map(Measured::megabytesPerSecond).orElse(Double.NaN)),
                number(ours.map(Measured::bytesPerEvent).orElse(Double.NaN)),
                times(ours.map(Measured::ratioToFloor).orElse(Double.NaN)),
                Cell.of(peer.map(Measured::subject).orElse(Units.UNKNOWN)).toned(Tone.MUTED),
                nanos(peerNanos),
                times(lead));
    }

    /** All subjects of a task, the cheapest first, those that were not timed last. */
    static Table of(Task task, List<Measured> rows, Table.Reach reach) {
        double longest = rows.stream()
                .filter(Measured::timed)
                .mapToDouble(row -> row.cpuNanosPerEvent() * (1 + error(row)))
                .max()
                .orElse(Double.NaN);
        return new Table(
                anchor(task),
                task.title(),
                reach,
                List.of(
                        Table.Column.text("Subject"),
                        Table.Column.text("Kind").asExtra(),
                        Table.Column.number("CPU per event"),
                        Table.Column.number("±"),
                        Table.Column.number("MB/s"),
                        Table.Column.number("Events/s").asExtra(),
                        Table.Column.number("B per event"),
                        Table.Column.number("× the floor").asExtra(),
                        Table.Column.number("× faster than peers"),
                        Table.Column.text("Answer")),
                rows.stream()
                        .sorted(Comparator.comparingDouble(Measured::cpuNanosPerEvent))
                        .map(row -> row(row, longest))
                        .toList());
    }

    private static double error(Measured row) {
        return Units.known(row.errorPercent()) ? Math.abs(row.errorPercent()) / 100 : 0;
    }

    private static String anchor(Task task) {
        return Anchor.of("table", task.title());
    }

    private static Table.Row row(Measured row, double longest) {
        String look = row.wrong() ? "wrong" : row.kind().word();
        return new Table.Row(
                row.wrong() ? Tone.BAD : row.kind() == Kind.OURS ? Tone.STRONG : Tone.PLAIN,
                List.of(
                        Cell.of(row.subject()),
                        Cell.of(row.kind().word()),
                        nanos(row.cpuNanosPerEvent())
                                .withBar(Bar.ofCost(look, row.cpuNanosPerEvent(), longest, row.errorPercent())),
                        percent(row.errorPercent()),
                        number(row.megabytesPerSecond()),
                        Cell.number(Units.compact(row.eventsPerSecond()), row.eventsPerSecond()),
                        number(row.bytesPerEvent()),
                        times(row.ratioToFloor()),
                        times(row.ratioToBestPeer()),
                        answer(row)));
    }

    private static Cell nanos(double nanos) {
        return Cell.number(Units.nanos(nanos), nanos);
    }

    private static Cell percent(double percent) {
        return Cell.number(Units.percent(percent), percent);
    }

    private static Cell number(double number) {
        return Cell.number(Units.number(number), number);
    }

    private static Cell times(double ratio) {
        return Cell.number(Units.times(ratio), ratio);
    }

    /** A floor has nothing to answer. */
    private static Cell answer(Measured row) {
        int colon = row.remark().indexOf(':');
        if (colon >= 0) {
            return Cell.of("✗ " + row.remark().substring(0, colon))
                    .toned(Tone.BAD)
                    .hinted(row.remark().substring(colon + 1).strip());
        }
        if (!row.remark().isEmpty()) {
            return Cell.of("✗ " + row.remark()).toned(Tone.BAD);
        }
        if (row.kind() == Kind.FLOOR) {
            return Cell.of(Units.UNKNOWN).toned(Tone.MUTED);
        }
        return row.correct()
                ? Cell.of("✓ right").toned(Tone.GOOD)
                : Cell.of("✗ wrong").toned(Tone.BAD);
    }
}
