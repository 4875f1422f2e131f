package io.streamgauge.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.event.ParserLimits;
import io.streamgauge.provider.Dialect;
import io.streamgauge.server.Fragmentation;
import io.streamgauge.server.ReplaySchedule;
import io.streamgauge.server.ReplayServer;
import io.streamgauge.server.ServedRecording;
import io.streamgauge.transport.EventLoops;
import io.streamgauge.transport.LeakCheck;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of each fault of the fake provider. */
@ExtendWith(LeakCheck.class)
class FaultyProviderTest {
    private static final String CHAT = chat("{\"role\":\"assistant\",\"content\":\"\"}", "null")
            + chat("{\"content\":\"Grüße, \"}", "null")
            + chat("{\"content\":\"Welt\"}", "null")
            + chat("{}", "\"stop\"")
            + "data: [DONE]\n\n";

    private static final ClientOptions OPTIONS = ClientOptions.DEFAULTS
            .withTimeouts(
                    StreamTimeouts.DEFAULTS.withFirstByte(Duration.ofSeconds(2)).withIdle(Duration.ofMillis(500)))
            .withParserLimits(new ParserLimits(64 << 10, 64 << 10, 1 << 20));

    private final EventLoops loops = EventLoops.start("test-client", 1);
    private ReplayServer server;

    private static String chat(String delta, String finish) {
        return "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                + "\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish + "}]}\n\n";
    }

    @BeforeEach
    void startServer() throws BindException {
        server = ReplayServer.builder()
                .recordings(List.of(ServedRecording.of("chat", Dialect.OPENAI_CHAT, CHAT.getBytes(UTF_8))))
                .schedule(ReplaySchedule.unlimited())
                .fragmentation(Fragmentation.events(1))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        loops.close();
    }

    private RecordingListener ask(String faults) {
        RecordingListener listener = new RecordingListener();
        try (StreamClient client = new StreamClient(loops, OPTIONS)) {
            StreamRequest request = StreamRequest.to(Dialect.OPENAI_CHAT, server.uri())
                    .model("chat")
                    .prompt("hello")
                    .header("x-streamgauge-fault", faults)
                    .build();
            client.start(request, listener)
                    .closed()
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        }
        return listener;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fin@event=2 | TRUNCATED | the server closed the connection after ",
                "rst@event=2 | TRUNCATED | ",
                "truncate@event=2 | TRUNCATED | the body ended before the stream did",
                "fin@byte=300 | TRUNCATED | the server closed the connection after 300 bytes",
                "body-shorter@p=1, truncate@event=2 | TRUNCATED | ",
                "fin@head | CONNECT | ",
                "rst@head | CONNECT | ",
                "stall@head | TIMEOUT | first byte timeout of 2000 ms",
                "stall@event=2 | TIMEOUT | idle timeout of 500 ms",
                "drip(bytes=1,gap=900ms)@event=2 | TIMEOUT | idle timeout of 500 ms",
                "status(500) | HTTP_STATUS | HTTP 500: ",
                "status(502,body=html) | HTTP_STATUS | HTTP 502: <html>",
                "status(401) | HTTP_STATUS | HTTP 401: ",
                "status(500,body=stream) | HTTP_STATUS | HTTP 500: ",
                "redirect | HTTP_STATUS | HTTP 307: ",
                "headers(count=1000,bytes=100) | PROTOCOL | ",
                "gzip | PROTOCOL | content-encoding gzip although identity was asked for",
                "deflate | PROTOCOL | content-encoding deflate",
                "error(503)@event=2 | PROVIDER_ERROR | provider error: ",
                "error(429,then=go-on)@event=2 | PROVIDER_ERROR | provider error: ",
                "huge-line(bytes=70KiB)@event=2 | LIMIT | ",
                "comments(count=20,bytes=60000)@event=2 | LIMIT | "
            })
    void everyFaultIsAFailureOfItsKind(String faults, StreamFailure.Kind kind, String words) {
        RecordingListener listener = ask(faults);
        String described = listener.failure().describe();

        assertEquals(kind, listener.failure().kind(), described);
        assertTrue(described.contains(words == null ? "" : words), described);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "no-last-chunk",
                "no-terminal",
                "no-blank-line",
                "content-type(text/plain)",
                "comments(count=500)@event=2",
                "pings(count=500)@event=2",
                "huge-line(bytes=10KiB)@event=2",
                "garbage(bytes=100)",
                "drip(bytes=50,gap=1ms)",
                "stall(for=50ms)@event=2",
                "stall@end",
                "fin@end",
                "headers(count=100,bytes=100)"
            })
    void whatLosesNothingIsNoFailure(String faults) {
        RecordingListener listener = ask(faults);

        assertEquals(Optional.empty(), listener.outcome().failure(), listener.outcome()::describe);
        assertEquals("Grüße, Welt", listener.text());
    }

    @Test
    void nothingReceivedBeforeAFailureIsLost() {
        for (String faults : List.of("fin@event=2", "rst@event=2", "stall@event=2", "error(503)@event=2")) {
            assertEquals("Grüße, ", ask(faults).text(), faults);
        }
    }

    @Test
    void theTimeToWaitIsTold() {
        StreamFailure failure = ask("status(429,retry-after=2s)").failure();

        assertEquals(Optional.of(Duration.ofSeconds(2)), ((StreamFailure.HttpStatus) failure).retryAfter());
        StreamFailure millis = ask("status(429,retry-after=1500ms)").failure();
        assertEquals(Optional.of(Duration.ofMillis(1500)), ((StreamFailure.HttpStatus) millis).retryAfter());
    }

    @Test
    void aCharacterThatWasCutIsReplacedAndNothingElse() {
        assertEquals("Gr\uFFFDße, Welt", ask("cut-utf8").text());
    }
}
