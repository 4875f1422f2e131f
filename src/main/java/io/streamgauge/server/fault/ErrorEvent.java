package io.streamgauge.server.fault;

import io.streamgauge.server.plan.TimedBody;
import java.util.Locale;

/**
 * The provider reports a failure within the stream.
 *
 * @param code the HTTP status that would say the same
 */
public record ErrorEvent(int code, Then then, FaultTarget target) implements Fault {
    private static final int MIN_CODE = 400;
    private static final int MAX_CODE = 599;

    static final FaultKind KIND = FaultKind.ofSpot(
            "error",
            "error(code=500,then=end)",
            "Sends the vendor's error event, the one that says what this HTTP status would, and ends the answer in "
                    + "order or goes on with it (end, go-on).",
            (given, target) -> new ErrorEvent(
                    given.count("code", 500, MIN_CODE, MAX_CODE),
                    given.choice("then", Then.class, Then::word, Then.END),
                    target));

    /** What follows the error. */
    public enum Then {
        /** Nothing; the answer is over. */
        END,
        /** What would have come without it. */
        GO_ON;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public Script applyTo(Script script, FaultContext context) {
        if (script.body().framing().isEmpty()) {
            return script;
        }
        return target.spot(script.body(), context.chance())
                .map(spot -> struck(script, spot, context))
                .orElse(script);
    }

    private Script struck(Script script, Spot spot, FaultContext context) {
        boolean last = then == Then.END;
        TimedBody body = last ? script.body().truncate(spot.offset()) : script.body();
        int at = last ? spot.offset() : EventEdit.inFrontOf(body, spot.offset());
        byte[] event =
                ErrorShapes.event(context.dialect(), body, at, context.errors().body(code), last);
        Script told = script.withBody(body.insert(at, event, spot.nanos()));
        return last ? told.shortened(at + event.length, spot.nanos()) : told;
    }

    @Override
    public String toString() {
        return KIND.words(target, "code=" + code, "then=" + then.word());
    }
}
