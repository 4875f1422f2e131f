package io.streamgauge.server.fault;

/**
 * Another content type than the body has.
 *
 * @param type {@code none} for no such header
 */
public record WrongType(String type, FaultTarget target) implements Fault {
    static final FaultKind KIND = FaultKind.ofAnswer(
            "content-type",
            "content-type(type=text/plain)",
            "Sends the answer under another content type; 'none' leaves the header out.",
            (given, target) ->
                    new WrongType(given.value("type", HeaderText::checked).orElse("text/plain"), target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        if (!target.hits(context.chance())) {
            return script;
        }
        if (!type.equals("none")) {
            return script.withHeader("content-type", type);
        }
        Script.Head head = script.head();
        return script.withHead(
                new Script.Head(head.status(), head.headers().copy().remove("content-type"), head.nanos()));
    }

    @Override
    public String toString() {
        return KIND.words(target, "type=" + type);
    }
}
