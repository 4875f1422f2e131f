package io.streamgauge.load;

import io.streamgauge.measure.LatencyDistribution;
import io.streamgauge.measure.LatencyDistribution.CurvePoint;
import io.streamgauge.measure.LatencyRecorder;
import io.streamgauge.measure.Metric;
import io.streamgauge.measure.Percentile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code streamgauge.load/1} document holds besides its envelope. Percentiles that the sample is too small for
 * are {@code null}.
 *
 * @param validity {@code VALID} or {@code CLIENT_LIMITED}
 * @param reasons why it is not valid, and what else a reader of the numbers has to know
 * @param tokenSources streams by where their number of tokens comes from
 * @param itlPerChunk whether inter-token latencies hold whole gaps because nobody said how many tokens a chunk had
 * @param errors failed streams by kind
 * @param histograms by metric: percentile from 0 to 100, and microseconds
 * @param series one value per second since the start of the warm-up
 */
record LoadDocument(
        Plan plan,
        String validity,
        List<String> reasons,
        Map<String, Row> metrics,
        Map<String, Double> rates,
        Map<String, Double> coalescing,
        Accuracy accuracy,
        Optional<Double> clientCpuMicrosPerEvent,
        Optional<Double> clientAllocatedBytesPerEvent,
        Client client,
        Map<String, Long> streams,
        Map<String, Long> tokenSources,
        boolean itlPerChunk,
        Map<String, Long> errors,
        List<Group> groups,
        Map<String, List<List<Double>>> histograms,
        Map<String, List<Double>> series) {

    /** What was asked for. */
    record Plan(
            String arrival,
            double warmUpSeconds,
            double measuredSeconds,
            long measuredRequests,
            int loops,
            double stallMicros) {}

    /** One metric's percentiles in microseconds, with the interval in which the true value lies in 19 of 20 runs. */
    record Row(
            long count,
            double effectiveCount,
            double minMicros,
            double meanMicros,
            Optional<Double> p50Micros,
            Optional<Double> p90Micros,
            Optional<Double> p99Micros,
            Optional<Double> p999Micros,
            double maxMicros,
            Map<String, List<Double>> intervals) {

        static Row of(LatencyDistribution distribution) {
            Map<String, List<Double>> intervals = new LinkedHashMap<>();
            putInterval(intervals, "p50Micros", distribution.percentile(0.5));
            putInterval(intervals, "p90Micros", distribution.percentile(0.9));
            putInterval(intervals, "p99Micros", distribution.percentile(0.99));
            putInterval(intervals, "p999Micros", distribution.percentile(0.999));
            return new Row(
                    distribution.count(),
                    Math.round(distribution.effectiveCount() * 10) / 10.0,
                    micros(distribution.minNanos()),
                    micros(Math.round(distribution.meanNanos())),
                    value(distribution, 0.5),
                    value(distribution, 0.9),
                    value(distribution, 0.99),
                    value(distribution, 0.999),
                    micros(distribution.maxNanos()),
                    intervals);
        }

        private static Optional<Double> value(LatencyDistribution distribution, double quantile) {
            return distribution.percentile(quantile).map(p -> micros(p.nanos()));
        }

        private static void putInterval(
                Map<String, List<Double>> intervals, String name, Optional<Percentile> percentile) {
            percentile.ifPresent(p -> intervals.put(name, List.of(micros(p.lowNanos()), micros(p.highNanos()))));
        }
    }

    /** How far the stamps can be trusted; all null where no server's log was at hand. */
    record Accuracy(Errors stampErrorMicros, Errors gapErrorMicros, long streamsCompared, long writesCompared) {
        static Accuracy of(StampAccuracy accuracy) {
            return new Accuracy(
                    Errors.of(accuracy.stampErrors()),
                    Errors.of(accuracy.gapErrors()),
                    accuracy.streams(),
                    accuracy.stampErrors().count());
        }
    }

    /** A distribution of errors in microseconds. */
    record Errors(
            Optional<Double> min,
            Optional<Double> p50,
            Optional<Double> p99,
            Optional<Double> p999,
            Optional<Double> max) {

        /** These are all the errors there were and no sample of them, so that runs of like values do not count less. */
        static Errors of(LatencyDistribution distribution) {
            boolean isEmpty = distribution.count() == 0;
            return new Errors(
                    isEmpty ? Optional.empty() : Optional.of(micros(distribution.minNanos())),
                    at(distribution, 0.5),
                    at(distribution, 0.99),
                    at(distribution, 0.999),
                    isEmpty ? Optional.empty() : Optional.of(micros(distribution.maxNanos())));
        }

        private static Optional<Double> at(LatencyDistribution distribution, double quantile) {
            boolean isEnough = distribution.count() * (1 - quantile) > LatencyDistribution.MIN_SAMPLES_ABOVE - 1e-6;
            return isEnough ? Optional.of(micros(distribution.nanosAt(quantile))) : Optional.empty();
        }
    }

    /** How the client itself fared. */
    record Client(Row loopLag, double busiestLoopShare, long longestPauseMillis) {}

    /** The streams reported under one name. */
    record Group(String api, long streams, Map<String, Row> metrics) {}

    /** The rows of everything that was recorded, under the names of the metrics. */
    static Map<String, Row> rows(LatencyRecorder recorder) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            LatencyDistribution distribution = recorder.of(metric);
            if (distribution.count() > 0) {
                rows.put(metric.wireName(), Row.of(distribution));
                if (metric == Metric.CHUNK_GAP) {
                    rows.put("readGap", Row.of(distribution));
                }
            }
        }
        return rows;
    }

    static Map<String, List<List<Double>>> curves(LatencyRecorder recorder) {
        Map<String, List<List<Double>>> curves = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            if (recorder.of(metric).count() > 0) {
                curves.put(metric.wireName(), curve(recorder.of(metric)));
            }
        }
        return curves;
    }

    private static List<List<Double>> curve(LatencyDistribution distribution) {
        return distribution.curve().stream().map(LoadDocument::pair).toList();
    }

    private static List<Double> pair(CurvePoint point) {
        return List.of(point.quantile() * 100, micros(point.nanos()));
    }

    static double micros(long nanos) {
        return nanos / 1e3;
    }
}
