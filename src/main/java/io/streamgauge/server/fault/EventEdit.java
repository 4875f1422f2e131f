package io.streamgauge.server.fault;

import io.streamgauge.provider.Framing;
import io.streamgauge.server.plan.TimedBody;
import io.streamgauge.server.plan.TimedBody.Span;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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

    /** Leaves an event out so that the framing of the others stays what it was. */
    static TimedBody drop(TimedBody body, int event) {
        Span span = span(body, event);
        if (!isArray(body)) {
            return body.remove(span);
        }
        boolean isFirst = event == 0;
        boolean isLast = event == body.events() - 1;
        if (isFirst) {
            return body.remove(
                    isLast ? span : new Span(span.from(), span(body, 1).from()));
        }
        return body.remove(body.event(event));
    }

    /** Sends an event once more right behind itself. */
    static TimedBody duplicate(TimedBody body, int event, int times) {
        Span span = span(body, event);
        byte[] copy = body.copy(span);
        if (isArray(body)) {
            copy = joined(ARRAY_SEPARATOR, copy);
        }
        return body.insert(span.to(), copy, times, body.dueAt(span.to() - 1), 0);
    }

    /** Lets an event and the one behind it change places; whatever stands between them stays there. */
    static TimedBody swap(TimedBody body, int event) {
        Span first = span(body, event);
        Span second = span(body, event + 1);
        byte[] between = body.copy(new Span(first.to(), second.from()));
        return body.replace(new Span(first.from(), second.to()), joined(body.copy(second), between, body.copy(first)));
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
