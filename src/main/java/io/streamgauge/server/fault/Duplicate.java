package io.streamgauge.server.fault;

import java.util.Optional;

/**
 * An event comes more than once.
 *
 * @param times so many more
 */
public record Duplicate(int times, FaultTarget target) implements Fault {
    private static final int MAX_TIMES = 10_000;

    static final FaultKind KIND = FaultKind.ofEvents(
            "duplicate",
            "duplicate(times=1)",
            "Sends an event again, so many times, right behind itself.",
            (given, target) -> new Duplicate(given.count("times", 1, 1, MAX_TIMES), target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return EventChange.each(
                script, target, context, (body, event) -> Optional.of(EventEdit.duplicate(body, event, times)));
    }

    @Override
    public String toString() {
        return KIND.words(target, "times=" + times);
    }
}
