package io.streamgauge.event;

import io.streamgauge.bytes.Utf8;
import java.util.ArrayList;
import java.util.List;

/** The standard read aloud: decode everything, split into lines, interpret each. Slow, and as plain as can be. */
final class SseReference {
    private final List<String> events = new ArrayList<>();
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private String idBuffer = "";
    private String lastEventId = "";

    private SseReference() {}

    /** The events of a whole body in the form of {@link Transcript}, without number and offset. */
    static List<String> eventsOf(byte[] body) {
        String text = Utf8.decode(body, 0, body.length);
        SseReference reference = new SseReference();
        reference.lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return reference.events;
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
            default -> {}
        }
    }

    private void dispatch() {
        lastEventId = idBuffer;
        if (data.length() > 0) {
            String shown =
                    data.substring(0, data.length() - 1).replace("\n", "\\n").replace("\0", "\\0");
            events.add((type.isEmpty() ? "" : type.replace("\0", "\\0") + " / ") + "`" + shown + "`"
                    + (lastEventId.isEmpty() ? "" : " #" + lastEventId));
        }
        data.setLength(0);
        type = "";
    }
}
