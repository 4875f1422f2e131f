package io.streamgauge.cli;

import io.streamgauge.corpus.synthetic.SyntheticCorpus;
import io.streamgauge.result.RunVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the project's own recordings anew. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Writes the project's own recordings; the same seed makes the same bytes.")
final class CorpusGenerateCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write them.")
    Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What every choice comes from. Default: that of the committed corpora.")
    long seed = SyntheticCorpus.DEFAULT_SEED;

    CorpusGenerateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try {
            SyntheticCorpus.write(out, seed);
        } catch (IOException e) {
            throw new CommandFailure(RunVerdict.COULD_NOT_RUN, out + " cannot be written: " + Reasons.of(e), e);
        }
        session.terminal().out().println("wrote recordings with seed " + seed + " to " + out);
        return RunVerdict.PASS.exitCode();
    }
}
