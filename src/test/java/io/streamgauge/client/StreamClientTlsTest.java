package io.streamgauge.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.provider.Dialect;
import io.streamgauge.transport.EventLoops;
import io.streamgauge.transport.LeakCheck;
import io.streamgauge.transport.TestCertificate;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The client over TLS, with a certificate made for this test by the JDK's own tool. */
@ExtendWith(LeakCheck.class)
class StreamClientTlsTest {
    private static final String ANSWER = Answers.chunked(Answers.text("Hi"), Answers.stop(), Answers.DONE);

    @TempDir
    private static Path folder;

    private static TestCertificate certificate;

    private final EventLoops loops = EventLoops.start("test-tls", 1);

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.in(folder);
    }

    @AfterEach
    void stopLoops() {
        loops.close();
    }

    private static StreamOutcome ask(StreamClient client, String host, int port, RecordingListener listener) {
        StreamRequest request = StreamRequest.to(Dialect.OPENAI_CHAT, URI.create("https://" + host + ":" + port))
                .model("m")
                .prompt("p")
                .build();
        return client.start(request, listener)
                .closed()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static void answer(ScriptedServer.Peer peer) throws IOException {
        while (!peer.request().isEmpty()) {
            peer.send(ANSWER);
        }
    }

    @Test
    void aTrustedServerIsServedByAndItsHandshakeIsTimedApart() throws Exception {
        try (ServerSocket socket = certificate.listening();
                ScriptedServer server = new ScriptedServer(socket, StreamClientTlsTest::answer);
                StreamClient client = new StreamClient(loops, ClientOptions.DEFAULTS, certificate.trusted())) {
            RecordingListener listener = new RecordingListener();

            StreamOutcome outcome = ask(client, "localhost", socket.getLocalPort(), listener);

            assertTrue(outcome.isSuccess(), outcome::describe);
            assertEquals("Hi", listener.text());
            assertTrue(listener.span.orElseThrow().tlsNanos() > 0);
            assertEquals(1, server.connections());
        }
    }

    @Test
    void aServerThatNobodyVouchesForIsAConnectFailure() throws Exception {
        try (ServerSocket socket = certificate.listening();
                ScriptedServer server = new ScriptedServer(socket, StreamClientTlsTest::answer);
                StreamClient client = new StreamClient(loops)) {
            StreamOutcome outcome = ask(client, "localhost", socket.getLocalPort(), new RecordingListener());

            assertEquals(
                    StreamFailure.Kind.CONNECT, outcome.failure().orElseThrow().kind());
            assertEquals(1, server.connections());
        }
    }

    @Test
    void aCertificateForAnotherNameIsAConnectFailure() throws Exception {
        try (ServerSocket socket = certificate.listening();
                ScriptedServer server = new ScriptedServer(socket, StreamClientTlsTest::answer);
                StreamClient client = new StreamClient(loops, ClientOptions.DEFAULTS, certificate.trusted())) {
            StreamOutcome outcome = ask(client, "127.0.0.1", socket.getLocalPort(), new RecordingListener());

            assertEquals(
                    StreamFailure.Kind.CONNECT, outcome.failure().orElseThrow().kind());
            assertEquals(1, server.connections());
        }
    }
}
