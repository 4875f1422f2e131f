package io.streamgauge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Which jobs are worth timing: those whose subject gives the right answer in a bearable time. */
final class AnswerCheck {
    private static final String RIGHT = "right";

    private final BenchJvm jvm;
    private final Path jar;

    AnswerCheck(BenchJvm jvm, Path jar) {
        this.jvm = jvm;
        this.jar = jar;
    }

    /**
     * Has every subject answer once.
     *
     * @param jobs in an order that keeps jobs with one input together, for each change of input makes it anew
     * @return for each job that is not to be timed, why
     */
    Map<BenchJob, String> objections(List<BenchJob> jobs, Path scratch, Consumer<String> progress)
            throws InterruptedException {
        Path list = scratch.resolve("jobs");
        try {
            Files.write(list, jobs.stream().map(BenchJob::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + list, e);
        }
        List<String> verdicts = new ArrayList<>();
        jvm.run(List.of("-cp", jar.toString(), "io.streamgauge.benchmarks.CheckAnswers", list.toString()), line -> {
            if (line.startsWith("answer\t")) {
                progress.accept("answer of " + jobs.get(verdicts.size()).subject());
                verdicts.add(line.substring("answer\t".length()));
            }
        });
        if (verdicts.size() != jobs.size()) {
            throw new BenchException("of " + jobs.size() + " answers only " + verdicts.size() + " were checked");
        }
        Map<BenchJob, String> objections = new HashMap<>();
        for (int i = 0; i < jobs.size(); i++) {
            if (!verdicts.get(i).equals(RIGHT)) {
                objections.put(jobs.get(i), verdicts.get(i));
            }
        }
        return objections;
    }
}
