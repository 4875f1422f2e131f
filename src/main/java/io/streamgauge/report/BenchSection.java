package io.streamgauge.report;

import io.streamgauge.report.BenchResult.Kind;
import io.streamgauge.report.BenchResult.Measured;
import io.streamgauge.report.BenchResult.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what each subject costs at each task, beside what nobody can beat and what others reach. */
final class BenchSection {
    static final String ID = "bench";
    static final String TITLE = "Benchmarks";
    /** More bars than this are not read. */
    private static final int MAX_BARS = 24;

    private BenchSection() {}

    static Section of(BenchResult result) {
        List<Block> blocks = new ArrayList<>();
        wrong(result).ifPresent(blocks::add);
        List<Task> tasks = tasks(List.of(new Side<>("", result)));
        tasks.forEach(task -> blocks.add(chart(task, byCost(result, task))));
        tasks.forEach(task -> blocks.add(table(task, byCost(result, task))));
        return new Section(ID, TITLE, result.head().mark(), sentence(result), figures(result), blocks);
    }

    static String sentence(BenchResult result) {
        long tasks = result.rows().stream().map(Measured::task).distinct().count();
        long subjects = result.rows().stream().map(Measured::subject).distinct().count();
        return "%s at %s, in processor time per event; every answer was checked."
                .formatted(Units.counted(subjects, "subject"), Units.counted(tasks, "task"));
    }

    /** For each question, how much less than the best peer ours costs, over all conditions. */
    private static List<Fact> figures(BenchResult result) {
        Map<String, List<Double>> factors = new LinkedHashMap<>();
        for (Task task : tasks(List.of(new Side<>("", result)))) {
            double factor = lead(result.rowsOf(task));
            if (Units.known(factor)) {
                factors.computeIfAbsent(task.asked(), question -> new ArrayList<>())
                        .add(factor);
            }
        }
        return factors.entrySet().stream()
                .map(entry -> new Fact("faster than the best peer: " + entry.getKey(), range(entry.getValue())))
                .toList();
    }

    /** The best peer's cost divided by ours; NaN if either is missing. */
    private static double lead(List<Measured> rows) {
        Optional<Measured> ours = BenchResult.best(rows, Kind.OURS);
        Optional<Measured> peer = BenchResult.best(rows, Kind.PEER);
        return ours.isPresent() && peer.isPresent()
                ? peer.get().cpuNanosPerEvent() / ours.get().cpuNanosPerEvent()
                : Double.NaN;
    }

    private static String range(List<Double> factors) {
        String low = Units.times(factors.stream().min(Comparator.naturalOrder()).orElse(Double.NaN));
        String high =
                Units.times(factors.stream().max(Comparator.naturalOrder()).orElse(Double.NaN));
        return low.equals(high) ? low : low.replace("×", "") + "–" + high;
    }

    private static Optional<Note> wrong(BenchResult result) {
        String names = result.rows().stream()
                .filter(Measured::wrong)
                .map(row -> row.subject() + " (" + row.task().conditions() + ")")
                .distinct()
                .collect(Collectors.joining("; "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Note.of(Tone.WARN, "A wrong answer, whose speed does not count: " + names + "."));
    }

    private static Chart chart(Task task, List<Measured> rows) {
        List<BarChart.Bar> bars =
                rows.stream().limit(MAX_BARS).map(BenchSection::bar).toList();
        String summary = summary(rows);
        String id = Anchor.of("chart", task.title());
        String svg = BarChart.svg(id, task.title(), summary, bars);
        return Chart.of(table(task, rows), id, task.title(), summary, svg);
    }

    private static List<Measured> byCost(BenchResult result, Task task) {
        return result.rowsOf(task).stream()
                .sorted(Comparator.comparingDouble(Measured::cpuNanosPerEvent))
                .toList();
    }

    private static String summary(List<Measured> rows) {
        Optional<Measured> ours = BenchResult.best(rows, Kind.OURS);
        Optional<Measured> peer = BenchResult.best(rows, Kind.PEER);
        if (ours.isEmpty() || peer.isEmpty()) {
            return "Processor time per event; shorter is better.";
        }
        double lead = lead(rows);
        return "%s takes %s per event, the best peer (%s) %s: %s %s."
                .formatted(
                        ours.get().subject(),
                        Units.nanos(ours.get().cpuNanosPerEvent()),
                        peer.get().subject(),
                        Units.nanos(peer.get().cpuNanosPerEvent()),
                        Units.times(lead >= 1 ? lead : 1 / lead),
                        lead >= 1 ? "less" : "more");
    }

    private static BarChart.Bar bar(Measured row) {
        boolean wrong = row.wrong();
        String remark = wrong ? " – ✗ wrong answer" : "";
        String css = wrong ? "wrong" : row.kind().word();
        return new BarChart.Bar(
                row.subject(),
                css,
                (row.kind() == Kind.PEER ? "" : ", " + row.kind().word()) + remark,
                row.cpuNanosPerEvent(),
                Units.nanos(row.cpuNanosPerEvent()),
                row.errorPercent());
    }

    private static Table table(Task task, List<Measured> rows) {
        return new Table(
                Anchor.of("table", task.title()),
                task.title(),
                Table.Reach.SUMMARY,
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
                rows.stream().map(BenchSection::row).toList());
    }

    private static Table.Row row(Measured row) {
        return new Table.Row(
                row.wrong() ? Tone.BAD : Tone.PLAIN,
                List.of(
                        Cell.of(row.subject()),
                        Cell.of(row.kind().word()),
                        Cell.number(Units.nanos(row.cpuNanosPerEvent()), row.cpuNanosPerEvent()),
                        Cell.number(Units.percent(row.errorPercent()), row.errorPercent()),
                        Cell.number(Units.number(row.megabytesPerSecond()), row.megabytesPerSecond()),
                        Cell.number(Units.compact(row.eventsPerSecond()), row.eventsPerSecond()),
                        Cell.number(Units.number(row.bytesPerEvent()), row.bytesPerEvent()),
                        Cell.number(Units.times(row.ratioToFloor()), row.ratioToFloor()),
                        Cell.number(Units.times(row.ratioToBestPeer()), row.ratioToBestPeer()),
                        answer(row)));
    }

    /** A floor has nothing to answer. */
    private static Cell answer(Measured row) {
        if (row.kind() == Kind.FLOOR) {
            return Cell.of(Units.UNKNOWN).toned(Tone.MUTED);
        }
        return row.correct()
                ? Cell.of("✓ right").toned(Tone.GOOD)
                : Cell.of("✗ wrong").toned(Tone.BAD);
    }

    private static List<Task> tasks(List<Side<BenchResult>> sides) {
        return Side.keys(
                sides,
                result -> result.rows().stream().map(Measured::task).distinct().toList());
    }

    static Section compare(List<Side<BenchResult>> sides) {
        List<Block> blocks = new ArrayList<>();
        for (Task task : tasks(sides)) {
            blocks.add(comparison(task, sides));
        }
        String sentence = "Processor time per event of each subject, result beside result.";
        return new Section(ID, TITLE, Comparison.mark(sides), sentence, List.of(), blocks);
    }

    private static Table comparison(Task task, List<Side<BenchResult>> sides) {
        List<Table.Row> rows = new ArrayList<>();
        for (String subject : Side.keys(
                sides,
                result -> result.rowsOf(task).stream().map(Measured::subject).toList())) {
            rows.add(Side.row(Cell.of(subject), sides, result -> cost(result, task, subject), Units::nanos));
        }
        return new Table(
                Anchor.of("table", task.title()),
                task.title(),
                Table.Reach.SUMMARY,
                Side.columns("Subject", sides),
                rows);
    }

    private static double cost(BenchResult result, Task task, String subject) {
        return result.rowsOf(task).stream()
                .filter(row -> row.subject().equals(subject))
                .mapToDouble(Measured::cpuNanosPerEvent)
                .findFirst()
                .orElse(Double.NaN);
    }
}
