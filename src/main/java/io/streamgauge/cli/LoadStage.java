package io.streamgauge.cli;

import io.streamgauge.client.StreamRequest;
import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.Fragments;
import io.streamgauge.corpus.Recording;
import io.streamgauge.load.LoadPlan;
import io.streamgauge.load.LoadResult;
import io.streamgauge.load.LoadRunner;
import io.streamgauge.load.LoadTarget;
import io.streamgauge.load.SendSource;
import io.streamgauge.provider.Dialect;
import io.streamgauge.result.RunVerdict;
import io.streamgauge.server.ReplayManner;
import io.streamgauge.server.ReplayServer;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts a load on a provider: the fake one, started here on loopback, or a real one. */
final class LoadStage {
    /** Enough tokens for gaps to be seen, few enough for many streams in a short run. */
    private static final long TYPICAL_BYTES = 40_000;

    private static final int OK = 200;

    private final Session session;

    LoadStage(Session session) {
        this.session = session;
    }

    /**
     * A load on a fake provider that serves one typical recording of each dialect.
     *
     * @param seed of what chance does in its answers
     */
    LoadResult run(Corpus corpus, ReplayManner manner, long seed, Function<List<LoadTarget>, LoadPlan> plan)
            throws InterruptedException {
        try (ReplayServer server = start(corpus, manner, seed)) {
            List<LoadTarget> targets = targets(corpus, server.uri());
            return run(plan.apply(targets), new LoadRunner(plan.apply(targets), SendSource.of(server.sendLog())));
        }
    }

    private static ReplayServer start(Corpus corpus, ReplayManner manner, long seed) {
        try {
            return ReplayServer.builder()
                    .recordings(Recordings.served(corpus))
                    .manner(manner)
                    .seed(seed)
                    .start();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(RunVerdict.INVALID, String.valueOf(e.getMessage()), e);
        } catch (BindException e) {
            throw new CommandFailure(RunVerdict.COULD_NOT_RUN, String.valueOf(e.getMessage()), e);
        }
    }

    /** A load on a provider that is there already. */
    LoadResult run(LoadPlan plan) throws InterruptedException {
        return run(plan, new LoadRunner(plan));
    }

    private LoadResult run(LoadPlan plan, LoadRunner runner) throws InterruptedException {
        try (Progress progress = new Progress(session.terminal(), "load, seed " + plan.seed(), -1)) {
            return runner.run((elapsed, total) -> progress.step(words(elapsed, total)));
        }
    }

    private static String words(Duration elapsed, Duration total) {
        return total.isZero() ? elapsed.toSeconds() + " s" : elapsed.toSeconds() + " of " + total.toSeconds() + " s";
    }

    private static List<LoadTarget> targets(Corpus corpus, URI server) {
        return Arrays.stream(Dialect.values())
                .flatMap(dialect -> typical(corpus, dialect).stream())
                .map(recording -> StreamRequest.to(recording.metadata().dialect(), server)
                        .model(recording.stem())
                        .prompt("load")
                        .header("x-streamgauge-recording", recording.stem())
                        .build())
                .map(LoadTarget::of)
                .toList();
    }

    /** Of the recordings of a good answer the one whose size is nearest to the typical one. */
    private static Optional<Recording> typical(Corpus corpus, Dialect dialect) {
        return corpus.recordings().stream()
                .filter(recording -> recording.metadata().dialect() == dialect && dialect != Dialect.OTHER_SSE)
                .filter(recording -> recording.metadata().httpStatus().orElse(OK) == OK)
                .filter(recording -> recording.metadata().kind().equals("text"))
                .sorted(Comparator.comparingLong(
                        recording -> Math.abs(recording.body().remaining() - TYPICAL_BYTES)))
                .filter(recording -> Fragments.WHOLE.decode(recording).message().isComplete())
                .findFirst();
    }
}
