package io.streamgauge.provider;

import io.streamgauge.provider.reference.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A body in the blocks that hold its events, so that they can be dropped, repeated and moved. A char is a byte.
 *
 * @param opening what stands before the first block
 * @param separator what stands between two
 * @param closing what stands behind the last
 */
record StreamText(String opening, List<String> blocks, String separator, String closing) {
    private static final Pattern SSE_BLOCK = Pattern.compile("(?:[^\r\n]+(?:\r\n|\r|\n|\\z))*+(?:\r\n|\r|\n|\\z)");
    private static final Pattern NDJSON_BLOCK = Pattern.compile("[^\n]*\n|[^\n]+\\z");
    private static final Pattern DATA = Pattern.compile("(?<![^\r\n])data: ?([^\r\n]*)");

    /** A part of a block. */
    record Range(int from, int to) {
        String in(String text) {
            return text.substring(from, to);
        }
    }

    static StreamText of(Dialect dialect, String body) {
        return switch (dialect.framing()) {
            case SSE -> new StreamText("", blocks(SSE_BLOCK, body), "", "");
            case NDJSON -> new StreamText("", blocks(NDJSON_BLOCK, body), "", "");
            case JSON_ARRAY -> array(body);
        };
    }

    private static List<String> blocks(Pattern block, String body) {
        return block.matcher(body)
                .results()
                .map(MatchResult::group)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toList());
    }

    private static StreamText array(String body) {
        Optional<Json> array = Json.parse(body).filter(json -> json.kind() == Json.Kind.ARRAY);
        List<String> elements = new ArrayList<>();
        array.ifPresent(json ->
                json.children().forEach(child -> elements.add(body.substring(child.from(), child.to()))));
        return elements.isEmpty()
                ? new StreamText("", new ArrayList<>(List.of(body)), "", "")
                : new StreamText("[", elements, ",\r\n", "]");
    }

    /** Where the payload of a block stands: its first data field, or all of it. */
    static Range payload(Dialect dialect, String block) {
        if (dialect.framing() != Framing.SSE) {
            return new Range(0, block.length());
        }
        Matcher data = DATA.matcher(block);
        return data.find() ? new Range(data.start(1), data.end(1)) : new Range(0, 0);
    }

    /** The same stream with other blocks. */
    StreamText with(List<String> newBlocks) {
        return new StreamText(opening, newBlocks, separator, closing);
    }

    String body() {
        return opening + String.join(separator, blocks) + closing;
    }
}
