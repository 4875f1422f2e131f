package io.streamgauge.server.fault;

/**
 * Bytes that mean nothing.
 *
 * @param bytes so many, any of them
 */
public record Garbage(int bytes, FaultTarget target) implements Fault {
    private static final int MAX_BYTES = 1 << 20;
    private static final int BYTE_VALUES = 256;

    static final FaultKind KIND = new FaultKind(
            "garbage",
            "garbage(bytes=64)",
            "Adds so many random bytes, behind the end when nothing else is said.",
            Aim.SPOT,
            FaultTarget.at(Place.Named.END),
            (given, target) -> new Garbage(given.bytes("bytes", 64, 1, MAX_BYTES), target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return target.spot(script.body(), context.chance())
                .map(spot -> script.withBody(script.body().insert(spot.offset(), random(context), spot.nanos())))
                .orElse(script);
    }

    private byte[] random(FaultContext context) {
        byte[] random = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            random[i] = (byte) context.chance().below(BYTE_VALUES);
        }
        return random;
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public String toString() {
        return KIND.words(target, "bytes=" + bytes);
    }
}
