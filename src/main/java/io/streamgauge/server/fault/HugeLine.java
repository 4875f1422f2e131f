package io.streamgauge.server.fault;

import io.streamgauge.server.plan.Edit;
import io.streamgauge.server.plan.TimedBody;
import io.streamgauge.server.plan.TimedBody.Span;
import java.util.Arrays;

/**
 * An event is huge, and valid.
 *
 * @param bytes so many blanks are in it
 */
public record HugeLine(int bytes, FaultTarget target) implements Fault {
    private static final int STANDARD_BYTES = 1 << 20;

    static final FaultKind KIND = FaultKind.ofEvents(
            "huge-line",
            "huge-line(bytes=1MiB)",
            "Pads the JSON object of an event with so many blanks in front of its closing brace, which changes nothing "
                    + "of what it says.",
            (given, target) -> new HugeLine(given.bytes("bytes", STANDARD_BYTES, 1, TimedBody.MAX_BYTES), target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        byte[] blanks = new byte[bytes];
        Arrays.fill(blanks, (byte) ' ');
        return EventChange.each(
                script,
                target,
                context,
                (body, event) -> EventEdit.json(body, event)
                        .map(json -> Edit.replace(new Span(json.to() - 1, json.to() - 1), blanks)));
    }

    @Override
    public String toString() {
        return KIND.words(target, "bytes=" + bytes);
    }
}
