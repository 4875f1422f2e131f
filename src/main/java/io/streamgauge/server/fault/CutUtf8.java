package io.streamgauge.server.fault;

import io.streamgauge.server.plan.TimedBody;
import io.streamgauge.server.plan.TimedBody.Span;
import java.util.Optional;

/** A character of several bytes comes without its last one. */
public record CutUtf8(FaultTarget target) implements Fault {
    static final FaultKind KIND = new FaultKind(
            "cut-utf8",
            "cut-utf8",
            "Leaves out the last byte of the first character at or behind that place that has more than one.",
            Aim.SPOT,
            FaultTarget.at(Place.Named.START),
            (given, target) -> new CutUtf8(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        TimedBody body = script.body();
        return target.spot(body, context.chance())
                .flatMap(spot -> lastByteOfCharacter(body, spot.offset()))
                .map(last -> script.withBody(body.remove(last)))
                .orElse(script);
    }

    private static Optional<Span> lastByteOfCharacter(TimedBody body, int from) {
        byte[] bytes = body.bytes();
        int at = from;
        while (at < bytes.length && !isLead(bytes[at])) {
            at++;
        }
        int end = at + 1;
        while (end < bytes.length && isContinuation(bytes[end])) {
            end++;
        }
        return end <= bytes.length && end - at > 1 ? Optional.of(new Span(end - 1, end)) : Optional.empty();
    }

    private static boolean isLead(byte b) {
        return (b & 0xC0) == 0xC0;
    }

    private static boolean isContinuation(byte b) {
        return (b & 0xC0) == 0x80;
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
