package io.streamgauge.conformance;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Finds the first place where an observation is not what was expected, as far as the parser reports it. */
record Difference(Expectation expectation, List<SeenEvent> events, Set<Capability> capabilities) {
    static Difference to(Expectation expectation, Set<Capability> capabilities) {
        return new Difference(expectation, expectation.expand(), capabilities);
    }

    /** The expected outcome for people. */
    String shown() {
        return expectation.shown(events, capabilities);
    }

    /** The first difference in one sentence, or nothing. */
    Optional<String> of(Observation actual) {
        return inEvents(actual)
                .or(() -> inEnd(actual))
                .or(() -> inRetry(actual))
                .or(() -> inLastEventId(actual));
    }

    private Optional<String> inEvents(Observation actual) {
        List<SeenEvent> seen = actual.events();
        for (int i = 0; i < Math.min(seen.size(), events.size()); i++) {
            Optional<String> difference = inEvent(events.get(i), seen.get(i));
            if (difference.isPresent()) {
                int number = i + 1;
                return difference.map(text -> "event " + number + ", " + text);
            }
        }
        if (seen.size() < events.size()) {
            return Optional.of("event " + (seen.size() + 1) + " of " + events.size() + " is missing: "
                    + events.get(seen.size()).shown(capabilities));
        }
        if (seen.size() > events.size()) {
            return Optional.of("event " + (events.size() + 1) + " is one too many: "
                    + seen.get(events.size()).shown(capabilities));
        }
        return Optional.empty();
    }

    private Optional<String> inEvent(SeenEvent expected, SeenEvent actual) {
        Optional<String> difference = capabilities.contains(Capability.TYPE)
                ? inText("type", expected.type(), actual.type())
                : Optional.empty();
        difference = difference.or(() -> inText("data", expected.data(), actual.data()));
        return capabilities.contains(Capability.ID)
                ? difference.or(() -> inText("id", expected.id(), actual.id()))
                : difference;
    }

    private static Optional<String> inText(String what, String expected, String actual) {
        if (expected.equals(actual)) {
            return Optional.empty();
        }
        int at = 0;
        while (at < Math.min(expected.length(), actual.length()) && expected.charAt(at) == actual.charAt(at)) {
            at++;
        }
        return Optional.of(
                what + ", character " + (at + 1) + ": expected " + from(expected, at) + ", got " + from(actual, at));
    }

    private static String from(String text, int at) {
        return at == text.length() ? "the end" : Shown.quoted(text.substring(at));
    }

    private Optional<String> inEnd(Observation actual) {
        if (expectation.error() == actual.error().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(actual.error()
                .map(message -> "the parser reported an error: " + Shown.bare(message))
                .orElse("the parser reported no error"));
    }

    private Optional<String> inRetry(Observation actual) {
        if (!capabilities.contains(Capability.RETRY)
                || expectation.retry().map(actual.retry()::equals).orElse(true)) {
            return Optional.empty();
        }
        return Optional.of(
                "retry: expected " + shown(expectation.retry().orElseThrow()) + ", got " + shown(actual.retry()));
    }

    private static String shown(OptionalLong time) {
        return time.isPresent() ? Long.toString(time.getAsLong()) : "none";
    }

    private Optional<String> inLastEventId(Observation actual) {
        String seen = actual.lastEventId().orElse("");
        if (!capabilities.contains(Capability.LAST_EVENT_ID)
                || expectation.lastEventId().map(seen::equals).orElse(true)) {
            return Optional.empty();
        }
        return Optional.of("last event ID: expected "
                + Shown.quoted(expectation.lastEventId().orElseThrow()) + ", got " + Shown.quoted(seen));
    }
}
