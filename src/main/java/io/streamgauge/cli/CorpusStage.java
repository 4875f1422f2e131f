package io.streamgauge.cli;

import io.streamgauge.client.StreamClient;
import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.CorpusReport;
import io.streamgauge.corpus.CorpusVerifier;
import io.streamgauge.corpus.Delivery;
import io.streamgauge.corpus.Fragments;
import io.streamgauge.corpus.KnownFailures;
import io.streamgauge.load.HttpReplay;
import io.streamgauge.result.RunVerdict;
import io.streamgauge.server.Fragmentation;
import io.streamgauge.server.ReplaySchedule;
import io.streamgauge.server.ReplayServer;
import io.streamgauge.transport.EventLoops;
import java.net.BindException;
import java.util.List;

/** Replays a corpus through a server on loopback and verifies what the client makes of it. */
final class CorpusStage {
    private final Session session;

    CorpusStage(Session session) {
        this.session = session;
    }

    /**
     * Each recording over HTTP in random writes, and in memory byte by byte: the one is the real path, the other the
     * worst cut.
     */
    CorpusReport run(Corpus corpus, KnownFailures known, long seed) {
        try (ReplayServer server = ReplayServer.builder()
                        .recordings(Recordings.served(corpus))
                        .schedule(ReplaySchedule.unlimited())
                        .fragmentation(Fragmentation.random(1, 4096))
                        .seed(seed)
                        .start();
                EventLoops loops = EventLoops.start("replay-client", 1);
                StreamClient client = new StreamClient(loops);
                Progress progress = new Progress(
                        session.terminal(),
                        "corpus over HTTP, seed " + seed,
                        corpus.recordings().size())) {
            List<Delivery> deliveries = List.of(new HttpReplay(client, server.uri()), Fragments.of(1));
            return new CorpusVerifier(known, deliveries).verify(corpus, progress::step);
        } catch (BindException e) {
            throw new CommandFailure(RunVerdict.COULD_NOT_RUN, String.valueOf(e.getMessage()), e);
        }
    }
}
