package io.streamgauge.server.fault;

import io.streamgauge.server.words.Quantities;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Nothing comes for a while, or for ever.
 *
 * @param nanos how long; empty for ever
 */
public record Stall(OptionalLong nanos, FaultTarget target) implements Fault {
    static final FaultKind KIND = new FaultKind(
            "stall",
            "stall(for=ever)",
            "Sends nothing for so long, or for ever, and keeps the connection; what follows is late by that time.",
            Aim.SPOT_OR_HEAD,
            FaultTarget.at(Place.Named.MIDDLE),
            (given, target) -> new Stall(
                    given.word("ever")
                            ? OptionalLong.empty()
                            : given.value("for", Stall::time).orElse(OptionalLong.empty()),
                    target));

    private static OptionalLong time(String text) {
        return text.equals("ever") ? OptionalLong.empty() : OptionalLong.of(Quantities.nanos(text));
    }

    @Override
    public Script applyTo(Script script, FaultContext context) {
        if (nanos.isEmpty()) {
            return CutOff.of(script, target, Ending.NEVER, context);
        }
        Optional<Spot> spot = target.spot(script.body(), context.chance());
        return spot.map(found -> late(script, found.offset(), nanos.getAsLong()))
                .orElse(script);
    }

    private Script late(Script script, int offset, long by) {
        Script.Head head = script.head();
        long headNanos = target.place() == Place.Named.HEAD ? head.nanos() + by : head.nanos();
        Script.Finish finish = new Script.Finish(
                script.finish().ending(),
                script.endNanos() + by,
                script.finish().extent());
        return new Script(
                new Script.Head(head.status(), head.headers(), headNanos),
                script.body().delay(offset, by),
                finish,
                script.transfer());
    }

    @Override
    public String toString() {
        return nanos.isPresent()
                ? KIND.words(target, "for=" + Quantities.time(nanos.getAsLong()))
                : KIND.words(target, "for=ever");
    }
}
