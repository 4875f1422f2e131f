package io.streamgauge.record;

import static io.streamgauge.client.Answers.DONE;
import static io.streamgauge.client.Answers.HEAD;
import static io.streamgauge.client.Answers.LAST_CHUNK;
import static io.streamgauge.client.Answers.chunk;
import static io.streamgauge.client.Answers.chunked;
import static io.streamgauge.client.Answers.sized;
import static io.streamgauge.client.Answers.stop;
import static io.streamgauge.client.Answers.text;
import static io.streamgauge.server.RawClient.get;
import static io.streamgauge.server.RawClient.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.client.ScriptedServer;
import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.Recording;
import io.streamgauge.provider.Dialect;
import io.streamgauge.server.RawClient;
import io.streamgauge.transport.LeakCheck;
import java.io.EOFException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LeakCheck.class)
class RecordingProxyTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String ANSWER = chunked(text("Hi"), stop(), DONE);
    private static final String BODY = text("Hi") + stop() + DONE;

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();

    private RecordingProxy.Builder proxy(URI upstream) {
        return RecordingProxy.to(upstream, folder).listener(log);
    }

    private Recording recording(RecordedAnswer answer) {
        Corpus corpus = Corpus.read(folder);
        assertEquals(List.of(), corpus.problems());
        return corpus.find(answer.stem()).orElseThrow();
    }

    private String bodyOf(RecordedAnswer answer) {
        return new String(recording(answer).copyBody(), StandardCharsets.UTF_8);
    }

    private static void answerAll(ScriptedServer.Peer peer) throws IOException {
        while (!peer.request().isEmpty()) {
            peer.send(ANSWER);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS), "in time");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void everyReadGoesOnBeforeTheNextOneIsThere() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(HEAD + chunk(text("Hi")));
                    await(first);
                    peer.send(chunk(stop() + DONE) + LAST_CHUNK);
                });
                RecordingProxy proxy = proxy(server.uri()).start();
                RawClient client = new RawClient(proxy.port())) {
            client.send(post(CHAT, "{}"));
            while (!client.line().isEmpty()) {
                // the head
            }
            String length = client.line();
            client.exactly(Integer.parseInt(length, 16));
            first.countDown();

            RecordedAnswer answer = log.awaitRecorded();

            assertEquals("local/openai-chat-0001", answer.stem());
            assertEquals(BODY, bodyOf(answer));
            assertEquals(2, recording(answer).metadata().timing().size());
            assertEquals(
                    text("Hi").length(),
                    recording(answer).metadata().timing().get(0).bytes());
            assertTrue(answer.complete());
        }
    }

    @Test
    void aClientsConnectionKeepsOneToTheProvider() throws Exception {
        try (ScriptedServer server = new ScriptedServer(RecordingProxyTest::answerAll);
                RecordingProxy proxy = proxy(server.uri()).start();
                RawClient client = new RawClient(proxy.port())) {
            for (int i = 1; i <= 3; i++) {
                assertEquals(BODY, client.send(post(CHAT, "{}")).read().text());
                assertEquals("local/openai-chat-000" + i, log.awaitRecorded().stem());
            }
            assertEquals(1, server.connections());
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    for (int i = 0; !peer.request().isEmpty(); i++) {
                        peer.send(sized("200 OK", "content-type: text/event-stream\r\n", "data: " + i + "\n\n"));
                    }
                });
                RecordingProxy proxy = proxy(server.uri()).start();
                RawClient client = new RawClient(proxy.port())) {
            client.send(post("/events", "{}").repeat(20));

            for (int i = 0; i < 20; i++) {
                assertEquals("data: " + i + "\n\n", client.read().text());
            }
        }
    }

    @Test
    void aRequestGoesOnWithoutWhatConcernsItsConnection() throws Exception {
        BlockingQueue<List<String>> heads = new LinkedBlockingQueue<>();
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    heads.add(peer.request());
                    peer.send(ANSWER);
                });
                RecordingProxy proxy =
                        proxy(URI.create(server.uri() + "/openai/")).start()) {
            RawClient.exchange(
                    proxy.port(),
                    post(
                            "/v1/chat/completions?a=b",
                            "{\"x\":1}",
                            "accept-encoding: gzip, br",
                            "connection: keep-alive, x-hop",
                            "x-hop: 1",
                            "expect: 100-continue",
                            "te: trailers",
                            "Authorization: Bearer k"));

            List<String> head = heads.remove();
            assertEquals("POST /openai/v1/chat/completions?a=b HTTP/1.1", head.get(0));
            assertEquals(
                    List.of(
                            "content-type: application/json",
                            "Authorization: Bearer k",
                            "content-length: 7",
                            "host: " + server.uri().getAuthority(),
                            "accept-encoding: identity"),
                    head.subList(1, head.size()));
        }
    }

    @Test
    void whatIsNoStreamGoesThroughAndIsNotRecorded() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(sized("200 OK", "content-type: application/json\r\n", "{\"data\":[]}"));
                    peer.request();
                    peer.send(sized("200 OK", "content-type: application/json\r\n", "{\"choices\":[]}"));
                    peer.request();
                    peer.send(sized("307 Over there", "location: /x\r\n", ""));
                    peer.awaitClose();
                });
                RecordingProxy proxy = proxy(server.uri()).start();
                RawClient client = new RawClient(proxy.port())) {
            assertEquals(
                    "{\"data\":[]}",
                    client.send(get("/v1/models?key=secret-key")).read().text());
            assertEquals("GET /v1/models: an answer to GET that is no stream", log.awaitPassed());
            assertEquals(
                    "{\"choices\":[]}", client.send(post(CHAT, "{}")).read().text());
            assertEquals("POST /v1/chat/completions: application/json is no stream", log.awaitPassed());
            assertEquals(307, client.send(post(CHAT, "{}")).read().status());
            assertEquals("POST /v1/chat/completions: status 307", log.awaitPassed());
        }
        assertEquals(List.of(), Corpus.read(folder).recordings());
    }

    @Test
    void anErrorInPlaceOfAStreamIsRecordedAsOne() throws Exception {
        String error = "{\"error\":{\"message\":\"slow down\",\"type\":\"tokens\",\"code\":\"rate_limit_exceeded\"}}";
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(sized(
                            "429 Too Many Requests",
                            "content-type: application/json\r\nretry-after: 2\r\nx-request-id: req_1\r\n",
                            error));
                    peer.awaitClose();
                });
                RecordingProxy proxy = proxy(server.uri()).start()) {
            RawClient.Response response = RawClient.exchange(proxy.port(), post(CHAT, "{}"));
            assertEquals("req_1", response.header("x-request-id"));

            Recording recording = recording(log.awaitRecorded());

            assertEquals(429, recording.metadata().httpStatus().getAsInt());
            assertEquals("error", recording.metadata().kind());
            assertEquals("{retry-after=2}", recording.metadata().headers().toString());
            assertTrue(recording.bodyFile().toString().endsWith("openai-chat-0001.body"));
            assertEquals(
                    "slow down",
                    recording
                            .expectation()
                            .orElseThrow()
                            .error()
                            .orElseThrow()
                            .message()
                            .orElseThrow());
        }
    }

    @Test
    void aStreamThatBreaksOffIsKeptAsFarAsItCame() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(HEAD + chunk(text("Hi")) + "ff\r\ndata: half");
                });
                RecordingProxy proxy = proxy(server.uri()).start();
                RawClient client = new RawClient(proxy.port())) {
            client.send(post(CHAT, "{}"));
            RecordedAnswer answer = log.awaitRecorded();

            assertEquals(Ending.CUT_BY_PROVIDER, answer.ending());
            assertEquals(text("Hi") + "data: half", bodyOf(answer));
            assertEquals(
                    List.of("recorded", "cut-by-provider"),
                    recording(answer).metadata().features());
            assertThrows(EOFException.class, client::read, "the client sees that something is missing");
        }
    }

    @Test
    void aProviderThatSaysNothingIsA502InWords() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.Peer::request);
                RecordingProxy proxy = proxy(server.uri()).start()) {
            RawClient.Response response = RawClient.exchange(proxy.port(), post(CHAT, "{}"));

            assertEquals(502, response.status());
            assertTrue(
                    response.text().contains(server.uri().getAuthority() + " closed the connection"), response::text);
        }
    }

    @Test
    void aProviderThatIsNotThereIsA502InWords() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (RecordingProxy proxy =
                proxy(URI.create("http://127.0.0.1:" + free)).start()) {
            RawClient.Response response = RawClient.exchange(proxy.port(), post(CHAT, "{}"));

            assertEquals(502, response.status());
            assertTrue(response.text().contains("127.0.0.1:" + free + " cannot be reached"), response::text);
        }
    }

    @Test
    void aProviderThatSpeaksSomethingElseIsA502InWords() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send("220 mail.example ESMTP\r\n\r\n");
                });
                RecordingProxy proxy = proxy(server.uri()).start()) {
            RawClient.Response response = RawClient.exchange(proxy.port(), post(CHAT, "{}"));

            assertEquals(502, response.status());
            assertTrue(response.text().contains("no HTTP answer"), response::text);
        }
    }

    @Test
    void aClientThatLeavesEndsItsStreamAtTheProvider() throws Exception {
        CountDownLatch left = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(HEAD + chunk(text("Hi")));
                    peer.awaitClose();
                    left.countDown();
                });
                RecordingProxy proxy = proxy(server.uri()).start()) {
            try (RawClient client = new RawClient(proxy.port())) {
                client.send(post(CHAT, "{}"));
                while (!client.line().isEmpty()) {
                    // the head
                }
                client.line();
            }
            await(left);

            RecordedAnswer answer = log.awaitRecorded();
            assertEquals(Ending.CUT_BY_CLIENT, answer.ending());
            assertEquals(text("Hi"), bodyOf(answer));
        }
    }

    @Test
    void whatIsUnderWayWhenTheProxyStopsIsFinished() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.request();
            peer.send(HEAD + chunk(text("Hi")));
            sent.countDown();
            peer.awaitClose();
        })) {
            try (RecordingProxy proxy = proxy(server.uri()).start();
                    RawClient client = new RawClient(proxy.port())) {
                client.send(post(CHAT, "{}"));
                while (!client.line().isEmpty()) {
                    // the head
                }
                client.line();
            }
            RecordedAnswer answer = log.awaitRecorded();
            assertEquals(text("Hi"), bodyOf(answer));
            assertTrue(List.of(Ending.CUT_BY_CLIENT, Ending.CUT_BY_RECORDER).contains(answer.ending()));
        }
    }

    @Test
    void aRecordingEndsAtItsLimitAndItsStreamDoesNot() throws Exception {
        ProxyLimits d = ProxyLimits.DEFAULTS;
        ProxyLimits small = new ProxyLimits(
                d.http(), d.maxConnections(), 100, 1, d.maxPendingBytes(), d.connectMillis(), d.idleMillis());
        try (ScriptedServer server = new ScriptedServer(RecordingProxyTest::answerAll);
                RecordingProxy proxy = proxy(server.uri()).limits(small).start()) {
            assertEquals(
                    BODY, RawClient.exchange(proxy.port(), post(CHAT, "{}")).text());

            RecordedAnswer answer = log.awaitRecorded();
            assertEquals(Ending.CUT_AT_LIMIT, answer.ending());
            assertEquals(BODY.substring(0, 100), bodyOf(answer));
            assertEquals(1, recording(answer).metadata().timing().size());
        }
    }

    @Test
    void streamsUnderUnknownPathsAreKnownByTheirEvents() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(ANSWER);
                    peer.request();
                    peer.send(sized("200 OK", "content-type: application/x-ndjson\r\n", "{\"what\":1}\n"));
                    peer.request();
                    peer.send(sized("200 OK", "content-type: text/event-stream\r\n", "data: what\n\n"));
                    peer.awaitClose();
                });
                RecordingProxy proxy = proxy(server.uri()).start();
                RawClient client = new RawClient(proxy.port())) {
            client.send(post("/ask", "{}")).read();
            RecordedAnswer chat = log.awaitRecorded();
            assertEquals("local/unknown-0001", chat.stem());
            assertEquals(Dialect.OPENAI_CHAT, chat.dialect());

            client.send(post("/ask", "{}")).read();
            assertEquals("local/unknown-0002: its events are of no known dialect", log.awaitPassed());

            client.send(post("/ask", "{}")).read();
            assertEquals(Dialect.OTHER_SSE, log.awaitRecorded().dialect());
            assertEquals(2, Corpus.read(folder).recordings().size());
        }
    }

    @Test
    void aClientOfTheOldHttpGetsTheBareBytes() throws Exception {
        try (ScriptedServer server = new ScriptedServer(RecordingProxyTest::answerAll);
                RecordingProxy proxy = proxy(server.uri()).start()) {
            RawClient.Response response =
                    RawClient.exchange(proxy.port(), post(CHAT, "{}").replace("HTTP/1.1", "HTTP/1.0"));

            assertEquals(BODY, response.text());
            assertEquals("close", response.header("connection"));
        }
    }

    @Test
    void namesGoOnWhereTheLastRunStopped() throws Exception {
        for (int run = 1; run <= 2; run++) {
            try (ScriptedServer server = new ScriptedServer(RecordingProxyTest::answerAll);
                    RecordingProxy proxy =
                            proxy(server.uri()).provider("My Provider/..").start()) {
                RawClient.exchange(proxy.port(), post(CHAT, "{}"));
                assertEquals(
                        "my-provider/openai-chat-000" + run, log.awaitRecorded().stem());
            }
        }
    }

    @Test
    void whatIsNotForAProviderIsRefused() throws Exception {
        try (ScriptedServer server = new ScriptedServer(RecordingProxyTest::answerAll);
                RecordingProxy proxy = proxy(server.uri()).start()) {
            assertEquals(
                    501,
                    RawClient.exchange(proxy.port(), "CONNECT a:1 HTTP/1.1\r\nhost: a:1\r\n\r\n")
                            .status());
            assertEquals(400, RawClient.exchange(proxy.port(), "WHAT\r\n\r\n").status());
            assertEquals(0, server.connections());
        }
        assertThrows(IllegalArgumentException.class, () -> RecordingProxy.to(URI.create("ftp://h"), folder));
        assertThrows(IllegalArgumentException.class, () -> RecordingProxy.to(URI.create("http://u:p@h"), folder));
        assertThrows(IllegalArgumentException.class, () -> RecordingProxy.to(URI.create("http://h/?k=v"), folder));
    }
}
