package io.streamgauge.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.server.fault.Ending;
import io.streamgauge.server.fault.FaultContext;
import io.streamgauge.server.fault.Faults;
import io.streamgauge.server.fault.Script;
import io.streamgauge.server.pace.Chance;
import java.util.function.Function;

/**
 * An answer before it is given a number.
 *
 * @param headers the answer's own, to be added to
 */
record Prepared(int status, HttpHeaders headers, ReplayPlan plan) {
    /** A recording in order: what every answer is unless somebody asks for faults. */
    static Prepared inOrder(ReplayBody body, ReplayPlan plan) {
        HttpHeaders headers = body.headers().copy();
        if (body.framing().isEmpty()) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length());
        }
        return new Prepared(body.recording().status(), headers, plan);
    }

    /**
     * The same with faults.
     *
     * @throws io.streamgauge.server.words.WordsException when they make more of it than is allowed
     */
    static Prepared withFaults(
            ReplayBody body, ReplayPlan plan, Faults faults, long seed, Function<Chance, FaultContext> contexts) {
        Script inOrder = Script.of(body.recording().status(), body.headers(), plan.timedBody(body));
        Faults.Outcome outcome = faults.applyTo(inOrder, seed, contexts);
        Script script = outcome.script();
        ReplayPlan struck = ReplayPlan.of(script);
        HttpHeaders headers = script.head().headers().copy();
        if (!outcome.struck().isEmpty()) {
            headers.set(Controls.FAULT, String.join(", ", outcome.struck()));
        }
        if (announcesLength(script)) {
            int error = script.transfer().lengthError().orElse(0);
            headers.set(HttpHeaderNames.CONTENT_LENGTH, Math.max(0, struck.length() + error));
        }
        return new Prepared(script.head().status(), headers, struck);
    }

    /**
     * Streams come in chunks; a text does too when it is cut off, since nobody can tell how long it would have been.
     */
    private static boolean announcesLength(Script script) {
        boolean wholeText = script.body().framing().isEmpty() && script.finish().ending() == Ending.IN_ORDER;
        return wholeText || script.transfer().lengthError().isPresent();
    }
}
