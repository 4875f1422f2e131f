package io.streamgauge.corpus.synthetic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The body of a recording as it is sent: its bytes, when each read had how many of them, and how many events they make.
 */
final class Wire {
    /** The largest TLS record: a read that one piece fills brings no more. */
    private static final int MAX_READ_BYTES = 16_384;

    private static final long NOT_SET = -1;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<Long> micros = new ArrayList<>();
    private final List<Integer> bytesSoFar = new ArrayList<>();
    private final Pacing pacing;
    private final Dice dice;
    private String lineEnd = "\n";
    private long clockMicros;
    private long nextMicros = NOT_SET;
    private int events;
    private int comments;
    private boolean tailUndispatched;

    Wire(Pacing pacing, Dice dice) {
        this.pacing = pacing;
        this.dice = dice;
    }

    /** From here on lines end with CR LF. */
    void useCrLf() {
        lineEnd = "\r\n";
    }

    /** When the next piece will be sent, in microseconds since the request: for servers that write the time into it. */
    long nextMicros() {
        if (nextMicros == NOT_SET) {
            nextMicros = clockMicros + (body.size() == 0 ? pacing.firstMicros(dice) : pacing.nextMicros(dice));
        }
        return nextMicros;
    }

    /** An SSE event with nothing but data. */
    void event(String data) {
        lines("data: " + data);
    }

    /** An SSE event with a name. */
    void event(String name, String data) {
        lines("event: " + name, "data: " + data);
    }

    /** An SSE event, or a block that dispatches none, of these lines. */
    void lines(String... lines) {
        boolean hasData = Arrays.stream(lines).anyMatch(line -> line.startsWith("data:"));
        events += hasData ? 1 : 0;
        send(join(lines) + lineEnd);
    }

    /** An SSE comment with the blank line that servers put behind it. */
    void comment(String text) {
        comments++;
        send(":" + text + lineEnd + lineEnd);
    }

    /** An SSE event whose blank line never comes. */
    void unterminated(String... lines) {
        tailUndispatched = true;
        send(join(lines));
    }

    /** The beginning of an event whose rest never comes. */
    void cut(String text) {
        tailUndispatched = true;
        send(text);
    }

    /** Something that holds so many events and is written as it is. */
    void raw(String text, int eventsInIt) {
        events += eventsInIt;
        send(text);
    }

    private String join(String... lines) {
        return String.join(lineEnd, lines) + lineEnd;
    }

    private void send(String text) {
        long at = nextMicros();
        nextMicros = NOT_SET;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += MAX_READ_BYTES) {
            at += from == 0 ? 0 : dice.between(120, 700);
            body.write(bytes, from, Math.min(MAX_READ_BYTES, bytes.length - from));
            read(at);
        }
    }

    private void read(long at) {
        if (!micros.isEmpty() && at == clockMicros) {
            bytesSoFar.set(bytesSoFar.size() - 1, body.size());
        } else {
            micros.add(at);
            bytesSoFar.add(body.size());
        }
        clockMicros = at;
    }

    byte[] body() {
        return body.toByteArray();
    }

    int events() {
        return events;
    }

    int comments() {
        return comments;
    }

    boolean isTailUndispatched() {
        return tailUndispatched;
    }

    boolean usesCrLf() {
        return lineEnd.length() == 2;
    }

    int reads() {
        return micros.size();
    }

    /** {@code [[microseconds since the request, bytes so far], ...]} */
    String timing() {
        StringBuilder timing = new StringBuilder("[");
        for (int i = 0; i < micros.size(); i++) {
            timing.append(i == 0 ? "[" : ",[")
                    .append(micros.get(i))
                    .append(',')
                    .append(bytesSoFar.get(i))
                    .append(']');
        }
        return timing.append(']').toString();
    }
}
