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
    /** With more tasks than this, the terminal shows the overview alone. */
    private static final int MAX_TASKS_IN_FULL = 6;

    private BenchSection() {}

    static Section of(BenchResult result) {
        List<Block> blocks = new ArrayList<>();
        notTimed(result).ifPresent(blocks::add);
        List<Task> tasks = tasks(List.of(new Side<>("", result)));
        if (tasks.size() > 1) {
            blocks.add(BenchTables.overview(result, tasks));
        }
        Table.Reach reach = tasks.size() > MAX_TASKS_IN_FULL ? Table.Reach.DETAIL : Table.Reach.SUMMARY;
        tasks.forEach(task -> blocks.add(BenchTables.of(task, result.rowsOf(task), reach)));
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
    static double lead(List<Measured> rows) {
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

    /** Who is out of the race, each subject once for each question, with the first reason. */
    private static Optional<Note> notTimed(BenchResult result) {
        Map<String, List<Measured>> out = new LinkedHashMap<>();
        result.rows().stream()
                .filter(row -> row.wrong() || !row.timed())
                .forEach(row -> out.computeIfAbsent(
                                row.subject() + " (" + row.task().topic() + ")", key -> new ArrayList<>())
                        .add(row));
        List<String> sentences = out.entrySet().stream()
                .map(entry -> entry.getKey() + " does not count: " + reason(entry.getValue()))
                .toList();
        return sentences.isEmpty() ? Optional.empty() : Optional.of(new Note(Tone.WARN, sentences));
    }

    private static String reason(List<Measured> rows) {
        String inputs = rows.stream().map(row -> row.task().input()).distinct().collect(Collectors.joining(", "));
        String remark = rows.get(0).remark();
        return (remark.isEmpty() ? "wrong answer" : remark) + " – " + inputs;
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
