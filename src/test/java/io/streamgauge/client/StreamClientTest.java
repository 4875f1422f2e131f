package io.streamgauge.client;

import static io.streamgauge.client.Answers.DONE;
import static io.streamgauge.client.Answers.HEAD;
import static io.streamgauge.client.Answers.chunk;
import static io.streamgauge.client.Answers.chunked;
import static io.streamgauge.client.Answers.sized;
import static io.streamgauge.client.Answers.stop;
import static io.streamgauge.client.Answers.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.EventLoop;
import io.streamgauge.provider.Dialect;
import io.streamgauge.transport.EventLoops;
import io.streamgauge.transport.LeakCheck;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The client over real sockets. */
@ExtendWith(LeakCheck.class)
class StreamClientTest {
    private static final String ANSWER = chunked(text("Hi"), stop(), DONE);
    private static final StreamTimeouts SHORT = StreamTimeouts.DEFAULTS
            .withConnect(Duration.ofMillis(200))
            .withFirstByte(Duration.ofMillis(100))
            .withIdle(Duration.ofMillis(100));

    private final EventLoops loops = EventLoops.start("test-client", 2);

    @AfterEach
    void stopLoops() {
        loops.close();
    }

    private static StreamRequest to(URI base) {
        return StreamRequest.to(Dialect.OPENAI_CHAT, base)
                .model("m")
                .prompt("p")
                .build();
    }

    private EventLoop firstLoop() {
        return (EventLoop) loops.group().iterator().next();
    }

    private static StreamOutcome await(StreamCall call) {
        return call.closed().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Test
    void aStreamComesWhole() throws IOException {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(ANSWER);
                });
                StreamClient client = new StreamClient(loops)) {
            RecordingListener listener = new RecordingListener();

            StreamOutcome outcome = await(client.start(to(server.uri()), listener));

            assertTrue(outcome.isSuccess(), outcome::describe);
            assertEquals("Hi", listener.text());
            assertFalse(listener.span.orElseThrow().reused());
            assertTrue(listener.span.orElseThrow().connectNanos() > 0);
            assertTrue(listener.headNanos - listener.sentNanos > 0);
        }
    }

    @Test
    void aConnectionCarriesOneStreamAfterTheOther() throws IOException {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    while (!peer.request().isEmpty()) {
                        peer.send(ANSWER);
                    }
                });
                StreamClient client = new StreamClient(loops)) {
            List<RecordingListener> listeners = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                RecordingListener listener = new RecordingListener();
                listeners.add(listener);
                assertTrue(await(client.start(firstLoop(), to(server.uri()), listener))
                        .isSuccess());
            }
            assertEquals(1, server.connections());
            assertEquals(1, client.openConnections());
            assertTrue(listeners.get(4).span.orElseThrow().reused());
        }
    }

    @Test
    void theNextStreamFromACallbackStaysOnTheLoopAndItsConnection() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    while (!peer.request().isEmpty()) {
                        peer.send(ANSWER);
                    }
                });
                StreamClient client = new StreamClient(loops)) {
            int streams = 200;
            CountDownLatch done = new CountDownLatch(streams);
            AtomicInteger failed = new AtomicInteger();
            List<String> threads = new ArrayList<>();
            class Chained extends RecordingListener {
                @Override
                public void onClosed(StreamOutcome outcome) {
                    threads.add(Thread.currentThread().getName());
                    failed.addAndGet(outcome.isSuccess() ? 0 : 1);
                    done.countDown();
                    if (done.getCount() > 0) {
                        client.start(to(server.uri()), new Chained());
                    }
                }
            }
            client.start(to(server.uri()), new Chained());

            assertTrue(done.await(20, TimeUnit.SECONDS));
            assertEquals(0, failed.get());
            assertEquals(1, server.connections());
            assertEquals(1, threads.stream().distinct().count());
        }
    }

    @Test
    void aConnectionTheServerEndsIsNotUsedAgain() throws IOException {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(sized("200 OK", "connection: close\r\n", text("Hi") + DONE));
                });
                StreamClient client = new StreamClient(loops)) {
            for (int i = 0; i < 3; i++) {
                assertTrue(await(client.start(to(server.uri()), new RecordingListener()))
                        .isSuccess());
            }
            assertEquals(3, server.connections());
        }
    }

    @Test
    void aPortNobodyListensAtIsAConnectFailure() throws IOException {
        URI nobody;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + gone.getLocalPort());
        }
        try (StreamClient client = new StreamClient(loops)) {
            StreamOutcome outcome = await(client.start(to(nobody), new RecordingListener()));

            assertEquals(
                    StreamFailure.Kind.CONNECT, outcome.failure().orElseThrow().kind());
            assertEquals(0, client.openConnections());
        }
    }

    @Test
    void aHostThatIsUnknownIsAConnectFailure() {
        try (StreamClient client = new StreamClient(loops)) {
            StreamOutcome outcome =
                    await(client.start(to(URI.create("http://no-such-host.invalid")), new RecordingListener()));

            assertEquals(
                    new StreamFailure.Connect("host no-such-host.invalid is unknown"),
                    outcome.failure().orElseThrow());
        }
    }

    @Test
    void aResetInTheMiddleIsTruncationAndKeepsWhatCame() throws IOException {
        CountDownLatch seen = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(HEAD + chunk(text("Hi")));
                    awaitQuietly(seen); // the client has read it: a reset may throw away what is not read
                    peer.reset();
                });
                StreamClient client = new StreamClient(loops)) {
            RecordingListener listener = new RecordingListener() {
                @Override
                public void onReadEnd(long stampNanos, int bodyBytes) {
                    super.onReadEnd(stampNanos, bodyBytes);
                    seen.countDown();
                }
            };
            StreamOutcome outcome = await(client.start(to(server.uri()), listener));

            assertEquals(
                    StreamFailure.Kind.TRUNCATED,
                    outcome.failure().orElseThrow().kind());
            assertEquals("Hi", listener.text());
            assertTrue(outcome.contentSeen());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatHangsUpBeforeAnsweringIsAConnectFailure() throws IOException {
        try (ScriptedServer server = new ScriptedServer(peer -> peer.request());
                StreamClient client = new StreamClient(loops)) {
            StreamOutcome outcome = await(client.start(to(server.uri()), new RecordingListener()));

            assertEquals(
                    StreamFailure.Kind.CONNECT, outcome.failure().orElseThrow().kind());
            assertFalse(outcome.contentSeen());
        }
    }

    @Test
    void aSilentServerIsGivenUp() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.Peer::awaitClose);
                StreamClient client = new StreamClient(loops, ClientOptions.DEFAULTS.withTimeouts(SHORT))) {
            StreamOutcome outcome = await(client.start(to(server.uri()), new RecordingListener()));

            assertEquals(
                    new StreamFailure.Timeout(TimeoutKind.FIRST_BYTE, Duration.ofMillis(100)),
                    outcome.failure().orElseThrow());
            assertEquals(0, client.openConnections());
        }
    }

    @Test
    void aServerThatStopsInTheMiddleIsGivenUp() throws IOException {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(HEAD + chunk(text("Hi")));
                    peer.awaitClose();
                });
                StreamClient client = new StreamClient(loops, ClientOptions.DEFAULTS.withTimeouts(SHORT))) {
            RecordingListener listener = new RecordingListener();
            StreamOutcome outcome = await(client.start(to(server.uri()), listener));

            assertEquals(
                    new StreamFailure.Timeout(TimeoutKind.IDLE, Duration.ofMillis(100)),
                    outcome.failure().orElseThrow());
            assertEquals("Hi", listener.text());
        }
    }

    @Test
    void anErrorStatusLeavesTheConnectionInUse() throws IOException {
        String body = "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow\"}}";
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(sized("429 Too Many Requests", "retry-after: 2\r\n", body));
                    peer.request();
                    peer.send(ANSWER);
                });
                StreamClient client = new StreamClient(loops)) {
            EventLoop loop = firstLoop();
            StreamOutcome refused = await(client.start(loop, to(server.uri()), new RecordingListener()));
            StreamOutcome served = await(client.start(loop, to(server.uri()), new RecordingListener()));

            assertEquals("HTTP 429: rate_limit_error, slow", refused.describe());
            assertTrue(served.isSuccess(), served::describe);
            assertEquals(1, server.connections());
        }
    }

    @Test
    void cancellingReleasesTheConnection() throws Exception {
        CountDownLatch clientIsGone = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(HEAD + chunk(text("Hi")));
                    peer.awaitClose();
                    clientIsGone.countDown();
                });
                StreamClient client = new StreamClient(loops)) {
            CountDownLatch streaming = new CountDownLatch(1);
            RecordingListener listener = new RecordingListener() {
                @Override
                public void onReadEnd(long stampNanos, int bodyBytes) {
                    streaming.countDown();
                }
            };
            StreamCall call = client.start(to(server.uri()), listener);
            assertTrue(streaming.await(20, TimeUnit.SECONDS));
            call.cancel();

            assertEquals(new StreamFailure.Cancelled(), await(call).failure().orElseThrow());
            assertTrue(clientIsGone.await(20, TimeUnit.SECONDS));
            assertEquals(0, client.openConnections());
        }
    }

    @Test
    void closingTheClientCancelsWhatRuns() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.Peer::awaitClose)) {
            StreamClient client = new StreamClient(loops);
            CountDownLatch sent = new CountDownLatch(1);
            StreamCall call = client.start(to(server.uri()), new RecordingListener() {
                @Override
                public void onSend(long stampNanos, ConnectionSpan connection) {
                    sent.countDown();
                }
            });
            assertTrue(sent.await(20, TimeUnit.SECONDS));
            client.close();

            assertEquals(new StreamFailure.Cancelled(), await(call).failure().orElseThrow());
            StreamOutcome later = await(client.start(to(server.uri()), new RecordingListener()));
            assertEquals(new StreamFailure.Cancelled(), later.failure().orElseThrow());
        }
    }

    @Test
    void noMoreConnectionsThanAllowed() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.Peer::awaitClose);
                StreamClient client = new StreamClient(loops, ClientOptions.DEFAULTS.withConnections(1, 1))) {
            EventLoop loop = firstLoop();
            StreamCall first = client.start(loop, to(server.uri()), new RecordingListener());
            StreamOutcome second = await(client.start(loop, to(server.uri()), new RecordingListener()));

            assertEquals(
                    StreamFailure.Kind.LIMIT, second.failure().orElseThrow().kind());
            first.cancel();
            await(first);
        }
    }

    @Test
    void aListenerThatThrowsFailsItsOwnStreamOnly() throws IOException {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    while (!peer.request().isEmpty()) {
                        peer.send(ANSWER);
                    }
                });
                StreamClient client = new StreamClient(loops)) {
            StreamOutcome broken = await(client.start(to(server.uri()), new RecordingListener() {
                @Override
                public void onRead(long stampNanos) {
                    throw new IllegalStateException("planted");
                }
            }));
            StreamOutcome next = await(client.start(to(server.uri()), new RecordingListener()));

            assertEquals(
                    StreamFailure.Kind.PROTOCOL, broken.failure().orElseThrow().kind());
            assertTrue(next.isSuccess(), next::describe);
        }
    }
}
