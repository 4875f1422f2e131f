package io.streamgauge.server.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.Framing;
import io.streamgauge.server.plan.EventIndex;
import io.streamgauge.server.plan.TimedBody;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small answers for faults, and what became of them in words. */
final class Scripts {
    static final String SSE = "data: {\"a\":1}\n\ndata: {\"é\":2}\n\ndata: {\"c\":3}\n\ndata: [DONE]\n\n";

    private Scripts() {}

    /** A stream with an event every 10 ns, each in a write of its own. */
    static Script stream(Framing framing, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        EventIndex index = EventIndex.of(framing, bytes);
        int[] ends = IntStream.range(0, index.blocks()).map(index::end).toArray();
        long[] due = IntStream.range(0, ends.length).mapToLong(i -> i * 10L).toArray();
        return Script.of(
                200,
                new DefaultHttpHeaders().set("content-type", framing.contentType()),
                TimedBody.of(Optional.of(framing), bytes, ends, due));
    }

    static Script sse() {
        return stream(Framing.SSE, SSE);
    }

    static Faults.Outcome struck(String faults, Script script) {
        return struck(faults, script, Dialect.OPENAI_CHAT, 1);
    }

    static Faults.Outcome struck(String faults, Script script, Dialect dialect, long seed) {
        FaultContext.VendorErrors errors = status ->
                ("{\"error\":{\"message\":\"status " + status + "\",\"type\":\"server_error\"}}").getBytes(UTF_8);
        return Faults.parse(faults)
                .applyTo(script, seed, chance -> new FaultContext(dialect, "/v1/path", errors, chance));
    }

    /** The bytes that a fault makes of a body. */
    static String text(String faults, Framing framing, String body) {
        return text(struck(faults, stream(framing, body)).script());
    }

    static String text(Script script) {
        return new String(script.body().bytes(), UTF_8);
    }

    /** Each write with its instant, line ends as slashes. */
    static String writes(Script script) {
        TimedBody body = script.body();
        return IntStream.range(0, body.writes())
                .mapToObj(write -> {
                    int from = write == 0 ? 0 : body.end(write - 1);
                    String text = new String(body.bytes(), from, body.end(write) - from, UTF_8);
                    return body.dueNanos(write) + ":" + text.replace("\n", "/");
                })
                .collect(Collectors.joining(" "));
    }
}
