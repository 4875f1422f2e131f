package io.streamgauge.server.fault;

import java.util.OptionalInt;

/**
 * The body has more bytes than its Content-Length says.
 *
 * @param by so many
 */
public record BodyLonger(int by, FaultTarget target) implements Fault {
    private static final int MAX_BYTES = 1 << 20;

    static final FaultKind KIND = FaultKind.ofAnswer(
            "body-longer",
            "body-longer(by=10)",
            "Announces a Content-Length that is shorter than the body by so many bytes, in place of chunks, and closes "
                    + "the connection behind it.",
            (given, target) -> new BodyLonger(given.bytes("by", 10, 1, MAX_BYTES), target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return target.hits(context.chance()) ? announcing(script, -by) : script;
    }

    /** Ends with the connection: what the length says leaves no other end. */
    static Script announcing(Script script, int more) {
        Script.Transfer transfer = new Script.Transfer(script.transfer().coding(), OptionalInt.of(more));
        Ending ending = script.finish().ending() == Ending.IN_ORDER
                ? Ending.CLOSED
                : script.finish().ending();
        return script.withTransfer(transfer).ending(ending);
    }

    @Override
    public String toString() {
        return KIND.words(target, "by=" + by);
    }
}
