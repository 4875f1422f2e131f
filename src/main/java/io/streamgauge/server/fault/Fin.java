package io.streamgauge.server.fault;

/** The connection is closed in the middle of the answer. */
public record Fin(FaultTarget target) implements Fault {
    static final FaultKind KIND = new FaultKind(
            "fin",
            "fin",
            "Closes the connection (FIN) although the answer is not over; the chunk that ends it is never sent.",
            Aim.SPOT_OR_HEAD,
            FaultTarget.at(Place.Named.MIDDLE),
            (given, target) -> new Fin(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return CutOff.of(script, target, Ending.CLOSED, context);
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
