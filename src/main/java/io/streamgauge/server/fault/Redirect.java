package io.streamgauge.server.fault;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.streamgauge.server.plan.TimedBody;

/**
 * The client is sent elsewhere.
 *
 * @param to where; empty for the path of the request, so that whoever follows comes back for ever
 */
public record Redirect(int code, String to, FaultTarget target) implements Fault {
    private static final int MIN_CODE = 300;
    private static final int MAX_CODE = 399;
    private static final int STANDARD_CODE = 307;

    static final FaultKind KIND = new FaultKind(
            "redirect",
            "redirect(code=307,to=PATH)",
            "Answers with a redirect to a path or URL; without one to the path of the request, for ever.",
            Aim.MOMENT,
            FaultTarget.at(Place.Named.WHOLE),
            (given, target) -> new Redirect(
                    given.count("code", STANDARD_CODE, MIN_CODE, MAX_CODE),
                    given.value("to", HeaderText::checked).orElse(""),
                    target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        if (!target.hits(context.chance())) {
            return script;
        }
        long nanos = target.place() instanceof Place.Time time ? time.nanos() : 0;
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        headers.set("location", to.isEmpty() ? context.path() : to);
        return new Script(
                new Script.Head(code, headers, nanos),
                TimedBody.text(new byte[0], nanos),
                Script.Finish.IN_ORDER,
                Script.Transfer.PLAIN);
    }

    @Override
    public String toString() {
        return to.isEmpty() ? KIND.words(target, "code=" + code) : KIND.words(target, "code=" + code, "to=" + to);
    }
}
