package io.streamgauge.server.fault;

import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.server.words.WordsException;

/**
 * Header fields that nobody asked for.
 *
 * @param bytes of the value of each
 */
public record HeaderFlood(int count, int bytes, FaultTarget target) implements Fault {
    private static final int MAX_COUNT = 10_000;
    private static final int MAX_BYTES = 64 << 10;

    /** The most that all fields together may hold: 8 MiB. */
    private static final int MAX_TOTAL_BYTES = 8 << 20;

    static final FaultKind KIND = FaultKind.ofAnswer(
            "headers",
            "headers(count=100,bytes=100)",
            "Adds so many header fields (x-flood-1 and so on) of so many bytes each, 8 MiB at most.",
            (given, target) -> new HeaderFlood(
                    given.count("count", 100, 1, MAX_COUNT), given.bytes("bytes", 100, 0, MAX_BYTES), target));

    /** Checks that both together stay within the bound. */
    public HeaderFlood {
        if ((long) count * bytes > MAX_TOTAL_BYTES) {
            throw WordsException.expected("count times bytes to be at most " + MAX_TOTAL_BYTES);
        }
    }

    @Override
    public Script applyTo(Script script, FaultContext context) {
        if (!target.hits(context.chance())) {
            return script;
        }
        HttpHeaders headers = script.head().headers().copy();
        String value = "x".repeat(bytes);
        for (int i = 1; i <= count; i++) {
            headers.add("x-flood-" + i, value);
        }
        return script.withHead(
                new Script.Head(script.head().status(), headers, script.head().nanos()));
    }

    @Override
    public String toString() {
        return KIND.words(target, "count=" + count, "bytes=" + bytes);
    }
}
