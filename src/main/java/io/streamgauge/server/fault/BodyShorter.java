package io.streamgauge.server.fault;

/**
 * The body has fewer bytes than its Content-Length says.
 *
 * @param by so many
 */
public record BodyShorter(int by, FaultTarget target) implements Fault {
    private static final int MAX_BYTES = 1 << 20;

    static final FaultKind KIND = FaultKind.ofAnswer(
            "body-shorter",
            "body-shorter(by=10)",
            "Announces a Content-Length that is longer than the body by so many bytes, in place of chunks, and closes "
                    + "the connection where they are missing.",
            (given, target) -> new BodyShorter(given.bytes("by", 10, 1, MAX_BYTES), target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return target.hits(context.chance()) ? BodyLonger.announcing(script, by) : script;
    }

    @Override
    public String toString() {
        return KIND.words(target, "by=" + by);
    }
}
