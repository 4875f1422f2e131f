package io.streamgauge.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes down what a parser says. Synchronised, because the watching thread looks at what a parser that hangs has said
 * so far. Events far beyond those expected are counted and not kept, and a parser that was given up is stopped here.
 */
final class Observer implements ParserSubject.Sink {
    /** How many events too many are kept as evidence. */
    private static final int KEPT_BEYOND_EXPECTED = 100;

    private final int maxEvents;
    private final List<SeenEvent> events = new ArrayList<>();
    private int dropped;
    private OptionalLong retry = OptionalLong.empty();
    private Optional<String> lastEventId = Optional.empty();
    private Optional<String> error = Optional.empty();

    Observer(int expectedEvents) {
        maxEvents = expectedEvents + KEPT_BEYOND_EXPECTED;
    }

    @Override
    public synchronized void event(String type, String data, String id) {
        stopWhenGivenUp();
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(id, "lastEventId");
        if (events.size() < maxEvents) {
            events.add(new SeenEvent(type, data, id));
        } else {
            dropped++;
        }
    }

    @Override
    public synchronized void retry(long millis) {
        stopWhenGivenUp();
        retry = OptionalLong.of(millis);
    }

    @Override
    public synchronized void lastEventId(String id) {
        stopWhenGivenUp();
        lastEventId = Optional.of(id);
    }

    @Override
    public synchronized void error(String message) {
        stopWhenGivenUp();
        error = error.or(() -> Optional.of(message));
    }

    private static void stopWhenGivenUp() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("the check was given up");
        }
    }

    synchronized int eventCount() {
        return events.size();
    }

    synchronized Observation observation() {
        return new Observation(List.copyOf(events), dropped, retry, lastEventId, error);
    }
}
