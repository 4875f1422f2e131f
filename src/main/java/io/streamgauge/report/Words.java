package io.streamgauge.report;

import java.util.Locale;
import java.util.Map;

/** Names of fields as people say them. */
final class Words {
    /** A measured time: its short name, and what it is counted from and to. */
    record Metric(String name, String meaning) {}

    private static final Map<String, Metric> METRICS = Map.ofEntries(
            Map.entry("ttft", new Metric("TTFT", "request sent to first token of any kind")),
            Map.entry("ttftplan", new Metric("TTFT, planned", "planned start to first token of any kind")),
            Map.entry("ttfo", new Metric("TTFO", "request sent to first token of the answer")),
            Map.entry("ttfoplan", new Metric("TTFO, planned", "planned start to first token of the answer")),
            Map.entry("ttfb", new Metric("TTFB", "request sent to response headers")),
            Map.entry("ttfe", new Metric("TTFE", "request sent to first event of any kind")),
            Map.entry("ttst", new Metric("TTST", "first token to second token")),
            Map.entry("icl", new Metric("ICL", "gap between chunks with tokens")),
            Map.entry("itl", new Metric("ITL", "gap between tokens")),
            Map.entry("tpot", new Metric("TPOT", "time per token after the first, per request")),
            Map.entry("e2e", new Metric("E2E", "request sent to last token")),
            Map.entry("e2eplan", new Metric("E2E, planned", "planned start to last token")),
            Map.entry("close", new Metric("Close", "request sent to end of stream")),
            Map.entry("schedulelag", new Metric("Schedule lag", "planned start to request sent")),
            Map.entry("maxstall", new Metric("Max stall", "longest gap of each stream")),
            Map.entry("readgap", new Metric("Read gap", "gap between reads with tokens")),
            Map.entry("stamperror", new Metric("Stamp error", "client's stamp minus server's stamp")),
            Map.entry("connect", new Metric("Connect", "TCP and TLS set up")));

    private Words() {}

    /** The metric a field speaks of; an unknown one is called by its field and has no meaning to tell. */
    static Metric metric(String field) {
        String key = field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return METRICS.getOrDefault(key, new Metric(ofName(field), ""));
    }

    /** {@code eventsPerSecond} as {@code Events per second}. */
    static String ofName(String field) {
        String words = field.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
