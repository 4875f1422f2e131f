package io.streamgauge.cli;

import io.streamgauge.bench.BenchPlan;
import io.streamgauge.bench.BenchReport;
import io.streamgauge.bench.BenchRunner;
import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.CorpusReport;
import io.streamgauge.corpus.CorpusVerifier;
import io.streamgauge.corpus.Difference;
import io.streamgauge.corpus.Fragments;
import io.streamgauge.corpus.KnownFailures;
import io.streamgauge.result.RunVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the benchmarks with the Java that runs this. */
final class BenchStage {
    /** What the benchmarks read the folder of recordings from. */
    private static final String CORPUS_PROPERTY = "streamgauge.corpus";

    private final Session session;
    private final Optional<Path> corpus;

    /** @param corpus recordings to be inputs too */
    BenchStage(Session session, Optional<Path> corpus) {
        this.session = session;
        this.corpus = corpus;
    }

    BenchReport run(BenchPlan plan) throws InterruptedException, IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = session.home().resolve("benchmarks/target/benchmarks.jar");
        corpus.ifPresent(this::verify);
        Path scratch = Files.createTempDirectory("streamgauge-bench");
        try (Progress progress = new Progress(session.terminal(), "benchmarks", -1)) {
            return new BenchRunner(java, jar, jvmArguments()).run(plan, scratch, progress::step);
        } finally {
            delete(scratch);
        }
    }

    /** A speed says nothing about a stream that is not understood. */
    private void verify(Path folder) {
        Corpus recordings = Corpus.read(folder);
        CorpusReport report;
        try (Progress progress = new Progress(
                session.terminal(), "verifying", recordings.recordings().size())) {
            report = new CorpusVerifier(KnownFailures.none(), Fragments.standard(1)).verify(recordings, progress::step);
        }
        if (report.verdict() != RunVerdict.PASS) {
            throw new CommandFailure(
                    RunVerdict.INVALID, "nothing was measured: " + complaint(folder, report) + "; see corpus verify");
        }
    }

    private static String complaint(Path folder, CorpusReport report) {
        if (!report.problems().isEmpty()) {
            return "in " + folder + ", " + report.problems().get(0);
        }
        if (report.differences().isEmpty()) {
            return "no recordings in " + folder;
        }
        Difference first = report.differences().get(0);
        return "of %d recordings in %s, %d are not decoded as expected, such as %s in field %s"
                .formatted(report.recordings(), folder, report.failed(), first.recording(), first.field());
    }

    private List<String> jvmArguments() {
        return corpus.map(folder -> List.of("-D" + CORPUS_PROPERTY + "=" + folder.toAbsolutePath()))
                .orElse(List.of());
    }

    static RunVerdict verdict(BenchReport report) {
        return report.wrongAnswers().isEmpty() ? RunVerdict.PASS : RunVerdict.FINDING;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
