package io.streamgauge.record;

import io.streamgauge.client.StreamClient;
import io.streamgauge.client.StreamListener;
import io.streamgauge.client.StreamOutcome;
import io.streamgauge.client.StreamRequest;
import io.streamgauge.provider.Dialect;
import io.streamgauge.server.Fragmentation;
import io.streamgauge.server.ReplaySchedule;
import io.streamgauge.server.ReplayServer;
import io.streamgauge.server.ServedRecording;
import io.streamgauge.transport.EventLoops;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures how much later events come through the proxy: from the instant the fake provider writes one to the instant
 * the client has read it, with and without the proxy between, on one clock. To be run by hand, on a machine that does
 * nothing else; that the proxy does not wait or buffer is what its tests prove.
 */
final class ProxyDelay {
    private static final int EVENTS = 2_000;
    private static final int EVENTS_PER_SECOND = 500;
    private static final int ROUNDS = 5;

    private ProxyDelay() {}

    private static ServedRecording recording() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            body.append("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word ")
                    .append(i)
                    .append("\"}}]}\n\n");
        }
        body.append("data: [DONE]\n\n");
        return ServedRecording.of(
                "local/words", Dialect.OPENAI_CHAT, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Notes when the last byte of each event was read. */
    private static final class Stamps implements StreamListener {
        private final long[] readNanos = new long[EVENTS + 1];
        private long readAt;
        private int events;
        private byte before;

        @Override
        public void onRead(long nanos) {
            readAt = nanos;
        }

        @Override
        public void onBody(byte[] source, int offset, int length) {
            for (int at = offset; at < offset + length; at++) {
                if (source[at] == '\n' && before == '\n') {
                    readNanos[events++] = readAt;
                }
                before = source[at];
            }
        }

        @Override
        public void onClosed(StreamOutcome outcome) {}
    }

    private static long[] delays(ReplayServer server, URI through) {
        try (EventLoops loops = EventLoops.start("delay-client", 1);
                StreamClient client = new StreamClient(loops)) {
            Stamps stamps = new Stamps();
            StreamOutcome outcome = client.start(
                            StreamRequest.to(Dialect.OPENAI_CHAT, through)
                                    .model("local/words")
                                    .build(),
                            stamps)
                    .closed()
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
            if (!outcome.isSuccess() || stamps.events != EVENTS + 1) {
                throw new IllegalStateException(stamps.events + " events, " + outcome.describe());
            }
            long[] sent = new long[EVENTS + 1];
            server.sendLog().newReader().drain((stream, write, events, end, due, sentNanos) -> {
                if (events > 0 && events <= sent.length) {
                    sent[events - 1] = sentNanos;
                }
            });
            long[] delays = new long[EVENTS];
            Arrays.setAll(delays, event -> TimeUnit.NANOSECONDS.toMicros(stamps.readNanos[event] - sent[event]));
            Arrays.sort(delays);
            return delays;
        }
    }

    /** Prints a line for each round, in microseconds; the first warms up. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("proxy-delay");
        try (ReplayServer server = ReplayServer.builder()
                        .recordings(List.of(recording()))
                        .schedule(ReplaySchedule.eventsPerSecond(EVENTS_PER_SECOND))
                        .fragmentation(Fragmentation.parse("event"))
                        .threads(1)
                        .start();
                RecordingProxy proxy =
                        RecordingProxy.to(server.uri(), folder).threads(1).start()) {
            for (int round = 0; round < ROUNDS; round++) {
                long[] direct = delays(server, server.uri());
                long[] proxied = delays(server, proxy.uri());
                System.out.println("direct " + percentiles(direct) + "; through the proxy " + percentiles(proxied)
                        + "; added at p50 " + (proxied[EVENTS / 2] - direct[EVENTS / 2]));
            }
        }
    }

    private static String percentiles(long[] sorted) {
        return "p50 " + sorted[EVENTS / 2] + ", p90 " + sorted[EVENTS * 9 / 10] + ", p99 " + sorted[EVENTS * 99 / 100];
    }
}
