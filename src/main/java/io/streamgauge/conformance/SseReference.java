package io.streamgauge.conformance;

import io.streamgauge.bytes.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The standard read aloud (HTML Standard 9.2.6): decode everything, split into lines, interpret each. Slow, as plain as
 * can be, and shares nothing with the parsers it is held against but the decoder.
 */
final class SseReference {
    private final List<SeenEvent> events = new ArrayList<>();
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private String idBuffer = "";
    private String lastEventId = "";
    private OptionalLong retry = OptionalLong.empty();

    private SseReference() {}

    /** What a parser has to make of a whole stream. */
    static Difference outcomeOf(byte[] stream, Set<Capability> capabilities) {
        String text = Utf8.decode(stream, 0, stream.length);
        SseReference reference = new SseReference();
        reference.lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
        Expectation rest =
                new Expectation(List.of(), Optional.of(reference.retry), Optional.of(reference.lastEventId), false);
        return new Difference(rest, reference.events, capabilities);
    }

    private void lines(String text) {
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '\r' && c != '\n') {
                continue;
            }
            line(text.substring(from, at));
            if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at++;
            }
            from = at + 1;
        }
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        if (line.isEmpty()) {
            dispatch();
        } else if (colon < 0) {
            field(line, "");
        } else if (colon > 0) {
            String value = line.substring(colon + 1);
            field(line.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
        }
    }

    private void field(String name, String value) {
        switch (name) {
            case "event" -> type = value;
            case "data" -> data.append(value).append('\n');
            case "id" -> idBuffer = value.indexOf('\0') < 0 ? value : idBuffer;
            case "retry" -> retry = value.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(value)) : retry;
            default -> {}
        }
    }

    private void dispatch() {
        lastEventId = idBuffer;
        if (data.length() > 0) {
            String payload = data.substring(0, data.length() - 1);
            events.add(new SeenEvent(type.isEmpty() ? "message" : type, payload, lastEventId));
        }
        data.setLength(0);
        type = "";
    }
}
