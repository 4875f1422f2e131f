package io.streamgauge.report;

import java.io.Writer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document as compact JSON text, if it is short enough; its length in any case, without ever holding more than that.
 *
 * @param text the first characters, all of them if {@link #complete}
 * @param length characters of the whole text
 */
record BoundedJson(String text, long length) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static BoundedJson of(JsonNode node, int maxChars) {
        Head head = new Head(maxChars);
        MAPPER.writeValue(head, node);
        return new BoundedJson(head.kept.toString(), head.length);
    }

    boolean complete() {
        return text.length() == length;
    }

    /** Keeps the beginning of what is written to it and counts the rest. */
    private static final class Head extends Writer {
        private final StringBuilder kept = new StringBuilder();
        private final int maxChars;
        private long length;

        Head(int maxChars) {
            this.maxChars = maxChars;
        }

        @Override
        public void write(char[] buffer, int offset, int count) {
            kept.append(buffer, offset, Math.min(count, maxChars - kept.length()));
            length += count;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
