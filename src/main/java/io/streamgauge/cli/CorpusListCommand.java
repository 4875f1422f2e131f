package io.streamgauge.cli;

import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.Recording;
import io.streamgauge.result.RunVerdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists recordings, a line each. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the recordings below DIR (default: the project's own): stem, dialect, kind, status,",
            "bytes."
        })
final class CorpusListCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder of recordings.")
    @Nullable
    Path folder;

    CorpusListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Corpus corpus = Corpus.read(folder == null ? session.home().resolve("corpora") : folder);
        PrintWriter out = session.terminal().out();
        int width = corpus.recordings().stream()
                .mapToInt(recording -> recording.stem().length())
                .max()
                .orElse(0);
        for (Recording recording : corpus.recordings()) {
            out.printf(
                    "%-" + Math.max(1, width) + "s  %-20s %-16s %3s %9d%n",
                    recording.stem(),
                    recording.metadata().dialect().wireName(),
                    recording.metadata().kind(),
                    recording.metadata().httpStatus().isPresent()
                            ? recording.metadata().httpStatus().getAsInt()
                            : "-",
                    recording.body().remaining());
        }
        corpus.problems().forEach(problem -> session.terminal().err().println("streamgauge: " + problem));
        return (corpus.recordings().isEmpty() || !corpus.problems().isEmpty() ? RunVerdict.INVALID : RunVerdict.PASS)
                .exitCode();
    }
}
