package io.streamgauge.server.fault;

/** The body ends too early, and HTTP says that all is well. */
public record Truncate(FaultTarget target) implements Fault {
    static final FaultKind KIND = FaultKind.ofSpot(
            "truncate",
            "truncate",
            "Leaves out everything from there on and ends the answer in order, as a proxy does that "
                    + "lost its own upstream.",
            (given, target) -> new Truncate(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return target.spot(script.body(), context.chance())
                .map(spot -> script.shortened(spot.offset(), spot.nanos()))
                .orElse(script);
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
