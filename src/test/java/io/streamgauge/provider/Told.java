package io.streamgauge.provider;

import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.DeltaTee;
import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.TokenDelta;
import io.streamgauge.delta.TokenDeltas;
import java.util.ArrayList;
import java.util.List;

/** All that a decoder says of a body, in order, as objects that can be compared. */
final class Told extends DeltaTee {
    /** An event began. */
    record Event(long number) {}

    /** The end of the protocol has come. */
    record Terminal() {}

    private final List<Object> all;

    Told() {
        this(new ArrayList<>());
    }

    private Told(List<Object> all) {
        super(TokenDeltas.copyingTo(all::add), new DeltaHandler() {});
        this.all = all;
    }

    @Override
    public void onEventBegin(long eventNumber) {
        all.add(new Event(eventNumber));
    }

    @Override
    public void onTerminalEvent() {
        all.add(new Terminal());
    }

    /** A decoder must not throw; what it threw is the last it said. */
    void threw(Throwable thrown) {
        all.add("threw " + thrown + " at " + thrown.getStackTrace()[0]);
    }

    List<Object> all() {
        return all;
    }

    /** The same without the places where payloads stop being JSON, which only some readers know. */
    List<Object> withoutPlacesOfBadJson() {
        return all.stream().map(Told::withoutPlace).toList();
    }

    private static Object withoutPlace(Object delta) {
        return delta instanceof TokenDelta.Departure bad && bad.deviation() == Deviation.MALFORMED_JSON
                ? new TokenDelta.Departure(bad.deviation(), bad.eventNumber(), -1)
                : delta;
    }
}
