package io.streamgauge.server.fault;

import io.streamgauge.server.words.Quantities;

/**
 * The answer comes in drops.
 *
 * @param bytes of each drop
 */
public record Drip(int bytes, long gapNanos, FaultTarget target) implements Fault {
    private static final int MAX_DROP = 1 << 20;
    private static final long STANDARD_GAP_NANOS = 100_000_000;

    static final FaultKind KIND = new FaultKind(
            "drip",
            "drip(bytes=1,gap=100ms)",
            "Sends everything from there on in drops of so many bytes with so long between them.",
            Aim.SPOT,
            FaultTarget.at(Place.Named.START),
            (given, target) ->
                    new Drip(given.bytes("bytes", 1, 1, MAX_DROP), given.nanos("gap", STANDARD_GAP_NANOS), target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return target.spot(script.body(), context.chance())
                .map(spot -> script.withBody(script.body().drip(spot.offset(), bytes, gapNanos)))
                .orElse(script);
    }

    @Override
    public String toString() {
        return KIND.words(target, "bytes=" + bytes, "gap=" + Quantities.time(gapNanos));
    }
}
