package io.streamgauge.report;

import io.streamgauge.report.LoadResult.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Tells how long users waited under load, and how far the clock that says so can be trusted. */
final class LoadSection {
    static final String ID = "load";
    static final String TITLE = "Load";

    /** Metrics that are told by dialect; with all of them nobody would find these. */
    private static final Set<String> GROUPED = Set.of("ttft", "ttfo", "icl", "e2e");

    private LoadSection() {}

    static Section of(LoadResult result) {
        List<Block> blocks = new ArrayList<>();
        if (!result.head().reasons().isEmpty()) {
            blocks.add(new Note(Tone.WARN, result.head().reasons()));
        }
        blocks.add(metrics(result));
        blocks.addAll(LoadCharts.percentiles(List.of(new Side<>("", result))));
        blocks.add(accuracy(result));
        if (!result.groups().isEmpty()) {
            blocks.add(groups(result));
        }
        blocks.addAll(LoadCharts.series(List.of(new Side<>("", result))));
        blocks.addAll(numbers(result));
        return new Section(ID, TITLE, result.head().mark(), sentence(result), figures(result), blocks);
    }

    static String sentence(LoadResult result) {
        return "%s%s; %s.".formatted(wait(metric(result, "ttft")), lateness(result), errors(result));
    }

    private static String wait(Latency first) {
        if (!Units.known(first.p50Micros())) {
            return "The streams were measured";
        }
        String half = "Half of the users saw the first token within " + Units.micros(first.p50Micros());
        return Units.known(first.p99Micros()) ? half + ", 99 % within " + Units.micros(first.p99Micros()) : half;
    }

    /** Says nothing where the server's stamps were out of reach. */
    private static String lateness(LoadResult result) {
        double p99 = result.stampErrorMicros().getOrDefault("p99", Double.NaN);
        double max = result.stampErrorMicros().getOrDefault("max", Double.NaN);
        if (Units.known(p99)) {
            return "; 99 % of the client’s stamps are at most " + Units.micros(p99) + " late";
        }
        return Units.known(max) ? "; the client’s stamps are at most " + Units.micros(max) + " late" : "";
    }

    private static String errors(LoadResult result) {
        return result.streamsFailed() == 0
                ? "no stream failed"
                : Units.counted(result.streamsFailed(), "stream") + " failed";
    }

    private static List<Fact> figures(LoadResult result) {
        return List.of(
                new Fact("TTFT, median", Units.micros(metric(result, "ttft").p50Micros())),
                new Fact("chunk gap, 99 %", Units.micros(metric(result, "icl").p99Micros())),
                new Fact(
                        "stamp error, 99 %",
                        Units.micros(result.stampErrorMicros().getOrDefault("p99", Double.NaN))),
                new Fact("client CPU per event", Units.micros(result.clientCpuMicrosPerEvent())));
    }

    /** A metric by its usual name; all unknown where the document has none of that name. */
    private static Latency metric(LoadResult result, String name) {
        return result.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Latency.UNKNOWN);
    }

    private static Table metrics(LoadResult result) {
        List<Table.Row> rows = new ArrayList<>();
        result.metrics().forEach((name, latency) -> {
            Words.Metric metric = Words.metric(name);
            rows.add(row(List.of(Cell.of(metric.name()).hinted(metric.meaning())), latency));
        });
        return new Table(
                "load-metrics", "Times", Table.Reach.SUMMARY, columns(List.of(Table.Column.text("Metric"))), rows);
    }

    private static Table groups(LoadResult result) {
        List<Table.Row> rows = new ArrayList<>();
        result.groups()
                .forEach(group -> group.metrics().entrySet().stream()
                        .filter(metric -> GROUPED.contains(metric.getKey()))
                        .forEach(metric -> rows.add(row(front(group, metric.getKey()), metric.getValue()))));
        List<Table.Column> front =
                List.of(Table.Column.text("Dialect"), Table.Column.text("Metric"), Table.Column.number("Streams"));
        return new Table("load-dialects", "Times by dialect", Table.Reach.DETAIL, columns(front), rows);
    }

    private static List<Cell> front(LoadResult.Group group, String metric) {
        return List.of(Cell.of(group.api()), Cell.of(Words.metric(metric).name()), Cell.count(group.streams()));
    }

    private static List<Table.Column> columns(List<Table.Column> front) {
        List<Table.Column> columns = new ArrayList<>(front);
        List.of("Count", "50 %", "90 %", "99 %", "99.9 %", "Max").forEach(t -> columns.add(Table.Column.number(t)));
        return columns;
    }

    private static Table.Row row(List<Cell> front, Latency latency) {
        List<Cell> cells = new ArrayList<>(front);
        cells.add(Cell.count(latency.count()));
        cells.add(Cell.micros(latency.p50Micros()));
        cells.add(Cell.micros(latency.p90Micros()));
        cells.add(Cell.micros(latency.p99Micros()));
        cells.add(Cell.micros(latency.p999Micros()));
        cells.add(Cell.micros(latency.maxMicros()));
        return new Table.Row(Tone.PLAIN, cells);
    }

    private static Table accuracy(LoadResult result) {
        List<Table.Row> rows = new ArrayList<>();
        rows.add(errors("stampError", result.stampErrorMicros()));
        if (!result.gapErrorMicros().isEmpty()) {
            rows.add(errors("gapError", result.gapErrorMicros()));
        }
        return new Table(
                "load-accuracy",
                "How far the measurement itself can be trusted",
                Table.Reach.SUMMARY,
                List.of(
                        Table.Column.text("Accuracy"),
                        Table.Column.number("Min"),
                        Table.Column.number("50 %"),
                        Table.Column.number("99 %"),
                        Table.Column.number("99.9 %"),
                        Table.Column.number("Max")),
                rows);
    }

    private static Table.Row errors(String name, Map<String, Double> errorMicros) {
        Words.Metric metric = Words.metric(name);
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(metric.name()).hinted(metric.meaning())));
        errorMicros.values().forEach(micros -> cells.add(Cell.micros(micros)));
        return new Table.Row(Tone.PLAIN, cells);
    }

    /** The small tables at the end; one that would be empty is left out. */
    private static List<Table> numbers(LoadResult result) {
        List<Fact> plan = result.plan().entrySet().stream()
                .map(entry -> new Fact(Words.ofName(entry.getKey()), entry.getValue()))
                .toList();
        return Stream.of(
                        Table.ofFacts("load-plan", "What was asked for", Table.Reach.DETAIL, plan),
                        Table.ofNumbers("load-streams", "How the streams ended", result.streams()),
                        Table.ofNumbers("load-errors", "Errors, by kind", result.errors()),
                        Table.ofNumbers("load-rates", "Rates", result.rates()),
                        Table.ofNumbers("load-coalescing", "Coalescing: what one read delivered", result.coalescing()),
                        Table.ofNumbers("load-client", "How the client fared", result.client()))
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    static Section compare(List<Side<LoadResult>> sides) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(comparison("load-p50", "Median", sides, Latency::p50Micros));
        blocks.add(comparison("load-p99", "99th percentile", sides, Latency::p99Micros));
        blocks.addAll(LoadCharts.percentiles(sides));
        blocks.addAll(LoadCharts.series(sides));
        blocks.add(others(sides));
        String sentence = "Times of each metric, result beside result.";
        return new Section(ID, TITLE, Comparison.mark(sides), sentence, List.of(), blocks);
    }

    private static Table comparison(
            String id, String caption, List<Side<LoadResult>> sides, ToDoubleFunction<Latency> of) {
        List<Table.Row> rows = new ArrayList<>();
        for (String name : Side.keys(sides, result -> result.metrics().keySet())) {
            Words.Metric metric = Words.metric(name);
            rows.add(Side.row(
                    Cell.of(metric.name()).hinted(metric.meaning()),
                    sides,
                    result -> of.applyAsDouble(result.metrics().getOrDefault(name, Latency.UNKNOWN)),
                    Units::micros));
        }
        return new Table(id, caption, Table.Reach.SUMMARY, Side.columns("Metric", sides), rows);
    }

    private static Table others(List<Side<LoadResult>> sides) {
        List<Table.Row> rows = new ArrayList<>();
        rows.add(Side.row(
                Cell.of("Stamp error, 99 %"),
                sides,
                r -> r.stampErrorMicros().getOrDefault("p99", Double.NaN),
                Units::micros));
        rows.add(Side.row(Cell.of("Client CPU per event"), sides, LoadResult::clientCpuMicrosPerEvent, Units::micros));
        rows.add(Side.row(Cell.of("Streams failed"), sides, LoadResult::streamsFailed, Units::count));
        for (String name : Side.keys(sides, result -> result.rates().keySet())) {
            rows.add(Side.row(
                    Cell.of(Words.ofName(name)),
                    sides,
                    r -> r.rates().getOrDefault(name, Double.NaN),
                    value -> Words.number(name, value)));
        }
        return new Table("load-rates", "Rates and accuracy", Table.Reach.SUMMARY, Side.columns("What", sides), rows);
    }
}
