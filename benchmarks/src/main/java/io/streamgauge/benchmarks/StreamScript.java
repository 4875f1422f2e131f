package io.streamgauge.benchmarks;

import io.streamgauge.provider.Dialect;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes one stream and its right answers side by side. */
final class StreamScript {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 19);
    private final StringBuilder payloads = new StringBuilder();
    private final StringBuilder tokens = new StringBuilder();
    private final String lineEnd;
    private long events;

    StreamScript(String lineEnd) {
        this.lineEnd = lineEnd;
    }

    /** A Server-Sent Event without a name. */
    void data(String payload) {
        put("data: " + payload + lineEnd + lineEnd);
        count(payload);
    }

    /** A Server-Sent Event with a name. */
    void event(String name, String payload) {
        put("event: " + name + lineEnd);
        data(payload);
    }

    /** One line of NDJSON. */
    void line(String payload) {
        put(payload + lineEnd);
        count(payload);
    }

    /** What a decoder has to find in the event just written. */
    void means(String token) {
        tokens.append(token);
    }

    StreamInput end(String name, Dialect dialect) {
        return new StreamInput(
                name,
                List.of(new AnsweredStream(
                        dialect,
                        body.toByteArray(),
                        events,
                        new AnsweredStream.Answers(payloads.toString(), tokens.toString(), tokens.toString()))));
    }

    private void count(String payload) {
        payloads.append(payload).append('\u0000');
        events++;
    }

    private void put(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
