package io.streamgauge.server.fault;

import io.streamgauge.server.plan.Edit;
import io.streamgauge.server.plan.TimedBody;
import java.util.List;
import java.util.Optional;

/** What a fault does to the events that it strikes. */
@FunctionalInterface
interface EventChange {
    /** The changes of a body; none where there is nothing to change. */
    List<Edit> of(TimedBody body, List<Integer> events);

    /** Changes each event on its own. */
    @FunctionalInterface
    interface OfOne {
        Optional<Edit> of(TimedBody body, int event);
    }

    /** Strikes all events at once: one pass, however many they are. */
    static Script all(Script script, FaultTarget target, FaultContext context, EventChange change) {
        TimedBody body = script.body();
        List<Edit> edits = change.of(body, target.events(body, context.chance()));
        return edits.isEmpty() ? script : script.withBody(body.edited(edits));
    }

    /** The same, where events do not depend on each other. */
    static Script each(Script script, FaultTarget target, FaultContext context, OfOne change) {
        return all(
                script,
                target,
                context,
                (body, events) -> events.stream()
                        .flatMap(event -> change.of(body, event).stream())
                        .toList());
    }
}
