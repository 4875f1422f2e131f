package io.streamgauge.corpus.synthetic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Cuts a whole body into events in the most obvious way there is, to check the corpus by something that shares no line
 * with the parsers.
 *
 * @param events their data, in order
 * @param open whether the body ends within an event
 */
record NaiveFraming(List<String> events, int comments, boolean open) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static NaiveFraming of(String extension, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return switch (extension) {
            case "sse" -> eventStream(text);
            case "ndjson" -> lines(text);
            case "jsonarray" -> array(text);
            default -> throw new IllegalArgumentException("no stream has the extension " + extension);
        };
    }

    private static NaiveFraming eventStream(String text) {
        List<String> events = new ArrayList<>();
        List<String> data = new ArrayList<>();
        int comments = 0;
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (String line : List.of(lines).subList(0, lines.length - 1)) {
            if (line.isEmpty() && !data.isEmpty()) {
                events.add(String.join("\n", data));
                data.clear();
            } else if (line.startsWith(":")) {
                comments++;
            } else if (line.startsWith("data:")) {
                data.add(line.startsWith("data: ") ? line.substring(6) : line.substring(5));
            }
        }
        return new NaiveFraming(events, comments, !data.isEmpty() || !lines[lines.length - 1].isEmpty());
    }

    private static NaiveFraming lines(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return new NaiveFraming(lines.subList(0, lines.size() - 1), 0, !text.endsWith("\n"));
    }

    /** Elements are printed, so that nothing but the brace around one stands in the first column. */
    private static NaiveFraming array(String text) {
        List<String> elements = new ArrayList<>();
        for (String element : text.substring(1).split("\n,\r\n", -1)) {
            elements.add(element.endsWith("\n]") ? element.substring(0, element.length() - 2) : element);
        }
        boolean open = !text.endsWith("]");
        return new NaiveFraming(open ? elements.subList(0, elements.size() - 1) : elements, 0, open);
    }

    static JsonNode json(byte[] text) {
        return JSON.readTree(text);
    }

    /** Whether a payload can be read as the JSON that it should be. */
    static boolean isJson(String payload) {
        try {
            return !JSON.readTree(payload).isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }
}
