package io.streamgauge.server.fault;

import io.streamgauge.server.plan.Edit;
import io.streamgauge.server.plan.TimedBody.Span;
import java.nio.charset.StandardCharsets;

/** The JSON of an event is none: the bracket that closes it is not the one that opened it. */
public record MalformedJson(FaultTarget target) implements Fault {
    private static final byte[] WRONG_BRACKET = "]".getBytes(StandardCharsets.US_ASCII);

    static final FaultKind KIND = FaultKind.ofEvents(
            "malformed-json",
            "malformed-json",
            "Closes the JSON object of an event with a square bracket.",
            (given, target) -> new MalformedJson(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return EventChange.each(
                script,
                target,
                context,
                (body, event) -> EventEdit.json(body, event)
                        .map(json -> Edit.replace(new Span(json.to() - 1, json.to()), WRONG_BRACKET)));
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
