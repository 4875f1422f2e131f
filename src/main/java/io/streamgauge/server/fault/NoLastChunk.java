package io.streamgauge.server.fault;

/** All of the body comes, but not the chunk that ends it. */
public record NoLastChunk(FaultTarget target) implements Fault {
    static final FaultKind KIND = FaultKind.ofAnswer(
            "no-last-chunk",
            "no-last-chunk",
            "Sends the whole body and closes the connection without the empty chunk that would end it.",
            (given, target) -> new NoLastChunk(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return target.hits(context.chance()) ? script.ending(Ending.CLOSED) : script;
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
