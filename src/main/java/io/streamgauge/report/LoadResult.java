package io.streamgauge.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code streamgauge.load/1} document.
 *
 * @param plan what was asked for
 * @param client how the client itself fared
 * @param streams how many streams came to which end
 * @param stampErrorMicros the client's stamp minus the server's, from best to worst
 * @param gapErrorMicros the client's gap minus the server's; empty where it was not measured
 * @param errors how often each kind of error ended a stream
 * @param histograms curves by metric, empty where they were left out
 * @param series one value per second, by name
 */
record LoadResult(
        Head head,
        Map<String, String> plan,
        Map<String, Double> client,
        Map<String, Double> streams,
        Map<String, Latency> metrics,
        Map<String, Double> rates,
        Map<String, Double> coalescing,
        Map<String, Double> stampErrorMicros,
        Map<String, Double> gapErrorMicros,
        double clientCpuMicrosPerEvent,
        Map<String, Double> errors,
        List<Group> groups,
        Map<String, List<CurvePoint>> histograms,
        Map<String, List<Double>> series)
        implements StageResult {

    /** Percentiles of one metric; NaN for one that the sample is too small for. */
    record Latency(
            double count, double p50Micros, double p90Micros, double p99Micros, double p999Micros, double maxMicros) {
        static final Latency UNKNOWN =
                new Latency(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        static Latency read(Fields fields) {
            return new Latency(
                    fields.number("count"),
                    fields.number("p50Micros"),
                    fields.number("p90Micros"),
                    fields.number("p99Micros"),
                    fields.number("p999Micros"),
                    fields.number("maxMicros"));
        }
    }

    /** The share of the streams that spoke one dialect. */
    record Group(String api, double streams, Map<String, Latency> metrics) {}

    private static final List<String> STAMP_ERROR = List.of("min", "p50", "p99", "p999", "max");

    @Override
    public String section() {
        return LoadSection.ID;
    }

    static LoadResult read(Fields fields) {
        return new LoadResult(
                Head.read(fields),
                fields.maybeObject("plan").map(LoadResult::words).orElse(Map.of()),
                fields.maybeObject("client").map(LoadResult::numbers).orElse(Map.of()),
                fields.maybeObject("streams").map(LoadResult::numbers).orElse(Map.of()),
                latencies(fields.object("metrics")),
                numbers(fields.object("rates")),
                numbers(fields.object("coalescing")),
                errorMicros(fields.object("accuracy").object("stampErrorMicros")),
                fields.object("accuracy")
                        .maybeObject("gapErrorMicros")
                        .map(LoadResult::errorMicros)
                        .orElse(Map.of()),
                fields.number("clientCpuMicrosPerEvent"),
                errors(fields),
                fields.listOrNone("groups", LoadResult::group),
                fields.maybeObject("histograms").map(LoadResult::curves).orElse(Map.of()),
                fields.maybeObject("series").map(LoadResult::series).orElse(Map.of()));
    }

    double streamsFailed() {
        return errors.values().stream()
                .filter(Units::known)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static Group group(Fields fields) {
        return new Group(fields.text("api"), fields.number("streams"), latencies(fields.object("metrics")));
    }

    /** In the order in which they matter, whatever their order in the document. */
    private static Map<String, Latency> latencies(Fields metrics) {
        Map<String, Latency> latencies = new LinkedHashMap<>();
        inOrder(metrics).forEach((name, value) -> latencies.put(name, Latency.read(value.asObject())));
        return latencies;
    }

    private static Map<String, Fields> inOrder(Fields byMetric) {
        Map<String, Fields> ordered = new LinkedHashMap<>();
        byMetric.members().entrySet().stream()
                .sorted(Comparator.comparingInt(member -> Words.rank(member.getKey())))
                .forEach(member -> ordered.put(member.getKey(), member.getValue()));
        return ordered;
    }

    /** The members that are no objects or arrays, as text. */
    private static Map<String, String> words(Fields object) {
        Map<String, String> words = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            if (!value.node().isContainer()) {
                words.put(name, value.isNumber() ? Words.number(name, value.asNumber()) : value.shown());
            }
        });
        return words;
    }

    /** The members that are numbers; a rate of another shape is for other readers. */
    private static Map<String, Double> numbers(Fields object) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            if (value.isNumber()) {
                numbers.put(name, value.asNumber());
            }
        });
        return numbers;
    }

    private static Map<String, Double> errorMicros(Fields fields) {
        Map<String, Double> errors = new LinkedHashMap<>();
        STAMP_ERROR.forEach(name -> errors.put(name, fields.number(name)));
        return errors;
    }

    /** Counts by kind, or one count of all. */
    private static Map<String, Double> errors(Fields fields) {
        Fields errors = fields.flattened("errors").stream()
                .findFirst()
                .orElseThrow(() -> fields.wrong("errors", "an object of counts or a count"));
        return errors.isObject() ? numbers(errors) : Map.of("all", errors.asNumber());
    }

    private static Map<String, List<CurvePoint>> curves(Fields histograms) {
        Map<String, List<CurvePoint>> curves = new LinkedHashMap<>();
        inOrder(histograms).forEach((name, value) -> curves.put(name, curve(value)));
        return curves;
    }

    private static List<CurvePoint> curve(Fields pairs) {
        return pairs.elements().stream().map(pair -> pair.pair(CurvePoint::new)).toList();
    }

    private static Map<String, List<Double>> series(Fields series) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        series.members()
                .forEach((name, perSecond) -> values.put(
                        name,
                        perSecond.elements().stream().map(Fields::asNumber).toList()));
        return values;
    }
}
