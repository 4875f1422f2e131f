package io.streamgauge.server.fault;

import io.streamgauge.server.plan.Edit;
import io.streamgauge.server.plan.TimedBody.Span;

/** The JSON of an event stops halfway; its framing is in order. */
public record TruncatedJson(FaultTarget target) implements Fault {
    static final FaultKind KIND = FaultKind.ofEvents(
            "truncated-json",
            "truncated-json",
            "Leaves out the second half of the JSON object of an event.",
            (given, target) -> new TruncatedJson(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return EventChange.each(
                script,
                target,
                context,
                (body, event) -> EventEdit.json(body, event)
                        .map(json -> Edit.remove(new Span((json.from() + json.to() + 1) / 2, json.to()))));
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
