package io.streamgauge.server.fault;

import io.streamgauge.provider.Framing;
import io.streamgauge.server.plan.TimedBody;

/** What tells that the last event is whole does not come. */
public record NoBlankLine(FaultTarget target) implements Fault {
    static final FaultKind KIND = FaultKind.ofAnswer(
            "no-blank-line",
            "no-blank-line",
            "Leaves out what ends the last event: the blank line of SSE, the line end of NDJSON, the bracket of a JSON "
                    + "array.",
            (given, target) -> new NoBlankLine(target));

    @Override
    public Script applyTo(Script script, FaultContext context) {
        return target.hits(context.chance()) ? script.withBody(script.body().truncate(end(script.body()))) : script;
    }

    private static int end(TimedBody body) {
        boolean array =
                body.framing().filter(framing -> framing == Framing.JSON_ARRAY).isPresent();
        boolean sse = body.framing().filter(framing -> framing == Framing.SSE).isPresent();
        int end = body.length();
        while (end > 0 && isEnd(body.bytes()[end - 1], array)) {
            end--;
        }
        return sse ? behindLineEnd(body, end) : end;
    }

    private static boolean isEnd(byte b, boolean array) {
        return b == '\n' || b == '\r' || (array && b == ']');
    }

    /** The last line keeps its end; only the blank line behind it goes. */
    private static int behindLineEnd(TimedBody body, int lineEnd) {
        int length = EventEdit.lineEnd(body).length();
        return Math.min(lineEnd + length, body.length());
    }

    @Override
    public String toString() {
        return KIND.words(target);
    }
}
