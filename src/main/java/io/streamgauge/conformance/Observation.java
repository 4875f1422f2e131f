package io.streamgauge.conformance;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * All that a parser said of one stream.
 *
 * @param dropped how many further events there were, beyond what is worth keeping
 */
record Observation(
        List<SeenEvent> events, int dropped, OptionalLong retry, Optional<String> lastEventId, Optional<String> error) {

    /** A line for each event, and one for everything else. */
    String shown(Set<Capability> capabilities) {
        StringBuilder shown = new StringBuilder(Outline.of(events, capabilities));
        if (dropped > 0) {
            shown.append("and ").append(dropped).append(" more\n");
        }
        retry.ifPresent(millis -> shown.append("retry ").append(millis).append('\n'));
        lastEventId
                .filter(id -> !id.isEmpty())
                .ifPresent(id ->
                        shown.append("last event ID ").append(Shown.quoted(id)).append('\n'));
        error.ifPresent(
                message -> shown.append("error: ").append(Shown.bare(message)).append('\n'));
        return shown.isEmpty() ? "no event" : shown.toString().stripTrailing();
    }
}
