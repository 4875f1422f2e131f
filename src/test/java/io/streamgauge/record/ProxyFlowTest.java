package io.streamgauge.record;

import static io.streamgauge.client.Answers.HEAD;
import static io.streamgauge.client.Answers.LAST_CHUNK;
import static io.streamgauge.client.Answers.chunk;
import static io.streamgauge.client.Answers.sized;
import static io.streamgauge.client.Answers.stop;
import static io.streamgauge.client.Answers.text;
import static io.streamgauge.server.RawClient.post;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.client.ScriptedServer;
import io.streamgauge.corpus.Corpus;
import io.streamgauge.server.RawClient;
import io.streamgauge.transport.LeakCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How much goes through, and what happens when one side takes nothing. */
@ExtendWith(LeakCheck.class)
class ProxyFlowTest {
    private static final String CHAT = "/v1/chat/completions";

    /** Buffers of four sockets, of the kernel's own choice, and those of the proxy. */
    private static final long ENOUGH_BYTES = 64L << 20;

    /** When nothing has moved for so long, it is taken for stopped. */
    private static final int STOPPED_MILLIS = 500;

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();

    private RecordingProxy proxy(URI upstream, ProxyLimits limits) throws IOException {
        return RecordingProxy.to(upstream, folder).listener(log).limits(limits).start();
    }

    @Test
    void aClientThatReadsNothingStopsItsProvider() throws Exception {
        AtomicLong sent = new AtomicLong();
        Semaphore moved = new Semaphore(0);
        String event = chunk(text("x".repeat(60_000)));
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(HEAD);
                    while (sent.get() < 2 * ENOUGH_BYTES) {
                        peer.send(event);
                        sent.addAndGet(event.length());
                        moved.release();
                    }
                });
                RecordingProxy proxy = proxy(server.uri(), ProxyLimits.DEFAULTS);
                RawClient client = new RawClient(proxy.port())) {
            client.send(post(CHAT, "{}"));
            while (moved.tryAcquire(STOPPED_MILLIS, TimeUnit.MILLISECONDS)) {
                assertTrue(sent.get() < ENOUGH_BYTES, "the provider is not stopped");
            }
            long before = sent.get();
            client.exactly((int) before);
            assertTrue(moved.tryAcquire(20, TimeUnit.SECONDS), "it goes on when the client reads");
        }
    }

    @Test
    void aProviderThatReadsNothingStopsItsClient() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                RecordingProxy proxy =
                        proxy(URI.create("http://127.0.0.1:" + server.getLocalPort()), ProxyLimits.DEFAULTS);
                SocketChannel client = SocketChannel.open(
                        new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()))) {
            String head = "POST " + CHAT + " HTTP/1.1\r\nhost: h\r\ncontent-length: " + 2 * ENOUGH_BYTES + "\r\n\r\n";
            client.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            client.configureBlocking(false);
            server.setSoTimeout(STOPPED_MILLIS);
            try (Socket accepted = server.accept()) {
                long sent = 0;
                int still = 0;
                while (still < 3) {
                    assertTrue(sent < ENOUGH_BYTES, "the client is not stopped");
                    int written = client.write(ByteBuffer.allocate(1 << 16));
                    sent += written;
                    still = written > 0 ? 0 : still + 1;
                    if (written == 0) {
                        assertTrue(isQuietFor(server), "nobody else connects");
                    }
                }
                assertTrue(accepted.isConnected());
            }
        }
    }

    /** Waits without sleeping: for a connection that does not come. */
    private static boolean isQuietFor(ServerSocket server) throws IOException {
        try (Socket unexpected = server.accept()) {
            return unexpected.isClosed();
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    @Test
    void aRecorderThatCannotKeepUpSlowsItsStreamAndLosesNothing() throws Exception {
        ProxyLimits d = ProxyLimits.DEFAULTS;
        ProxyLimits tight = new ProxyLimits(
                d.http(), d.maxConnections(), d.maxBodyBytes(), d.maxReads(), 1, d.connectMillis(), d.idleMillis());
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            body.append(text("word " + i));
        }
        body.append(stop());
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(sized("200 OK", "content-type: text/event-stream\r\n", body.toString()));
                });
                RecordingProxy proxy = proxy(server.uri(), tight)) {
            assertEquals(
                    body.toString(),
                    RawClient.exchange(proxy.port(), post(CHAT, "{}")).text());
            RecordedAnswer answer = log.awaitRecorded();
            assertEquals(
                    body.toString(),
                    new String(
                            Corpus.read(folder)
                                    .find(answer.stem())
                                    .orElseThrow()
                                    .copyBody(),
                            StandardCharsets.UTF_8));
        }
    }

    @Test
    void aCompressedStreamGoesOnAsItIsAndIsRecordedAsWhatItSays() throws Exception {
        String body = text("Hi ".repeat(1_000)) + stop();
        byte[] wire = gzip(body);
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                RecordingProxy proxy =
                        proxy(URI.create("http://127.0.0.1:" + listening.getLocalPort()), ProxyLimits.DEFAULTS);
                RawClient client = new RawClient(proxy.port())) {
            client.send(post(CHAT, "{}"));
            try (Socket socket = listening.accept()) {
                OutputStream out = socket.getOutputStream();
                out.write(("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-encoding: gzip\r\n"
                                + "content-length: " + wire.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                for (byte b : wire) {
                    out.write(b);
                }
                assertArrayEquals(wire, client.read().body());
            }
            RecordedAnswer answer = log.awaitRecorded();
            assertEquals(body.length(), answer.bytes());
            assertTrue(answer.complete());
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsSaidToBeCompressedAndIsNotFailsTheRecordingAlone() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(sized(
                            "200 OK",
                            "content-type: text/event-stream\r\ncontent-encoding: gzip\r\n",
                            "data: long enough\n\n"));
                    peer.request();
                    peer.send(sized(
                            "200 OK", "content-type: text/event-stream\r\ncontent-encoding: br\r\n", "data: x\n\n"));
                });
                RecordingProxy proxy = proxy(server.uri(), ProxyLimits.DEFAULTS);
                RawClient client = new RawClient(proxy.port())) {
            assertEquals(
                    "data: long enough\n\n",
                    client.send(post(CHAT, "{}")).read().text());
            assertEquals("data: x\n\n", client.send(post(CHAT, "{}")).read().text());
            assertEquals("POST " + CHAT + ": content encoding br", log.awaitPassed());
        }
        assertEquals(1, log.failures().size(), () -> log.failures().toString());
    }

    @Test
    void aFolderThatCannotBeWrittenDisturbsNoStream() throws Exception {
        java.nio.file.Files.writeString(folder.resolve("local"), "a file where a folder should be");
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.request();
                    peer.send(HEAD + chunk(text("Hi")) + LAST_CHUNK);
                });
                RecordingProxy proxy = proxy(server.uri(), ProxyLimits.DEFAULTS)) {
            assertEquals(
                    text("Hi"),
                    RawClient.exchange(proxy.port(), post(CHAT, "{}")).text());
        }
        assertEquals(1, log.failures().size(), () -> log.failures().toString());
    }
}
