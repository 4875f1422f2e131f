package io.streamgauge.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The response headers that are written down: those of which it is known that they tell of the service and not of
 * whoever asked. Everything else is left out, ids of requests and organisations among them.
 */
final class KeptHeaders {
    /** The longest value that is kept; a longer one is left out. */
    static final int MAX_VALUE_CHARS = 256;

    /** The longest content type that is kept. */
    static final int MAX_CONTENT_TYPE_CHARS = 256;

    private static final Set<String> NAMES = Set.of(
            "cache-control",
            "content-disposition",
            "openai-processing-ms",
            "openai-version",
            "retry-after",
            "retry-after-ms",
            "server",
            "server-timing",
            "vary",
            "x-accel-buffering",
            "x-amzn-bedrock-content-type",
            "x-amzn-errortype",
            "x-content-type-options",
            "x-envoy-upstream-service-time",
            "x-should-retry");

    private static final List<String> PREFIXES = List.of("anthropic-ratelimit-", "x-ratelimit-");

    private KeptHeaders() {}

    /** Whether a header of this name, in lower case, is kept. */
    static boolean isKept(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** The kept ones, in order; the last of several with one name. */
    static Map<String, String> of(Iterable<Map.Entry<String, String>> headers, Secrets secrets) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            String value = header.getValue().strip();
            if (isKept(name) && value.length() <= MAX_VALUE_CHARS && isPlain(value)) {
                kept.put(name, secrets.mask(value));
            }
        }
        return kept;
    }

    /** A content type that can be written down and sent again; empty when this one cannot. */
    static String contentType(String value, Secrets secrets) {
        String type = value.strip();
        return type.length() <= MAX_CONTENT_TYPE_CHARS && isPlain(type) ? secrets.mask(type) : "";
    }

    private static boolean isPlain(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    }
}
