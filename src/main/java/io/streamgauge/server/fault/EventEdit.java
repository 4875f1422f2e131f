package io.streamgauge.server.fault;

import io.streamgauge.provider.Framing;
import io.streamgauge.server.plan.Edit;
import io.streamgauge.server.plan.TimedBody;
import io.streamgauge.server.plan.TimedBody.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes events out, puts them in and finds the JSON in them, whatever the framing: an SSE event goes with its blank
 * line, a line with its end, and an element of an array with the comma beside it.
 */
final class EventEdit {
    private static final byte[] ARRAY_SEPARATOR = ",\r\n".getBytes(StandardCharsets.US_ASCII);

    private EventEdit() {}

    private static boolean isArray(TimedBody body) {
        return body.framing().filter(framing -> framing == Framing.JSON_ARRAY).isPresent();
    }

    /** The event itself: of an array the element alone, else the whole block. */
    static Span span(TimedBody body, int event) {
        Span block = body.event(event);
        if (!isArray(body)) {
            return block;
        }
        int from = block.from();
        while (from < block.to() && body.bytes()[from] != '{') {
            from++;
        }
        return new Span(from, block.to());
    }

    /** Where another event can stand in front of what begins at an offset. */
    static int inFrontOf(TimedBody body, int offset) {
        int event = body.eventAt(offset);
        return isArray(body) && event < body.events() ? span(body, event).from() : offset;
    }

    /**
     * Leaves events out so that the framing of the others stays what it was; of an array the first ones go together.
     */
    static List<Edit> drop(TimedBody body, List<Integer> events) {
        List<Edit> edits = new ArrayList<>();
        int leading = 0;
        while (isArray(body) && leading < events.size() && events.get(leading) == leading) {
            leading++;
        }
        if (leading > 0) {
            int to = leading < body.events()
                    ? span(body, leading).from()
                    : body.event(leading - 1).to();
            edits.add(Edit.remove(new Span(span(body, 0).from(), to)));
        }
        events.stream().skip(leading).map(body::event).map(Edit::remove).forEach(edits::add);
        return edits;
    }

    /** Sends an event again right behind itself. */
    static Edit duplicate(TimedBody body, int event, int times) {
        Span span = span(body, event);
        byte[] copy = body.copy(span);
        return Edit.behind(span, isArray(body) ? joined(ARRAY_SEPARATOR, copy) : copy, times);
    }

    /** Lets an event and the one behind it change places; whatever stands between them stays there. */
    static Edit swap(TimedBody body, int event) {
        Span first = span(body, event);
        Span second = span(body, event + 1);
        byte[] between = body.copy(new Span(first.to(), second.from()));
        return Edit.replace(new Span(first.from(), second.to()), joined(body.copy(second), between, body.copy(first)));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The JSON object within an event, from brace to brace, if there is one. */
    static Optional<Span> json(TimedBody body, int event) {
        Span span = span(body, event);
        int from = span.from();
        int to = span.to();
        while (from < to && body.bytes()[from] != '{') {
            from++;
        }
        while (to > from && body.bytes()[to - 1] != '}') {
            to--;
        }
        return to - from >= 2 ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    /** The line end that a body uses. */
    static String lineEnd(TimedBody body) {
        for (byte b : body.bytes()) {
            if (b == '\r' || b == '\n') {
                return b == '\r' ? "\r\n" : "\n";
            }
        }
        return "\n";
    }
}
