package io.streamgauge.server.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.streamgauge.provider.Framing;
import io.streamgauge.server.plan.TimedBody;
import io.streamgauge.server.words.Quantities;

/**
 * Lines that mean nothing come between events.
 *
 * @param bytes of each
 * @param everyNanos what lies between two of them, by which everything behind is late
 */
public record Comments(int count, int bytes, long everyNanos, FaultTarget target) implements Fault {
    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_BYTES = 1 << 20;

    static final FaultKind KIND = FaultKind.ofSpot(
            "comments",
            "comments(count=1000,bytes=20,every=0ms)",
            "Sends so many comments of so many bytes each, at once or with so long between them: SSE comments with "
                    + "their blank lines, empty lines in NDJSON, white space in JSON.",
            (given, target) -> new Comments(
                    given.count("count", 1000, 1, MAX_COUNT),
                    given.bytes("bytes", 20, 1, MAX_BYTES),
                    given.nanos("every", 0),
                    target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return Flood.of(script, target, comment(script.body()), count, everyNanos, context);
    }

    private byte[] comment(TimedBody body) {
        return line(body, ": keep-alive " + "-".repeat(bytes), bytes);
    }

    /**
     * A line without meaning.
     *
     * @param text what the line begins with where comments can be read
     */
    static byte[] line(TimedBody body, String text, int bytes) {
        String end = EventEdit.lineEnd(body);
        if (body.framing().filter(framing -> framing == Framing.SSE).isPresent()) {
            return (text.substring(0, Math.min(Math.max(bytes, 1), text.length())) + end + end).getBytes(US_ASCII);
        }
        boolean lines =
                body.framing().filter(framing -> framing == Framing.NDJSON).isPresent();
        return (lines ? end : " ".repeat(bytes)).getBytes(US_ASCII);
    }

    @Override
    public String toString() {
        return KIND.words(target, "count=" + count, "bytes=" + bytes, "every=" + Quantities.time(everyNanos));
    }
}
