package io.streamgauge.server.fault;

/** The connection is reset in the middle of the answer. */
public record Rst(FaultTarget target) implements Fault {
    static final FaultKind KIND = new FaultKind(
            "rst",
            "rst",
            "Resets the connection (RST), once what stands before that place has been handed to the network.",
            Aim.SPOT_OR_HEAD,
            FaultTarget.at(Place.Named.MIDDLE),
            (given, target) -> new Rst(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return CutOff.of(script, target, Ending.RESET, context);
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
