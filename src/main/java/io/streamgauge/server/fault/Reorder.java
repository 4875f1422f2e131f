package io.streamgauge.server.fault;

import io.streamgauge.server.plan.Edit;
import io.streamgauge.server.plan.TimedBody;
import java.util.ArrayList;
import java.util.List;

/** An event comes behind the one that follows it. */
public record Reorder(FaultTarget target) implements Fault {
    static final FaultKind KIND = FaultKind.ofEvents(
            "reorder",
            "reorder",
            "Lets an event change places with the one behind it; the last event has none and stays.",
            (given, target) -> new Reorder(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return EventChange.all(script, target, context, Reorder::swaps);
    }

    /** An event that has just changed places stays there, even when it is struck itself. */
    private static List<Edit> swaps(TimedBody body, List<Integer> events) {
        List<Edit> swaps = new ArrayList<>();
        int next = 0;
        for (int event : events) {
            if (event >= next && event + 1 < body.events()) {
                swaps.add(EventEdit.swap(body, event));
                next = event + 2;
            }
        }
        return swaps;
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
