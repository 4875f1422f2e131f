package io.streamgauge.cli;

import io.streamgauge.bench.BenchPlan;
import io.streamgauge.bench.BenchReport;
import io.streamgauge.bench.BenchRunner;
import io.streamgauge.result.RunVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the benchmarks with the Java that runs this. */
final class BenchStage {
    private final Session session;

    BenchStage(Session session) {
        this.session = session;
    }

    BenchReport run(BenchPlan plan) throws InterruptedException, IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = session.home().resolve("benchmarks/target/benchmarks.jar");
        Path scratch = Files.createTempDirectory("streamgauge-bench");
        try (Progress progress = new Progress(session.terminal(), "benchmarks", -1)) {
            return new BenchRunner(java, jar, List.of()).run(plan, scratch, progress::step);
        } finally {
            delete(scratch);
        }
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
