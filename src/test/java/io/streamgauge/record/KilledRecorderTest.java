package io.streamgauge.record;

import static io.streamgauge.client.Answers.HEAD;
import static io.streamgauge.client.Answers.chunk;
import static io.streamgauge.client.Answers.text;
import static io.streamgauge.server.RawClient.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.client.ScriptedServer;
import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.CorpusReport;
import io.streamgauge.corpus.CorpusVerifier;
import io.streamgauge.corpus.Fragments;
import io.streamgauge.corpus.KnownFailures;
import io.streamgauge.corpus.Recording;
import io.streamgauge.result.RunVerdict;
import io.streamgauge.server.RawClient;
import io.streamgauge.time.NanoClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when the recording process is killed (SIGKILL where there are signals) in the middle of a stream. */
class KilledRecorderTest {
    private static final int EVENTS = 25;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    @TempDir
    private Path folder;

    private Process recorder(ScriptedServer server) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRecorder.class.getName(),
                        server.uri().toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void stream(ScriptedServer.Peer peer) throws IOException {
        peer.request();
        peer.send(HEAD);
        for (int i = 0; i < EVENTS; i++) {
            peer.send(chunk(text("word " + i)));
        }
        peer.awaitClose();
    }

    private static String expectedBody() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            body.append(text("word " + i));
        }
        return body.toString();
    }

    /** Until all that the client has got is on the disk as well; the last line of the journal says so. */
    private void awaitJournal(Process child, int bytes) throws Exception {
        Path journal = folder.resolve("local/openai-chat-0001.part");
        long deadline = NanoClock.SYSTEM.nanoTime() + PATIENCE_NANOS;
        while (!Files.exists(journal) || !Files.readString(journal).endsWith(" " + bytes + "\n")) {
            assertFalse(child.waitFor(10, TimeUnit.MILLISECONDS), "the recorder lives");
            assertTrue(NanoClock.SYSTEM.nanoTime() - deadline < 0, "the journal in time");
        }
    }

    @Test
    void whatTheClientHadIsThereAndCanBeReadAndVerified() throws Exception {
        String expected = expectedBody();
        try (ScriptedServer server = new ScriptedServer(KilledRecorderTest::stream)) {
            Process child = recorder(server);
            try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8);
                    RawClient client = new RawClient(Integer.parseInt(said.readLine()))) {
                client.send(post("/v1/chat/completions", "{}"));
                awaitJournal(child, expected.length());
            } finally {
                child.destroyForcibly().waitFor();
            }
        }

        Corpus corpus = Corpus.read(folder);
        Recording recording = corpus.recordings().get(0);
        assertEquals(List.of(), corpus.problems());
        assertTrue(recording.isInterrupted());
        assertEquals(expected, new String(recording.copyBody(), StandardCharsets.UTF_8));
        assertEquals(200, recording.metadata().httpStatus().getAsInt());
        assertFalse(recording.metadata().timing().isEmpty());

        CorpusReport report =
                new CorpusVerifier(KnownFailures.none(), Fragments.standard(1)).verify(corpus, stem -> {});
        assertEquals(RunVerdict.PASS, report.verdict());
        assertEquals(List.of("local/openai-chat-0001"), report.interrupted());
    }
}
