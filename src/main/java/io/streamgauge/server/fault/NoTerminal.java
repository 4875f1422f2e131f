package io.streamgauge.server.fault;

import io.streamgauge.server.plan.TimedBody;
import java.util.List;

/** The last event does not come. */
public record NoTerminal(FaultTarget target) implements Fault {
    static final FaultKind KIND = FaultKind.ofAnswer(
            "no-terminal",
            "no-terminal",
            "Leaves out the last event: [DONE], message_stop, response.completed, the line that says done, or Gemini's "
                    + "chunk with the finish reason.",
            (given, target) -> new NoTerminal(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        TimedBody body = script.body();
        return target.hits(context.chance()) && body.framing().isPresent() && body.events() > 0
                ? script.withBody(body.edited(EventEdit.drop(body, List.of(body.events() - 1))))
                : script;
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
