package io.streamgauge.record;

import static io.streamgauge.server.RawClient.post;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.CorpusReport;
import io.streamgauge.corpus.CorpusVerifier;
import io.streamgauge.corpus.Fragments;
import io.streamgauge.corpus.KnownFailures;
import io.streamgauge.corpus.Recording;
import io.streamgauge.corpus.RecordingMetadata;
import io.streamgauge.provider.Dialect;
import io.streamgauge.result.RunVerdict;
import io.streamgauge.server.RawClient;
import io.streamgauge.server.ReplaySchedule;
import io.streamgauge.server.ReplayServer;
import io.streamgauge.server.ServedRecording;
import io.streamgauge.transport.LeakCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is served, recorded and served again is the same. */
@ExtendWith(LeakCheck.class)
class ProxyRoundTripTest {
    @TempDir
    private Path folder;

    private static Corpus corpora() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("corpora"))) {
            root = root.getParent();
        }
        return Corpus.read(root.resolve("corpora"));
    }

    private static String path(Dialect dialect) {
        return switch (dialect) {
            case OPENAI_CHAT -> "/v1/chat/completions";
            case OPENAI_COMPLETIONS -> "/v1/completions";
            case OPENAI_RESPONSES -> "/v1/responses";
            case OPENAI_ASSISTANTS -> "/v1/threads/runs";
            case ANTHROPIC_MESSAGES -> "/v1/messages";
            case ANTHROPIC_COMPLETE -> "/v1/complete";
            case GEMINI -> "/v1beta/models/m:streamGenerateContent?alt=sse";
            case GEMINI_JSON_ARRAY -> "/v1beta/models/m:streamGenerateContent";
            case GEMINI_INTERACTIONS -> "/v1beta/interactions";
            case OLLAMA_CHAT -> "/api/chat";
            case OLLAMA_GENERATE -> "/api/generate";
            case COHERE_V2 -> "/v2/chat";
            case OTHER_SSE -> "/events";
        };
    }

    private static RawClient.Response ask(RawClient client, Dialect dialect, String name) throws Exception {
        return client.send(post(path(dialect), "{\"stream\":true}", "x-streamgauge-recording: " + name))
                .read();
    }

    private static ReplayServer serving(List<Recording> recordings) throws Exception {
        return ReplayServer.builder()
                .recordings(recordings.stream().map(ServedRecording::of).toList())
                .schedule(ReplaySchedule.unlimited())
                .start();
    }

    @Test
    void everyRecordingOfTheCorporaIsRecordedAgainAndServedAgainAsItIs() throws Exception {
        List<Recording> originals = corpora().recordings();
        Map<String, String> copies = new TreeMap<>();
        RecordingLog log = new RecordingLog();
        try (ReplayServer server = serving(originals);
                RecordingProxy proxy =
                        RecordingProxy.to(server.uri(), folder).listener(log).start();
                RawClient client = new RawClient(proxy.port())) {
            for (Recording original : originals) {
                RawClient.Response response = ask(client, original.metadata().dialect(), original.stem());
                assertArrayEquals(original.copyBody(), response.body(), original.stem());
                RecordedAnswer answer = log.awaitRecorded();
                assertEquals(original.metadata().dialect(), answer.dialect(), original.stem());
                copies.put(original.stem(), answer.stem());
            }
        }
        assertTrue(log.isQuiet(), "each once");

        Corpus again = Corpus.read(folder);
        CorpusReport report =
                new CorpusVerifier(KnownFailures.none(), List.of(Fragments.WHOLE)).verify(again, stem -> {});
        assertEquals(RunVerdict.PASS, report.verdict(), () -> report.problems() + " " + report.differences());
        assertEquals(originals.size(), report.recordings());
        assertServedAlike(originals, again, copies);
    }

    private static void assertServedAlike(List<Recording> originals, Corpus again, Map<String, String> copies)
            throws Exception {
        try (ReplayServer server = serving(again.recordings());
                RawClient client = new RawClient(server.port())) {
            for (Recording original : originals) {
                Recording copy =
                        again.find(copies.getOrDefault(original.stem(), "")).orElseThrow();
                RawClient.Response response = ask(client, copy.metadata().dialect(), copy.stem());
                assertArrayEquals(original.copyBody(), response.body(), original.stem());
                assertLikeMetadata(original, copy, response);
            }
        }
    }

    private static void assertLikeMetadata(Recording original, Recording copy, RawClient.Response response) {
        RecordingMetadata then = original.metadata();
        RecordingMetadata now = copy.metadata();
        ServedRecording served = ServedRecording.of(original);
        assertEquals(served.status(), response.status(), original.stem());
        assertEquals(served.contentType(), response.header("content-type"), original.stem());
        assertEquals(then.dialect(), now.dialect(), original.stem());
        assertEquals(List.of("recorded"), now.features(), original.stem());
        if (original.copyBody().length > 0) {
            RecordingMetadata.Read last = now.timing().get(now.timing().size() - 1);
            assertEquals(original.copyBody().length, last.bytes(), original.stem());
        }
    }
}
