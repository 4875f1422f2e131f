package io.streamgauge.server;

import static io.streamgauge.server.RawClient.post;
import static io.streamgauge.server.RawWire.chunks;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.server.RawWire.End;
import io.streamgauge.server.fault.Faults;
import io.streamgauge.transport.LeakCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each fault looks like to a client that hides nothing. */
@ExtendWith(LeakCheck.class)
class FaultsOnTheWireTest {
    private static final String LAST_CHUNK = "0\r\n\r\n";
    private static final String BODY = TestRecordings.CHAT_BODY;

    /** Role, two texts, finish, [DONE]. */
    private static final String[] EVENTS = BODY.split("(?<=\n\n)", -1);

    private static final String CHAT = "{\"model\":\"openai/hello\",\"stream\":true}";

    private ReplayServer server;

    @BeforeEach
    void start() throws BindException {
        server = ReplayServer.builder()
                .recordings(TestRecordings.ALL)
                .schedule(ReplaySchedule.unlimited())
                .fragmentation(Fragmentation.events(1))
                .start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private RawWire wire(String faults) throws IOException {
        return RawWire.of(server.port(), chat(faults));
    }

    private static String chat(String faults) {
        return post("/v1/chat/completions", CHAT, "x-streamgauge-fault: " + faults);
    }

    private static String events(int from, int to) {
        return chunks(Arrays.copyOfRange(EVENTS, from, to));
    }

    @Test
    void withoutFaultsEverythingComesAndTheConnectionStays() throws IOException {
        RawWire wire = wire("none");

        assertEquals(events(0, 5) + LAST_CHUNK, wire.body());
        assertEquals(End.OPEN, wire.end());
        assertEquals("", wire.header("x-streamgauge-fault"));
    }

    @ParameterizedTest
    @CsvSource({
        "fin@event=2, 2, FIN",
        "rst@event=2, 2, RST",
        "stall@event=2, 2, OPEN",
        "fin@start, 0, FIN",
        "rst@start, 0, RST",
        "rst@end, 5, RST",
        "no-last-chunk, 5, FIN",
        "stall@end, 5, OPEN"
    })
    void anAnswerThatBreaksOffHasNoLastChunk(String fault, int events, End end) throws IOException {
        RawWire wire = wire(fault);

        assertEquals(200, wire.status());
        assertEquals(events(0, events), wire.body());
        assertEquals(end, wire.end());
        assertTrue(wire.header("x-streamgauge-fault").startsWith(fault.split("@", 2)[0]), wire.head());
    }

    @ParameterizedTest
    @CsvSource({"fin@head, FIN", "rst@head, RST", "stall@head, OPEN"})
    void evenTheHeadMayNeverCome(String fault, End end) throws IOException {
        RawWire wire = wire(fault);

        assertEquals(new RawWire("", "", end), wire);
    }

    @Test
    void aBreakWithinAnEventLeavesItsBeginning() throws IOException {
        int cut = EVENTS[0].length() + 10;
        RawWire wire = wire("fin@byte=" + cut);

        assertEquals(events(0, 1) + chunks(EVENTS[1].substring(0, 10)), wire.body());
        assertEquals(End.FIN, wire.end());
    }

    @Test
    void aSilentStreamIsOpenUntilItsReaderLeaves() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            client.send(chat("stall@event=1"));
            assertEquals("HTTP/1.1 200 OK", client.line());
            assertEquals(1, server.openStreams());
        }
        for (int i = 0; i < 20_000 && server.openStreams() > 0; i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertEquals(0, server.openStreams());
    }

    @Test
    void aStallForATimeMakesTheRestLateAndLosesNothing() throws IOException {
        SendLog.Reader reader = server.sendLog().newReader();
        RawWire wire = wire("stall(for=60ms)@event=2");
        List<Long> due = new ArrayList<>();
        reader.drain((stream, write, events, end, dueNanos, sent) -> due.add(dueNanos));

        assertEquals(events(0, 5) + LAST_CHUNK, wire.body());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(60), due.get(2) - due.get(1));
        assertEquals(0, due.get(4) - due.get(2));
    }

    @Test
    void aDripComesInDrops() throws IOException {
        RawWire wire = wire("drip(bytes=100,gap=1ms)@event=4");

        assertEquals(events(0, 4) + chunks(EVENTS[4]) + LAST_CHUNK, wire.body());
        assertEquals(
                events(0, 4) + chunks("data:", " [DON", "E]\n\n") + LAST_CHUNK,
                wire("drip(bytes=5,gap=1ms)@event=4").body());
    }

    @ParameterizedTest
    @CsvSource({"body-longer(by=10), -10", "body-shorter(by=10), 10"})
    void aLengthThatIsWrongIsAnnouncedAndTheConnectionClosed(String fault, int error) throws IOException {
        RawWire wire = wire(fault);

        assertEquals(String.valueOf(BODY.getBytes(UTF_8).length + error), wire.header("content-length"));
        assertEquals("", wire.header("transfer-encoding"));
        assertEquals(new String(BODY.getBytes(UTF_8), ISO_8859_1), wire.body());
        assertEquals(End.FIN, wire.end());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/chat/completions | openai/hello | 429 | \"code\":\"rate_limit_exceeded\"",
                "/v1/chat/completions | openai/hello | 401 | \"code\":\"invalid_api_key\"",
                "/openai/deployments/openai%2Fhello/chat/completions | openai/hello | 401 | \"code\":\"401\"",
                "/v1/messages | anthropic/hello | 529 | \"type\":\"overloaded_error\"",
                "/v1/messages | anthropic/hello | 401 | \"type\":\"authentication_error\"",
                "/v1/messages | anthropic/hello | 403 | \"type\":\"permission_error\"",
                "/v1/messages | anthropic/hello | 500 | \"type\":\"api_error\"",
                "/v1beta/models/gemini%2Fhello:streamGenerateContent?alt=sse | x | 429 | \"RESOURCE_EXHAUSTED\"",
                "/v1beta/models/gemini%2Fhello:streamGenerateContent?alt=sse | x | 503 | {\"error\":{\"code\":503,",
                "/api/chat | ollama/hello | 500 | {\"error\":\"The server had an error",
                "/v2/chat | cohere/hello | 429 | \"message\":\"Rate limit reached"
            })
    void aStatusComesInTheVendorsWords(String path, String model, int status, String expected) throws IOException {
        String body = "{\"model\":\"" + model + "\",\"stream\":true}";
        RawWire wire = RawWire.of(
                server.port(), post(path, body, "x-streamgauge-fault: status(code=" + status + ",retry-after=1500ms)"));

        assertEquals(status, wire.status());
        assertEquals("application/json", wire.header("content-type"));
        assertEquals("2", wire.header("retry-after"));
        assertEquals("1500", wire.header("retry-after-ms"));
        assertEquals(String.valueOf(wire.body().length()), wire.header("content-length"));
        assertTrue(wire.body().contains(expected), wire.body());
        assertEquals(End.OPEN, wire.end());
    }

    @Test
    void aStatusMayComeWithAnotherBodyOrNone() throws IOException {
        RawWire html = wire("status(502,body=html)");
        assertEquals("text/html", html.header("content-type"));
        assertTrue(html.body().contains("<h1>502 Bad Gateway</h1>"), html.body());

        RawWire empty = wire("status(503,body=empty)");
        assertEquals("0", empty.header("content-length"));
        assertEquals("", empty.body());

        RawWire stream = wire("status(500,body=stream)");
        assertEquals(500, stream.status());
        assertEquals(events(0, 5) + LAST_CHUNK, stream.body());
    }

    @Test
    void aRedirectHasItsPlaceAndNoBody() throws IOException {
        RawWire wire = wire("redirect(code=302,to=/elsewhere)");

        assertEquals(302, wire.status());
        assertEquals("/elsewhere", wire.header("location"));
        assertEquals("0", wire.header("content-length"));
        assertEquals("/v1/chat/completions", wire("redirect").header("location"));
    }

    @Test
    void headersAreAsTheFaultSays() throws IOException {
        assertEquals("text/plain", wire("content-type").header("content-type"));
        assertEquals("", wire("content-type(none)").header("content-type"));
        RawWire flood = wire("headers(count=500,bytes=300)");
        assertEquals("x".repeat(300), flood.header("x-flood-500"));
        assertEquals(events(0, 5) + LAST_CHUNK, flood.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "end"})
    void aCompressedBodyIsTheBodyAgain(String flush) throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            RawClient.Response response =
                    client.send(chat("gzip(flush=" + flush + ")")).read();

            assertEquals("gzip", response.header("content-encoding"));
            assertEquals(
                    BODY,
                    new String(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(), UTF_8));
            assertEquals(flush.equals("write") ? 5 : 2, response.chunks().size());
        }
    }

    /** Faults of the body, each with what is left of it; {@code 0} to {@code 4} are the recording's events. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop@event=1 | 0 2 3 4",
                "duplicate(times=2)@event=1 | 0 1 1 1 2 3 4",
                "reorder@event=1 | 0 2 1 3 4",
                "no-terminal | 0 1 2 3",
                "truncate@event=3 | 0 1 2",
                "drop@each | ''"
            })
    void eventsAreChangedAndTheAnswerEndsInOrder(String fault, String left) throws IOException {
        StringBuilder expected = new StringBuilder();
        for (String event : left.split(" ", -1)) {
            expected.append(event.isEmpty() ? "" : EVENTS[Integer.parseInt(event)]);
        }
        requireBody(fault, expected.toString());
    }

    private void requireBody(String fault, String expected) throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            assertEquals(expected, client.send(chat(fault)).read().text(), fault);
            assertEquals(BODY, client.send(chat("none")).read().text(), "the connection is in order");
        }
    }

    @Test
    void bytesAreChangedAndTheAnswerEndsInOrder() throws IOException {
        String second = EVENTS[1].strip();
        requireBody("no-blank-line", BODY.substring(0, BODY.length() - 1));
        requireBody("malformed-json@event=1", BODY.replace(second, second.substring(0, second.length() - 1) + "]"));
        requireBody("huge-line(bytes=1000)@event=1", BODY.replace(second, padded(second)));
        requireBody("comments(count=2,bytes=6)@event=1", EVENTS[0] + ": keep\n\n: keep\n\n" + rest());
        requireBody("pings(count=2)@event=1", EVENTS[0] + ": ping\n\n: ping\n\n" + rest());
        byte[] half = Arrays.copyOf(second.getBytes(UTF_8), halfOf(second));
        requireBody("truncated-json@event=1", BODY.replace(second, new String(half, UTF_8)));
    }

    private static int halfOf(String event) {
        int prefix = "data: ".length();
        return prefix + (event.getBytes(UTF_8).length - prefix + 1) / 2;
    }

    private static String padded(String event) {
        return event.substring(0, event.length() - 1) + " ".repeat(1000) + "}";
    }

    private static String rest() {
        return String.join("", Arrays.copyOfRange(EVENTS, 1, 5));
    }

    @Test
    void aCharacterIsCutAndGarbageFollows() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            byte[] whole = BODY.getBytes(UTF_8);
            byte[] cut = client.send(chat("cut-utf8")).read().body();
            assertEquals(whole.length - 1, cut.length);

            byte[] garbage = client.send(chat("garbage(bytes=9)")).read().body();
            assertEquals(BODY, new String(garbage, 0, whole.length, UTF_8));
            assertEquals(whole.length + 9, garbage.length);
        }
    }

    @Test
    void aProviderReportsItsFailureInItsOwnShape() throws IOException {
        try (RawClient client = new RawClient(server.port())) {
            String openAi = client.send(chat("error(503)@event=2")).read().text();
            String anthropic = client.send(post(
                            "/v1/messages",
                            "{\"model\":\"anthropic/hello\",\"stream\":true}",
                            "x-streamgauge-fault: error(529)@event=4"))
                    .read()
                    .text();

            assertTrue(
                    openAi.startsWith(EVENTS[0] + EVENTS[1] + "data: {\"error\":{\"message\":\"The server is"), openAi);
            assertTrue(anthropic.endsWith("\"}\n\n"), anthropic);
            assertTrue(
                    anthropic.contains(
                            "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","),
                    anthropic);
        }
    }

    @Test
    void aServersFaultsHoldForEveryRequestThatNamesNoOthers() throws IOException {
        try (ReplayServer faulty = ReplayServer.builder()
                .recordings(TestRecordings.ALL)
                .faults(Faults.parse("fin@event=1"))
                .start()) {
            assertEquals(
                    End.FIN,
                    RawWire.of(faulty.port(), post("/v1/chat/completions", CHAT))
                            .end());
            assertEquals(End.RST, RawWire.of(faulty.port(), chat("rst@event=1")).end());
            assertEquals(End.OPEN, RawWire.of(faulty.port(), chat("none")).end());
        }
    }

    @Test
    void chanceComesFromTheSeedOfTheAnswer() throws IOException {
        int struck = 0;
        for (int i = 0; i < 40; i++) {
            try (RawClient client = new RawClient(server.port())) {
                RawClient.Response first = client.send(chat("drop@each@p=0.3")).read();
                String again = post(
                        "/v1/chat/completions",
                        CHAT,
                        "x-streamgauge-fault: drop@each@p=0.3",
                        "x-streamgauge-seed: " + first.header("x-streamgauge-seed"));

                assertEquals(first.text(), client.send(again).read().text());
                struck += first.header("x-streamgauge-fault").isEmpty() ? 0 : 1;
            }
        }
        assertTrue(struck > 20 && struck < 40, struck + " of 40");
    }

    @Test
    void anAnswerThatIsNoStreamBreaksTooAndTellsItsLengthWhenItDoesNot() throws IOException {
        String whole = "{\"model\":\"openai/hello\"}";
        RawWire cut = RawWire.of(server.port(), post("/v1/chat/completions", whole, "x-streamgauge-fault: fin@middle"));
        assertEquals(End.FIN, cut.end());
        assertEquals("chunked", cut.header("transfer-encoding"));

        RawWire malformed =
                RawWire.of(server.port(), post("/v1/chat/completions", whole, "x-streamgauge-fault: malformed-json"));
        assertTrue(malformed.body().endsWith("]"), malformed.body());
        assertEquals(String.valueOf(malformed.body().length()), malformed.header("content-length"));
    }

    @Test
    void aFaultThatCannotBeReadIsRefusedByName() throws IOException {
        RawWire wire = wire("rst@evnt=5");

        assertEquals(400, wire.status());
        assertTrue(
                wire.body().contains("Header x-streamgauge-fault is 'rst@evnt=5': expected rst followed by @event=N,"),
                wire.body());
        assertEquals(400, wire("huge-line(40MiB)@start, huge-line(40MiB)@start").status());
    }
}
