package io.streamgauge.server.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.streamgauge.provider.Dialect;
import io.streamgauge.server.plan.TimedBody;
import io.streamgauge.server.words.Quantities;

/**
 * The vendor's own signs of life come between events.
 *
 * @param everyNanos what lies between two of them, by which everything behind is late
 */
public record Pings(int count, long everyNanos, FaultTarget target) implements Fault {
    private static final int MAX_COUNT = 1_000_000;

    static final FaultKind KIND = FaultKind.ofSpot(
            "pings",
            "pings(count=1000,every=0ms)",
            "Sends so many pings, at once or with so long between them: Anthropic's ping events, the Responses API's "
                    + "keepalive events, and comments where the vendor has nothing of the kind.",
            (given, target) -> new Pings(given.count("count", 1000, 1, MAX_COUNT), given.nanos("every", 0), target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return Flood.of(script, target, ping(script.body(), context.dialect()), count, everyNanos, context);
    }

    private static byte[] ping(TimedBody body, Dialect dialect) {
        String end = EventEdit.lineEnd(body);
        return switch (dialect) {
            case ANTHROPIC_MESSAGES, ANTHROPIC_COMPLETE ->
                ("event: ping" + end + "data: {\"type\": \"ping\"}" + end + end).getBytes(US_ASCII);
            case OPENAI_RESPONSES ->
                ("event: keepalive" + end + "data: {\"type\":\"keepalive\"}" + end + end).getBytes(US_ASCII);
            default -> Comments.line(body, ": ping", ": ping".length());
        };
    }

    @Override
    public String toString() {
        return KIND.words(target, "count=" + count, "every=" + Quantities.time(everyNanos));
    }
}
