package io.streamgauge.load;

import io.streamgauge.measure.StreamTiming;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happened in each second since the start of the run. One thread; those of several are added up. */
final class PerSecond {
    /** Seconds that are told apart; what comes later counts for the last of them: a day. */
    static final int MAX_SECONDS = 24 * 60 * 60;

    private static final long SECOND_NANOS = 1_000_000_000L;

    final Row sent = new Row();
    final Row ended = new Row();
    final Row failed = new Row();
    final Row tokenEvents = new Row();
    final Row tokens = new Row();
    private final Row ttftMicros = new Row();
    private final Row ttftSamples = new Row();

    private final long startNanos;
    private int seconds;

    PerSecond(long startNanos) {
        this.startNanos = startNanos;
    }

    /** Adds to the second that the instant lies in. */
    void add(Row row, long nanos, double amount) {
        long second = Math.floorDiv(nanos - startNanos, SECOND_NANOS);
        int index = (int) Math.min(Math.max(0, second), MAX_SECONDS - 1);
        seconds = Math.max(seconds, index + 1);
        row.add(index, amount);
    }

    /** The time to the first token, in the second in which it was there. */
    void addTtft(StreamTiming timing) {
        if (timing.ttftNanos() != StreamTiming.UNKNOWN) {
            long at = timing.sendNanos() + timing.ttftNanos();
            add(ttftMicros, at, timing.ttftNanos() / 1e3);
            add(ttftSamples, at, 1);
        }
    }

    void add(PerSecond other) {
        seconds = Math.max(seconds, other.seconds);
        sent.add(other.sent);
        ended.add(other.ended);
        failed.add(other.failed);
        tokenEvents.add(other.tokenEvents);
        tokens.add(other.tokens);
        ttftMicros.add(other.ttftMicros);
        ttftSamples.add(other.ttftSamples);
    }

    /** One list per series, one value per second; the mean of a second without samples is NaN. */
    Map<String, List<Double>> series() {
        Map<String, List<Double>> series = new LinkedHashMap<>();
        series.put("requestsSent", sent.list(seconds));
        series.put("requestsEnded", ended.list(seconds));
        series.put("requestsFailed", failed.list(seconds));
        series.put("tokenEvents", tokenEvents.list(seconds));
        series.put("outputTokens", tokens.list(seconds));
        series.put("ttftMeanMicros", means());
        series.put("inFlight", inFlight());
        return series;
    }

    private List<Double> means() {
        List<Double> means = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            means.add(ttftMicros.at(second) / ttftSamples.at(second));
        }
        return means;
    }

    /** How many streams were under way at the end of each second. */
    private List<Double> inFlight() {
        List<Double> open = new ArrayList<>();
        double running = 0;
        for (int second = 0; second < seconds; second++) {
            running += sent.at(second) - ended.at(second) - failed.at(second);
            open.add(running);
        }
        return open;
    }

    /** One number for each second. */
    static final class Row {
        private double[] values = new double[60];

        private void add(int second, double amount) {
            if (second >= values.length) {
                values = Arrays.copyOf(values, Math.max(second + 1, values.length * 2));
            }
            values[second] += amount;
        }

        private void add(Row other) {
            for (int second = 0; second < other.values.length; second++) {
                add(second, other.values[second]);
            }
        }

        private double at(int second) {
            return second < values.length ? values[second] : 0;
        }

        private List<Double> list(int seconds) {
            List<Double> list = new ArrayList<>(seconds);
            for (int second = 0; second < seconds; second++) {
                list.add(at(second));
            }
            return list;
        }
    }
}
