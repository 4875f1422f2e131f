package io.streamgauge.conformance;

import java.util.Set;

/** An event as a parser reports it, or should. */
record SeenEvent(String type, String data, String id) {
    /** The event for people, without what the parser does not claim to report: {@code message "a" #1}. */
    String shown(Set<Capability> capabilities) {
        return (capabilities.contains(Capability.TYPE) ? Shown.bare(type) + " " : "")
                + Shown.quoted(data)
                + (capabilities.contains(Capability.ID) && !id.isEmpty() ? " #" + Shown.bare(id) : "");
    }
}
