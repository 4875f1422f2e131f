package io.streamgauge.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON that JMH writes with {@code -rf json}, as our benchmarks make it: subject, input and delivery are
 * parameters, CPU time and the input's size come as secondary metrics.
 */
final class JmhResults {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JmhResults() {}

    static List<BenchRow> read(Path file, SubjectKinds kinds) {
        JsonNode results;
        try {
            results = MAPPER.readTree(file.toFile());
        } catch (JacksonException e) {
            throw new BenchException(file + " is not the JSON that JMH writes: " + e.getOriginalMessage(), e);
        }
        List<BenchRow> rows = new ArrayList<>();
        for (JsonNode result : results) {
            rows.add(row(file, result, kinds));
        }
        return rows;
    }

    private static BenchRow row(Path file, JsonNode result, SubjectKinds kinds) {
        String question = question(result.path("benchmark").asString(""));
        String subject = parameter(file, result, "subject");
        double events = metric(file, result, "input.events");
        double nanos = metric(file, result, "cpu.java.norm");
        BenchJob job = new BenchJob(
                question,
                subject,
                kinds.kindOf(question, subject),
                parameter(file, result, "input"),
                parameter(file, result, "delivery"));
        BenchRow.Figures figures = new BenchRow.Figures(
                metric(file, result, "input.bytes") / nanos * 1e3,
                events / nanos * 1e9,
                nanos / events,
                allocated(file, result) / events,
                errorPercent(result),
                metric(file, result, "cpu.share"));
        return BenchRow.timed(job, figures, metric(file, result, "answer.correct") == 1);
    }

    /** {@code io.streamgauge.benchmarks.PartialJsonBenchmark.stream} asks {@code partial-json}. */
    private static String question(String benchmark) {
        String type = benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
        String name = type.substring(type.lastIndexOf('.') + 1).replace("Benchmark", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    private static String parameter(Path file, JsonNode result, String name) {
        JsonNode value = result.path("params").path(name);
        if (!value.isString()) {
            throw new BenchException(file + ": " + result.path("benchmark").asString("") + " has no parameter " + name);
        }
        return value.asString();
    }

    private static double metric(Path file, JsonNode result, String name) {
        JsonNode score = result.path("secondaryMetrics").path(name).path("score");
        if (!score.isNumber()) {
            throw new BenchException(file + ": " + result.path("benchmark").asString("") + " has no metric " + name);
        }
        return score.asDouble();
    }

    /**
     * JMH leaves the normalised rate out when nothing was allocated; the plain rate tells that it was measured at all.
     */
    private static double allocated(Path file, JsonNode result) {
        JsonNode metrics = result.path("secondaryMetrics");
        if (!metrics.has("gc.alloc.rate")) {
            throw new BenchException(file + ": allocation was not measured; JMH needs -prof gc");
        }
        return metrics.path("gc.alloc.rate.norm").path("score").asDouble(0);
    }

    private static double errorPercent(JsonNode result) {
        JsonNode metric = result.path("secondaryMetrics").path("cpu.java.norm");
        double score = metric.path("score").asDouble();
        JsonNode error = metric.path("scoreError");
        // With fewer than three values JMH writes "NaN", as a string.
        return error.isNumber() ? error.asDouble() / score * 100 : spreadPercent(metric.path("rawData"), score);
    }

    private static double spreadPercent(JsonNode forks, double score) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (JsonNode fork : forks) {
            for (JsonNode iteration : fork) {
                least = Math.min(least, iteration.asDouble());
                most = Math.max(most, iteration.asDouble());
            }
        }
        return most < least ? 0 : (most - least) / 2 / score * 100;
    }
}
