package io.streamgauge.server.fault;

import io.streamgauge.server.plan.TimedBody;
import java.util.List;

/** Changes events of a body one by one. */
@FunctionalInterface
interface EventChange {
    /** The body with another event in the place of this one; the very same when there is nothing to change. */
    TimedBody of(TimedBody body, int event);

    /** Changes all events that a fault strikes, the last one first, so that those to come keep their numbers. */
    static Script each(Script script, FaultTarget target, FaultContext context, EventChange change) {
        List<Integer> events = target.events(script.body(), context.chance());
        TimedBody body = script.body();
        for (int i = events.size() - 1; i >= 0; i--) {
            body = change.of(body, events.get(i));
        }
        return body == script.body() ? script : script.withBody(body);
    }
}
