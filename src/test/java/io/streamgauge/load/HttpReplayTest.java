package io.streamgauge.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.client.StreamClient;
import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.CorpusReport;
import io.streamgauge.corpus.CorpusVerifier;
import io.streamgauge.corpus.KnownFailures;
import io.streamgauge.corpus.Recording;
import io.streamgauge.server.Fragmentation;
import io.streamgauge.server.ReplaySchedule;
import io.streamgauge.server.ReplayServer;
import io.streamgauge.server.ServedRecording;
import io.streamgauge.transport.EventLoops;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReplayTest {
    private static final Corpus CORPORA = Corpus.read(Path.of(System.getProperty("basedir", "."), "../corpora"));

    private static CorpusReport replay(Corpus served, Corpus expected, Fragmentation fragmentation) throws Exception {
        List<ServedRecording> recordings =
                served.recordings().stream().map(ServedRecording::of).toList();
        try (ReplayServer server = ReplayServer.builder()
                        .recordings(recordings)
                        .schedule(ReplaySchedule.unlimited())
                        .fragmentation(fragmentation)
                        .start();
                EventLoops loops = EventLoops.start("http-replay-test", 1);
                StreamClient client = new StreamClient(loops)) {
            return new CorpusVerifier(KnownFailures.none(), List.of(new HttpReplay(client, server.uri())))
                    .verify(expected, stem -> {});
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "event", "bytes:200"})
    void everyRecordingComesOverHttpAsItIsExpected(String fragmentation) throws Exception {
        CorpusReport report = replay(CORPORA, CORPORA, Fragmentation.parse(fragmentation));

        assertEquals(List.of(), report.differences());
        assertTrue(report.passed() > 60, () -> "only " + report.passed());
        assertEquals(report.recordings(), report.passed());
    }

    @Test
    void bytesThatAreNotTheRecordingsAreADifference() throws Exception {
        Recording right = CORPORA.recordings().get(0);
        Recording other = CORPORA.recordings().stream()
                .filter(recording ->
                        recording.metadata().dialect() == right.metadata().dialect())
                .skip(1)
                .findFirst()
                .orElseThrow();
        ServedRecording wrong = ServedRecording.of(other);
        ServedRecording mislabelled = new ServedRecording(
                right.stem(),
                wrong.dialect(),
                wrong.model(),
                wrong.status(),
                wrong.contentType(),
                wrong.headers(),
                wrong.framing(),
                wrong.body(),
                wrong.timing());
        Corpus one = new Corpus(CORPORA.folder(), List.of(right), List.of());
        try (ReplayServer server = ReplayServer.builder()
                        .recordings(List.of(mislabelled))
                        .schedule(ReplaySchedule.unlimited())
                        .start();
                EventLoops loops = EventLoops.start("http-replay-test", 1);
                StreamClient client = new StreamClient(loops)) {
            CorpusReport report = new CorpusVerifier(
                            KnownFailures.none(), List.of(new HttpReplay(client, server.uri())))
                    .verify(one, stem -> {});
            assertEquals("delivery", report.differences().get(0).field());
        }
    }
}
