package io.streamgauge.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Draws the curves of one load result, or those of several over one another. */
final class LoadCharts {
    /** Metrics with a chart of their own. */
    private static final Set<String> DRAWN = Set.of("ttft", "ttfo", "icl", "itl", "e2e", "scheduleLag", "stampError");
    /** Percentiles in the table behind a curve. */
    private static final double[] TABLED = {0, 25, 50, 75, 90, 95, 99, 99.9, 99.99, 100};
    /** Most seconds in the table behind a series; longer series are tabled every n seconds. */
    private static final int MAX_TABLED_SECONDS = 60;

    private LoadCharts() {}

    /** A chart for each metric that has one; variants of a metric are drawn in the same chart. */
    static List<Chart> percentiles(List<Side<LoadResult>> sides) {
        Map<String, List<Drawn>> charts = new LinkedHashMap<>();
        for (String name : Side.keys(sides, result -> result.histograms().keySet())) {
            for (Side<LoadResult> side : sides) {
                List<CurvePoint> points = side.result().histograms().getOrDefault(name, List.of());
                if (isDrawn(name) && !points.isEmpty()) {
                    charts.computeIfAbsent(base(name), base -> new ArrayList<>())
                            .add(drawn(name, side, points));
                }
            }
        }
        return charts.entrySet().stream()
                .map(entry -> percentiles(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What users feel, and what else nobody here has a name for; the others stand in the tables. */
    private static boolean isDrawn(String name) {
        return DRAWN.contains(base(name)) || Words.metric(name).meaning().isEmpty();
    }

    /** The metric that one measured from the planned start, or by somebody's rule, is a variant of. */
    private static String base(String name) {
        return name.replaceFirst("(Plan|VllmRule|InferencePerfRule)$", "");
    }

    /**
     * A curve, and the sentence about it.
     *
     * @param said its median and 99th percentile, as far as the document stands by them: a curve of few samples goes on
     *     where a percentile means nothing any more
     */
    private record Drawn(PercentileChart.Curve curve, String said) {}

    private static Drawn drawn(String name, Side<LoadResult> side, List<CurvePoint> points) {
        String metric = Words.metric(name).name();
        String called = side.name().isEmpty() ? metric : side.name() + ", " + metric;
        LoadResult.Latency stated = side.result().metrics().get(name);
        double median = stated == null ? PercentileChart.valueAt(points, 50) : stated.p50Micros();
        double tail = stated == null ? PercentileChart.valueAt(points, 99) : stated.p99Micros();
        String said = "%s: median %s, 99 %% %s".formatted(called, Units.micros(median), Units.micros(tail));
        return new Drawn(new PercentileChart.Curve(called, points), said);
    }

    private static Chart percentiles(String name, List<Drawn> drawn) {
        Words.Metric metric = Words.metric(name);
        String title = metric.meaning().isEmpty() ? metric.name() : metric.name() + ": " + metric.meaning();
        String summary = drawn.stream().map(Drawn::said).collect(Collectors.joining("; ", "", "."));
        List<PercentileChart.Curve> curves = drawn.stream().map(Drawn::curve).toList();
        String id = Anchor.of("chart-load", name);
        String svg = PercentileChart.svg(id, title, summary, curves);
        return Chart.with(table(id, title, curves), id, title, summary, svg);
    }

    private static Table table(String id, String title, List<PercentileChart.Curve> curves) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.number("Percentile")));
        curves.forEach(curve -> columns.add(Table.Column.number(curve.name())));
        List<Table.Row> rows = new ArrayList<>();
        for (double percentile : TABLED) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.number(percentile(percentile), percentile)));
            curves.forEach(curve -> cells.add(Cell.micros(PercentileChart.valueAt(curve.points(), percentile))));
            rows.add(new Table.Row(Tone.PLAIN, cells));
        }
        return new Table(id + "-data", title, Table.Reach.DETAIL, columns, rows);
    }

    private static String percentile(double percentile) {
        return (percentile == Math.rint(percentile) ? String.valueOf((int) percentile) : String.valueOf(percentile))
                + " %";
    }

    /** A chart for each group of values per second that belong together. */
    static List<Chart> series(List<Side<LoadResult>> sides) {
        Map<String, List<TimeChart.Line>> charts = new LinkedHashMap<>();
        for (String name : Side.keys(sides, result -> result.series().keySet())) {
            for (Side<LoadResult> side : sides) {
                List<Double> values = side.result().series().getOrDefault(name, List.of());
                if (!values.isEmpty()) {
                    charts.computeIfAbsent(group(name), group -> new ArrayList<>())
                            .add(new TimeChart.Line(lineName(name, side), values));
                }
            }
        }
        return charts.entrySet().stream()
                .map(entry -> series(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Series of one unit that are read together share a chart. */
    private static String group(String name) {
        if (name.startsWith("requests")) {
            return "requests";
        }
        return name.equals("tokenEvents") || name.equals("outputTokens") ? "tokens" : name;
    }

    private static String lineName(String name, Side<LoadResult> side) {
        String series = Words.ofName(name);
        return side.name().isEmpty() ? series : side.name() + ", " + series;
    }

    private static Chart series(String group, List<TimeChart.Line> lines) {
        String title = Words.ofName(group) + ", second by second";
        DoubleFunction<String> shown = group.endsWith("Micros") ? Units::tick : Units::compactTick;
        String summary = lines.stream()
                .map(line -> "%s: mean %s".formatted(line.name(), shown.apply(mean(line))))
                .collect(Collectors.joining("; ", "", "."));
        String id = Anchor.of("chart-series", group);
        String svg = TimeChart.svg(id, title, summary, lines, shown);
        return Chart.with(seconds(id, title, lines, shown), id, title, summary, svg);
    }

    private static double mean(TimeChart.Line line) {
        return line.values().stream()
                .filter(Units::known)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private static Table seconds(String id, String title, List<TimeChart.Line> lines, DoubleFunction<String> shown) {
        int longest =
                lines.stream().mapToInt(line -> line.values().size()).max().orElse(0);
        int every = Math.max(1, (longest + MAX_TABLED_SECONDS - 1) / MAX_TABLED_SECONDS);
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.number("Second")));
        lines.forEach(line -> columns.add(Table.Column.number(line.name())));
        List<Table.Row> rows = new ArrayList<>();
        for (int second = 0; second < longest; second += every) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.count(second)));
            for (TimeChart.Line line : lines) {
                double value = second < line.values().size() ? line.values().get(second) : Double.NaN;
                cells.add(Cell.number(shown.apply(value), value));
            }
            rows.add(new Table.Row(Tone.PLAIN, cells));
        }
        return new Table(id + "-data", title, Table.Reach.DETAIL, columns, rows);
    }
}
