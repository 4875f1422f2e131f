package io.streamgauge.provider.reference;

import io.streamgauge.provider.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies of lines, and the choice between framings. */
final class Framings {
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    /** Gemini sends an array where {@code alt=sse} was forgotten; blanks and a mark may stand before it. */
    private static final Pattern ARRAY = Pattern.compile("[ \t\r\n\u00EF\u00BB\u00BF]{0,64}\\[");

    /** A line with its end, or the last one without. */
    private static final Pattern SSE_LINE = Pattern.compile("([^\r\n]*)(\r\n|\r|\n)|[^\r\n]+\\z");

    private static final Pattern NDJSON_LINE = Pattern.compile("([^\n]*)\n|[^\n]+\\z");

    private static final Pattern BLANK = Pattern.compile("[ \t\r]*");

    private Framings() {}

    static List<Frame> read(Dialect dialect, String body) {
        int start = body.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        return switch (dialect) {
            case GEMINI, GEMINI_JSON_ARRAY ->
                ARRAY.matcher(body).lookingAt() ? new ArrayFraming(body).read(start) : sse(body, start);
            case OLLAMA_CHAT, OLLAMA_GENERATE -> ndjson(body, start);
            default -> sse(body, start);
        };
    }

    private static List<Frame> ndjson(String body, int start) {
        List<Frame> frames = new ArrayList<>();
        Matcher line = NDJSON_LINE.matcher(body).region(start, body.length());
        while (line.find()) {
            boolean isWhole = line.group(1) != null;
            String text = isWhole ? line.group(1) : line.group();
            String json = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            if (!BLANK.matcher(json).matches()) {
                frames.add(new Frame.Event("", json, line.start(), isWhole));
            }
        }
        return frames;
    }

    private static List<Frame> sse(String body, int start) {
        SseBlock block = new SseBlock();
        Matcher line = SSE_LINE.matcher(body).region(start, body.length());
        while (line.find()) {
            boolean isWhole = line.group(1) != null;
            block.line(isWhole ? line.group(1) : line.group(), line.start(), isWhole);
        }
        return block.end();
    }
}
