package io.streamgauge.server;

import static io.streamgauge.server.RawClient.exchange;
import static io.streamgauge.server.RawClient.get;
import static io.streamgauge.server.RawClient.post;
import static io.streamgauge.server.TestRecordings.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.provider.Dialect;
import io.streamgauge.transport.HttpLimits;
import io.streamgauge.transport.LeakCheck;
import io.streamgauge.transport.Transport;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakCheck.class)
class Http1ConnectionTest {
    private static final String PATH = "/v1/chat/completions";
    private static final String HELLO = "{\"model\":\"openai/hello\",\"stream\":true}";

    /** More than any socket takes without a reader. */
    private static final ServedRecording LONG = TestRecordings.recording(
            "long", Dialect.OPENAI_CHAT, "long", "text/event-stream", "data: 0123456789abcdef\n\n".repeat(2_000_000));

    private static ReplayServer.Builder server() {
        return ReplayServer.builder().recordings(TestRecordings.ALL);
    }

    private static ServerLimits limits(int maxBodyBytes, int maxConnections, int maxStreams, long millis) {
        HttpLimits http = new HttpLimits(200, 1_000, maxBodyBytes);
        return new ServerLimits(http, maxConnections, maxStreams, 2, millis, millis);
    }

    private static void awaitUntil(String what, BooleanSupplier condition) {
        for (int i = 0; i < 20_000 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        assertTrue(condition.getAsBoolean(), what);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void pipelinedRequestsAreAnsweredInOrder(Transport transport) throws Exception {
        try (ReplayServer server = server().transport(transport).start();
                RawClient client = new RawClient(server.port())) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                requests.append(post(PATH, HELLO, "x-streamgauge-rate: 5000"));
                requests.append(get("/v1/models/unknown-" + i));
            }
            client.send(requests.toString());

            for (int i = 0; i < 40; i++) {
                assertArrayEquals(bytes(TestRecordings.CHAT), client.read().body());
                assertTrue(client.read().text().contains("`unknown-" + i + "`"));
            }
        }
    }

    @Test
    void aConnectionIsKeptUntilTheClientWantsItClosed() throws Exception {
        try (ReplayServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            assertEquals("", client.send(get("/health")).read().header("connection"));
            assertEquals("", client.send(post(PATH, HELLO)).read().header("connection"));
            RawClient.Response last =
                    client.send(post(PATH, HELLO, "connection: close")).read();

            assertEquals("close", last.header("connection"));
            assertTrue(client.isEnded());
        }
    }

    @Test
    void versionOneZeroGetsBareBytesUpToTheEnd() throws Exception {
        try (ReplayServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            RawClient.Response response = client.send(
                            "POST " + PATH + " HTTP/1.0\r\ncontent-length: " + HELLO.length() + "\r\n\r\n" + HELLO)
                    .read();

            assertEquals("", response.header("transfer-encoding"));
            assertEquals("close", response.header("connection"));
            assertArrayEquals(bytes(TestRecordings.CHAT), response.body());
        }
    }

    @Test
    void headIsAnsweredWithoutABody() throws Exception {
        try (ReplayServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            client.send("HEAD / HTTP/1.1\r\nhost: gauge\r\n\r\n");
            assertEquals("HTTP/1.1 200 OK", client.line());
            while (!client.line().isEmpty()) {
                // Header fields.
            }

            assertEquals(200, client.send(get("/health")).read().status(), "the next answer comes right behind");
        }
    }

    @Test
    void aBodyThatIsAnnouncedIsAskedFor() throws Exception {
        try (ReplayServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            client.send(post(PATH, HELLO, "expect: 100-continue")
                    .substring(0, post(PATH, HELLO, "expect: 100-continue").length() - HELLO.length()));
            assertEquals("HTTP/1.1 100 Continue", client.line());
            assertEquals("", client.line());

            assertEquals(200, client.send(HELLO).read().status());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReaderThatVanishesLeavesNothingBehind(boolean reset) throws Exception {
        try (ReplayServer server = server().recordings(List.of(LONG))
                .schedule(ReplaySchedule.unlimited())
                .start()) {
            for (int i = 0; i < 5; i++) {
                RawClient client = new RawClient(server.port());
                client.send(post(PATH, "{\"model\":\"long\",\"stream\":true}"));
                assertEquals("HTTP/1.1 200 OK", client.line());
                client.exactly(1_000 + i);
                if (reset) {
                    client.reset();
                } else {
                    client.close();
                }
            }

            awaitUntil("all streams are closed", () -> server.openStreams() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aClientThatLeavesBetweenTwoEventsIsNoticed(Transport transport) throws Exception {
        try (ReplayServer server = server().transport(transport)
                .schedule(ReplaySchedule.eventsPerSecond(0.01))
                .start()) {
            try (RawClient client = new RawClient(server.port())) {
                client.send(post(PATH, HELLO) + get("/health") + post(PATH, HELLO));
                assertEquals("HTTP/1.1 200 OK", client.line());
                assertEquals(1, server.openStreams());
            }

            awaitUntil("the stream is closed", () -> server.openStreams() == 0);
        }
    }

    @Test
    void aSlowReaderGetsEveryByteAndTheServerKeepsLittle() throws Exception {
        try (ReplayServer server = server().recordings(List.of(LONG))
                        .schedule(ReplaySchedule.unlimited())
                        .fragmentation(Fragmentation.events(1_000))
                        .start();
                RawClient client = new RawClient(server.port())) {
            client.send(post(PATH, "{\"model\":\"long\",\"stream\":true}"));
            SendLog.Reader reader = server.sendLog().newReader();
            int[] written = new int[1];
            // What was written stops growing far from the end, because nobody reads.
            awaitUntil("something is written", () -> {
                reader.drain((stream, write, events, end, due, sent) -> written[0] = end);
                return written[0] > 0;
            });
            assertArrayEquals(bytes(LONG), client.read().body());
            reader.drain((stream, write, events, end, due, sent) -> written[0] = end);

            assertEquals(bytes(LONG).length, written[0]);
        }
    }

    @Test
    void aReaderThatTakesNothingIsGivenUp() throws Exception {
        try (ReplayServer server = server().recordings(List.of(LONG))
                        .schedule(ReplaySchedule.unlimited())
                        .fragmentation(Fragmentation.events(1_000))
                        .limits(limits(1_000, 10, 10, 100))
                        .start();
                RawClient client = new RawClient(server.port())) {
            client.send(post(PATH, "{\"model\":\"long\",\"stream\":true}"));

            awaitUntil("the stream was opened", () -> server.sendLog().streams() == 1);
            awaitUntil("the stream is closed", () -> server.openStreams() == 0);
        }
    }

    @Test
    void aConnectionWithoutARequestIsClosed() throws Exception {
        try (ReplayServer server = server().limits(limits(1_000, 10, 10, 100)).start();
                RawClient silent = new RawClient(server.port());
                RawClient halfway = new RawClient(server.port())) {
            halfway.send("POST /v1/messages HTTP/1.1\r\ncontent-le");

            assertTrue(silent.isEnded());
            assertTrue(halfway.isEnded());
        }
    }

    @Test
    void closingTheServerCutsOffWhatIsUnderWay() throws Exception {
        ReplayServer server =
                server().schedule(ReplaySchedule.eventsPerSecond(0.01)).start();
        try (RawClient client = new RawClient(server.port())) {
            client.send(post(PATH, HELLO));
            assertEquals("HTTP/1.1 200 OK", client.line());
            server.close();

            assertEquals(0, server.openStreams());
        }
    }

    @Test
    void moreStreamsThanAllowedAreRefusedInTheVendorsWords() throws Exception {
        try (ReplayServer server = server().schedule(ReplaySchedule.eventsPerSecond(0.01))
                        .limits(limits(1_000, 10, 1, 60_000))
                        .start();
                RawClient first = new RawClient(server.port())) {
            first.send(post(PATH, HELLO));
            assertEquals("HTTP/1.1 200 OK", first.line());
            RawClient.Response refused = exchange(server.port(), post(PATH, HELLO));
            RawClient.Response anthropic =
                    exchange(server.port(), post("/v1/messages", "{\"model\":\"anthropic/hello\",\"stream\":true}"));

            assertEquals(503, refused.status());
            assertEquals("1", refused.header("retry-after"));
            assertEquals(529, anthropic.status());
            assertTrue(anthropic.text().contains("overloaded_error"), anthropic.text());
        }
    }

    @Test
    void moreConnectionsThanAllowedAreClosed() throws Exception {
        try (ReplayServer server = server().limits(limits(1_000, 1, 10, 60_000)).start();
                RawClient first = new RawClient(server.port())) {
            assertEquals(200, first.send(get("/health")).read().status());
            try (RawClient second = new RawClient(server.port())) {
                assertTrue(second.isEnded());
            }
            first.reset();

            awaitUntil("there is room again", () -> isServed(server.port()));
        }
    }

    private static boolean isServed(int port) {
        try {
            return exchange(port, get("/health")).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 1000, 1001})
    void theLengthOfARequestIsBounded(int length) throws Exception {
        String body = "{\"model\":\"openai/hello\",\"stream\":true,\"pad\":\"" + "x".repeat(length - 47) + "\"}";
        String chunked = "POST " + PATH + " HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        try (ReplayServer server =
                server().limits(limits(1_000, 10, 10, 60_000)).start()) {
            for (String request : List.of(post(PATH, body), chunked, post(PATH, body, "expect: 100-continue"))) {
                RawClient.Response response = exchange(server.port(), request);
                assertEquals(body.length(), length);
                assertEquals(length > 1_000 ? 413 : 200, response.status());
            }
        }
    }

    @Test
    void aLongLineAndLongHeadersAreRefused() throws Exception {
        try (ReplayServer server =
                server().limits(limits(1_000, 10, 10, 60_000)).start()) {
            assertEquals(
                    414, exchange(server.port(), get("/" + "x".repeat(300))).status());
            assertEquals(
                    431,
                    exchange(server.port(), get("/health", "x: " + "y".repeat(2_000)))
                            .status());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n\r\n\r\nNONSENSE\r\n\r\n",
                "GET / HTTP/9.9.9\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n",
                "POST /v1/messages HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
                "POST /v1/messages HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx",
                "POST /v1/messages HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
                "GET /health HTTP/1.1\r\n: no name\r\n\r\n"
            })
    void whatIsNoRequestIsRefusedAndTheConnectionClosed(String bytes) throws Exception {
        try (ReplayServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            assertEquals(400, client.send(bytes).read().status());
            assertTrue(client.isEnded());
            assertEquals(200, exchange(server.port(), get("/health")).status(), "others are served");
        }
    }

    @Test
    void anotherVersionOfHttpIsRefused() throws Exception {
        try (ReplayServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            assertEquals(
                    505, client.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").read().status());
            assertTrue(client.isEnded());
        }
    }

    @Test
    void everyCutOfARequestMeansTheSame() throws Exception {
        String request = post(PATH, HELLO, "x-streamgauge-fragmentation: whole");
        try (ReplayServer server = server().start();
                RawClient client = new RawClient(server.port())) {
            for (int cut = 1; cut < request.getBytes(UTF_8).length; cut++) {
                client.send(request.substring(0, cut)).send(request.substring(cut));
                assertArrayEquals(bytes(TestRecordings.CHAT), client.read().body(), "cut at " + cut);
            }
        }
    }

    @Test
    void connectionsAreSpreadOverTheLoops() throws BindException, IOException {
        try (ReplayServer server = server().threads(2).start()) {
            for (int i = 0; i < 4; i++) {
                assertArrayEquals(
                        bytes(TestRecordings.CHAT),
                        exchange(server.port(), post(PATH, HELLO)).body());
            }
            assertEquals(4, server.sendLog().streams());
            assertEquals(20, server.sendLog().lateness().getTotalCount());
        }
    }
}
