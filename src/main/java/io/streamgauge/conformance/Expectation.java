package io.streamgauge.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An outcome as a case writes it.
 *
 * @param events the events, in a form that is put together only when needed
 * @param retry the last reconnection time, with nothing inside where none may have been set; absent when not judged
 * @param lastEventId absent when not judged
 * @param error whether the parser has to report one
 */
record Expectation(List<EventForm> events, Optional<OptionalLong> retry, Optional<String> lastEventId, boolean error) {

    /** One event or, for a sequence, many. */
    private sealed interface EventForm {
        void addTo(List<SeenEvent> events);
    }

    private record One(String type, Parts data, String id) implements EventForm {
        @Override
        public void addTo(List<SeenEvent> events) {
            events.add(new SeenEvent(type, data.text(), id));
        }
    }

    private record Many(String type, Parts.Numbered data, String id) implements EventForm {
        @Override
        public void addTo(List<SeenEvent> events) {
            for (int i = 0; i < data.count(); i++) {
                events.add(new SeenEvent(type, data.at(i), id));
            }
        }
    }

    /** Reads the members of an outcome and leaves all others alone. */
    static Expectation read(CaseNode node) {
        List<EventForm> events = new ArrayList<>();
        if (node.has("eventsSequence")) {
            events.add(many(node.child("eventsSequence")));
        } else {
            node.children("events").forEach(event -> events.add(one(event)));
        }
        return new Expectation(
                List.copyOf(events),
                node.has("retry") ? Optional.of(node.longOrNull("retry")) : Optional.empty(),
                node.maybeText("lastEventId"),
                node.has("end") && node.word("end", Expectation::isError, "clean or error"));
    }

    private static Optional<Boolean> isError(String word) {
        return switch (word) {
            case "clean" -> Optional.of(false);
            case "error" -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    private static EventForm one(CaseNode node) {
        Parts data = node.has("dataParts") ? Parts.read(node, "dataParts") : Parts.ofText(node.text("data"));
        One event = new One(node.text("type"), data, node.text("id"));
        node.nothingElse();
        return event;
    }

    private static EventForm many(CaseNode node) {
        Many events = new Many(node.text("type"), Parts.Numbered.read(node.child("data")), node.text("id"));
        node.nothingElse();
        return events;
    }

    List<SeenEvent> expand() {
        List<SeenEvent> expanded = new ArrayList<>();
        events.forEach(form -> form.addTo(expanded));
        return expanded;
    }

    /** The outcome for people, in the form of {@link Observation#shown}. */
    String shown(List<SeenEvent> expanded, Set<Capability> capabilities) {
        StringBuilder shown = new StringBuilder(Outline.of(expanded, capabilities));
        retry.ifPresent(time -> shown.append(time.isPresent() ? "retry " + time.getAsLong() + '\n' : "no retry\n"));
        lastEventId.ifPresent(
                id -> shown.append("last event ID ").append(Shown.quoted(id)).append('\n'));
        shown.append(error ? "error\n" : "");
        return shown.isEmpty() ? "no event" : shown.toString().stripTrailing();
    }
}
