package io.streamgauge.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.SslContextBuilder;
import io.streamgauge.provider.Dialect;
import io.streamgauge.transport.ClientTls;
import io.streamgauge.transport.EventLoops;
import io.streamgauge.transport.LeakCheck;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The client over TLS, with a certificate made for this test by the JDK's own tool. */
@ExtendWith(LeakCheck.class)
class StreamClientTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String ANSWER = Answers.chunked(Answers.text("Hi"), Answers.stop(), Answers.DONE);

    @TempDir
    private static Path folder;

    private static KeyStore keys;

    private final EventLoops loops = EventLoops.start("test-tls", 1);

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
    }

    @AfterEach
    void stopLoops() {
        loops.close();
    }

    private static ServerSocket listening() throws GeneralSecurityException, IOException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private static ClientTls trustingTheServer() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return new ClientTls(SslContextBuilder.forClient().trustManager(factory).build());
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
        try (ServerSocket socket = listening();
                ScriptedServer server = new ScriptedServer(socket, StreamClientTlsTest::answer);
                StreamClient client = new StreamClient(loops, ClientOptions.DEFAULTS, trustingTheServer())) {
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
        try (ServerSocket socket = listening();
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
        try (ServerSocket socket = listening();
                ScriptedServer server = new ScriptedServer(socket, StreamClientTlsTest::answer);
                StreamClient client = new StreamClient(loops, ClientOptions.DEFAULTS, trustingTheServer())) {
            StreamOutcome outcome = ask(client, "127.0.0.1", socket.getLocalPort(), new RecordingListener());

            assertEquals(
                    StreamFailure.Kind.CONNECT, outcome.failure().orElseThrow().kind());
            assertEquals(1, server.connections());
        }
    }
}
