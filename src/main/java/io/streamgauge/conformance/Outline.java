package io.streamgauge.conformance;

import java.util.List;
import java.util.Set;

/** A list of events for people, short however long it is. */
final class Outline {
    private static final int MAX_EVENTS = 20;

    private Outline() {}

    static String of(List<SeenEvent> events, Set<Capability> capabilities) {
        StringBuilder lines = new StringBuilder();
        for (SeenEvent event : events.subList(0, Math.min(events.size(), MAX_EVENTS))) {
            lines.append(event.shown(capabilities)).append('\n');
        }
        if (events.size() > MAX_EVENTS) {
            lines.append("... (").append(events.size()).append(" events)\n");
        }
        return lines.toString();
    }
}
