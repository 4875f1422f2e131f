package io.streamgauge.server.fault;

/** An event does not come. */
public record Drop(FaultTarget target) implements Fault {
    static final FaultKind KIND =
            FaultKind.ofEvents("drop", "drop", "Leaves an event out.", (given, target) -> new Drop(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return EventChange.all(script, target, context, EventEdit::drop);
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
