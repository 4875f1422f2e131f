package io.streamgauge.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
            Map.entry("stamperror", new Metric("Stamp error", "client’s stamp minus server’s stamp")),
            Map.entry("tail", new Metric("Tail", "last token to end of stream")),
            Map.entry("itlvllmrule", new Metric("ITL, vLLM’s rule", "gap between chunks, one sample each")),
            Map.entry("itlinferenceperfrule", new Metric("ITL, inference-perf’s rule", "gap, then a zero per token")),
            Map.entry("failedafter", new Metric("Failed after", "request sent to failure")),
            Map.entry("gaperror", new Metric("Gap error", "client’s gap minus server’s gap")),
            Map.entry("connect", new Metric("Connect", "TCP and TLS set up")));

    /** A unit at the end of a name, which its number shows; what happens per second keeps its name. */
    private static final Pattern UNIT = Pattern.compile("(?<=\\p{Ll})(?:Micros|Millis|Share|(?<!Per)Seconds)$");
    /** Numbers of a list before the rest is only counted. */
    private static final int MAX_LISTED = 8;

    private Words() {}

    /** The metric a field speaks of; an unknown one is called by its field and has no meaning to tell. */
    static Metric metric(String field) {
        String key = field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return METRICS.getOrDefault(key, new Metric(ofName(field), ""));
    }

    /** {@code 3, 7, 12}; of a long list the beginning. */
    static String list(List<Long> numbers) {
        String shown = numbers.stream().limit(MAX_LISTED).map(Units::count).collect(Collectors.joining(", "));
        return numbers.size() > MAX_LISTED ? shown + " and " + (numbers.size() - MAX_LISTED) + " more" : shown;
    }

    /** A number as its name says it is: a share in per cent, a time in the unit that fits, or plain. */
    static String number(String field, double value) {
        if (!Units.known(value)) {
            return Units.UNKNOWN;
        }
        if (field.endsWith("Share")) {
            return Units.share(value);
        }
        if (field.endsWith("Micros")) {
            return Units.micros(value);
        }
        if (field.endsWith("Millis")) {
            return Units.duration(value);
        }
        if (field.endsWith("Seconds")) {
            return Units.duration(1_000 * value);
        }
        return value == Math.rint(value) ? Units.count(value) : Units.number(value);
    }

    /** {@code eventsPerSecond} as {@code Events per second}, {@code achievedShare} as {@code Achieved}. */
    static String ofName(String field) {
        String named = UNIT.matcher(field).replaceFirst("");
        String words = named.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
