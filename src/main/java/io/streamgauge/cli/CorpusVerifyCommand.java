package io.streamgauge.cli;

import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.CorpusReport;
import io.streamgauge.corpus.CorpusVerifier;
import io.streamgauge.corpus.Fragments;
import io.streamgauge.corpus.KnownFailures;
import io.streamgauge.result.ResultSchema;
import io.streamgauge.result.RunVerdict;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decodes every recording of a folder and compares with its expectation. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Decodes every recording below DIR and compares with its expectation.",
            "",
            "Each body is decoded whole, byte by byte, in reads of 7 and of 1448 bytes and cut at random;",
            "text, reasoning, refusal, tool calls, finish reason, usage, choices and errors must come out",
            "as expected at every cut. Exit code 0 when they do, 1 when something differs, 4 when files",
            "are missing or unusable or there is nothing to verify."
        })
final class CorpusVerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", description = "A folder of recordings; sub-folders are read as well.")
    Path folder = Path.of("");

    @Option(
            names = "--known-failures",
            paramLabel = "FILE",
            description =
                    "Differences that are known, each with id, reason and date; an entry that is not needed fails.")
    @Nullable
    Path knownFailures;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What the random cuts come from. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Mixin
    ResultOptions result = new ResultOptions();

    CorpusVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CorpusReport report = verify();
        report.problems().forEach(problem -> session.terminal().err().println("streamgauge: " + problem));
        report.interrupted()
                .forEach(stem -> session.terminal()
                        .err()
                        .println("streamgauge: " + stem + " was interrupted: decoded as far as it goes"));
        RunVerdict verdict = report.verdict();
        result.deliver(session, session.document(ResultSchema.CORPUS, seed, verdict, report));
        return verdict.exitCode();
    }

    private CorpusReport verify() {
        Corpus corpus = Corpus.read(folder);
        try (Progress progress = new Progress(
                session.terminal(), "verifying", corpus.recordings().size())) {
            return new CorpusVerifier(known(), Fragments.standard(seed)).verify(corpus, progress::step);
        }
    }

    private KnownFailures known() {
        return knownFailures == null ? KnownFailures.none() : KnownFailures.read(knownFailures);
    }
}
