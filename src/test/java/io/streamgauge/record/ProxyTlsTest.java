package io.streamgauge.record;

import static io.streamgauge.client.Answers.DONE;
import static io.streamgauge.client.Answers.chunked;
import static io.streamgauge.client.Answers.stop;
import static io.streamgauge.client.Answers.text;
import static io.streamgauge.server.RawClient.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.client.ScriptedServer;
import io.streamgauge.server.RawClient;
import io.streamgauge.transport.LeakCheck;
import io.streamgauge.transport.TestCertificate;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A provider on https behind a proxy on http. */
@ExtendWith(LeakCheck.class)
class ProxyTlsTest {
    private static final String CHAT = "/v1/chat/completions";

    @TempDir
    private static Path keys;

    private static TestCertificate certificate;

    @TempDir
    private Path folder;

    private final RecordingLog log = new RecordingLog();

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = TestCertificate.in(keys);
    }

    private static void answer(ScriptedServer.Peer peer) throws IOException {
        while (!peer.request().isEmpty()) {
            peer.send(chunked(text("Hi"), stop(), DONE));
        }
    }

    private RecordingProxy.Builder proxy(String host, ServerSocket server) {
        URI upstream = URI.create("https://" + host + ":" + server.getLocalPort());
        return RecordingProxy.to(upstream, folder).listener(log);
    }

    @Test
    void aTrustedProviderIsRecorded() throws Exception {
        try (ServerSocket listening = certificate.listening();
                ScriptedServer server = new ScriptedServer(listening, ProxyTlsTest::answer);
                RecordingProxy proxy =
                        proxy("localhost", listening).tls(certificate.trusted()).start();
                RawClient client = new RawClient(proxy.port())) {
            for (int i = 0; i < 2; i++) {
                assertEquals(
                        text("Hi") + stop() + DONE,
                        client.send(post(CHAT, "{}")).read().text());
                assertTrue(log.awaitRecorded().complete());
            }
            assertEquals(1, server.connections());
        }
    }

    @Test
    void aProviderThatNobodyVouchesForIsA502AndIsSentNothing() throws Exception {
        try (ServerSocket listening = certificate.listening();
                ScriptedServer server = new ScriptedServer(listening, ProxyTlsTest::answer);
                RecordingProxy proxy = proxy("localhost", listening).start()) {
            assertRefused(proxy);
            assertEquals(1, server.connections());
        }
    }

    @Test
    void aCertificateForAnotherNameIsA502() throws Exception {
        try (ServerSocket listening = certificate.listening();
                ScriptedServer server = new ScriptedServer(listening, ProxyTlsTest::answer);
                RecordingProxy proxy =
                        proxy("127.0.0.1", listening).tls(certificate.trusted()).start()) {
            assertRefused(proxy);
            assertEquals(1, server.connections());
        }
    }

    private static void assertRefused(RecordingProxy proxy) throws IOException {
        RawClient.Response response = RawClient.exchange(proxy.port(), post(CHAT, "{}"));

        assertEquals(502, response.status());
        assertTrue(response.text().contains("no TLS that is trusted"), response::text);
    }
}
