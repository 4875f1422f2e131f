package io.streamgauge.server.fault;

import io.streamgauge.server.plan.TimedBody;
import java.util.Optional;

/** The same bytes over and over, between what was there. */
final class Flood {
    private Flood() {}

    static Script of(
            Script script, FaultTarget target, byte[] piece, int count, long everyNanos, FaultContext context) {
        Optional<Spot> found = target.spot(script.body(), context.chance());
        if (found.isEmpty()) {
            return script;
        }
        Spot spot = found.get();
        TimedBody flooded = script.body()
                .delay(spot.offset(), count * everyNanos)
                .insert(spot.offset(), piece, count, spot.nanos(), everyNanos);
        return script.withBody(flooded);
    }
}
