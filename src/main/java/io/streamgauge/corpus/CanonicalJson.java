package io.streamgauge.corpus;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One spelling for each JSON value: names sorted, no white space, numbers by their value. */
final class CanonicalJson {
    private CanonicalJson() {}

    /** The canonical spelling of a text; a text that is not JSON is its own. */
    static String ofText(String json) {
        try {
            return of(CorpusJson.MAPPER.readTree(json));
        } catch (JacksonException e) {
            return json;
        }
    }

    static String of(JsonNode value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            value.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            String separator = "{";
            for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
                out.append(separator).append(quoted(field.getKey())).append(':');
                write(field.getValue(), out);
                separator = ",";
            }
            out.append(sorted.isEmpty() ? "{}" : "}");
        } else if (value.isArray()) {
            String separator = "[";
            for (JsonNode element : value) {
                out.append(separator);
                write(element, out);
                separator = ",";
            }
            out.append(value.isEmpty() ? "[]" : "]");
        } else {
            out.append(value.isNumber() ? number(value.decimalValue()) : value.toString());
        }
    }

    private static String quoted(String name) {
        return CorpusJson.MAPPER.writeValueAsString(name);
    }

    /** The shortest form; an exponent is kept as one, for a plain 1E999999999 would fill the memory. */
    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toString();
    }
}
