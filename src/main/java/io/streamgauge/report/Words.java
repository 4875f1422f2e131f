package io.streamgauge.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of fields as people say them. */
final class Words {
    /** A measured time: its short name, and what it is counted from and to. */
    record Metric(String name, String meaning) {}

    /** The metrics we have names for, those first that users feel. */
    private static final Map<String, Metric> METRICS = new LinkedHashMap<>();

    static {
        METRICS.put("ttft", new Metric("TTFT", "request sent to first token of any kind"));
        METRICS.put("ttftplan", new Metric("TTFT, planned", "planned start to first token of any kind"));
        METRICS.put("ttfo", new Metric("TTFO", "request sent to first token of the answer"));
        METRICS.put("ttfoplan", new Metric("TTFO, planned", "planned start to first token of the answer"));
        METRICS.put("icl", new Metric("ICL", "gap between chunks with tokens"));
        METRICS.put("itl", new Metric("ITL", "gap between tokens"));
        METRICS.put("itlvllmrule", new Metric("ITL, vLLM’s rule", "gap between chunks, one sample each"));
        METRICS.put("itlinferenceperfrule", new Metric("ITL, inference-perf’s rule", "gap, then a zero per token"));
        METRICS.put("tpot", new Metric("TPOT", "time per token after the first, per request"));
        METRICS.put("e2e", new Metric("E2E", "request sent to last token"));
        METRICS.put("e2eplan", new Metric("E2E, planned", "planned start to last token"));
        METRICS.put("maxstall", new Metric("Max stall", "longest gap of each stream"));
        METRICS.put("schedulelag", new Metric("Schedule lag", "planned start to request sent"));
        METRICS.put("connect", new Metric("Connect", "TCP and TLS set up"));
        METRICS.put("ttfb", new Metric("TTFB", "request sent to response headers"));
        METRICS.put("ttfe", new Metric("TTFE", "request sent to first event of any kind"));
        METRICS.put("ttst", new Metric("TTST", "first token to second token"));
        METRICS.put("readgap", new Metric("Read gap", "gap between reads with tokens"));
        METRICS.put("tail", new Metric("Tail", "last token to end of stream"));
        METRICS.put("close", new Metric("Close", "request sent to end of stream"));
        METRICS.put("failedafter", new Metric("Failed after", "request sent to failure"));
        METRICS.put("stamperror", new Metric("Stamp error", "client’s stamp minus server’s stamp"));
        METRICS.put("gaperror", new Metric("Gap error", "client’s gap minus server’s gap"));
    }

    private static final List<String> ORDER = List.copyOf(METRICS.keySet());

    /** A unit at the end of a name, which its number shows; what happens per second keeps its name. */
    private static final Pattern UNIT = Pattern.compile("(?<=\\p{Ll})(?:Micros|Millis|Share|(?<!Per)Seconds)$");
    /** Numbers of a list before the rest is only counted. */
    private static final int MAX_LISTED = 8;

    private Words() {}

    /** The metric a field speaks of; an unknown one is called by its field and has no meaning to tell. */
    static Metric metric(String field) {
        return METRICS.getOrDefault(key(field), new Metric(ofName(field), ""));
    }

    /** {@code 3, 7, 12}; of a long list the beginning. */
    static String list(List<Long> numbers) {
        String shown = numbers.stream().limit(MAX_LISTED).map(Units::count).collect(Collectors.joining(", "));
        return numbers.size() > MAX_LISTED ? shown + " and " + (numbers.size() - MAX_LISTED) + " more" : shown;
    }

    /** Where a metric stands among others: what users feel first, what nobody here knows last. */
    static int rank(String field) {
        int known = ORDER.indexOf(key(field));
        return known < 0 ? ORDER.size() : known;
    }

    private static String key(String field) {
        return field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
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
