package io.streamgauge.server.fault;

import java.util.Optional;

/** Ends an answer before it is over, even before its head. */
final class CutOff {
    private CutOff() {}

    static Script of(Script script, FaultTarget target, Ending ending, FaultContext context) {
        Optional<Spot> spot = target.spot(script.body(), context.chance());
        if (spot.isEmpty()) {
            return script;
        }
        if (target.place() != Place.Named.HEAD) {
            return script.cutOff(spot.get().offset(), ending, spot.get().nanos());
        }
        Script.Head head = script.head();
        return script.withHead(new Script.Head(head.status(), head.headers(), Script.NEVER_NANOS))
                .cutOff(0, ending, head.nanos());
    }
}
