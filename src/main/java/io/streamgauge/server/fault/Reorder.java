package io.streamgauge.server.fault;

/** An event comes behind the one that follows it. */
public record Reorder(FaultTarget target) implements Fault {
    static final FaultKind KIND = FaultKind.ofEvents(
            "reorder",
            "reorder",
            "Lets an event change places with the one behind it; the last event has none and stays.",
            (given, target) -> new Reorder(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return EventChange.each(
                script,
                target,
                context,
                (body, event) -> event + 1 < body.events() ? EventEdit.swap(body, event) : body);
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
