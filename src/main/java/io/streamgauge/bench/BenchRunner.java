package io.streamgauge.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs the benchmarks' jar in a JVM of its own, which forks one more for each row, and reads what it wrote. Every
 * answer is checked first; a subject that answers wrongly gets a row without figures.
 */
public final class BenchRunner {
    /** A JVM that says nothing for this long is taken for hanging. */
    public static final long DEFAULT_SILENCE_SECONDS = 300;

    private final Path jar;
    private final BenchJvm jvm;

    /**
     * @param java the program that runs Java
     * @param jar {@code benchmarks.jar}
     * @param jvmArguments more arguments for every JVM, such as the folder of a corpus as a system property
     */
    public BenchRunner(Path java, Path jar, List<String> jvmArguments) {
        this.jar = jar;
        this.jvm = new BenchJvm(java, jvmArguments, DEFAULT_SILENCE_SECONDS);
    }

    /**
     * Runs a plan; blocks until all rows are measured.
     *
     * @param scratch a folder for JMH's own output
     * @param progress told in a few words what is being checked or measured, once per row
     * @throws BenchException if the jar is missing, fails, or wrote nothing, or the plan asks for what there is not
     */
    public BenchReport run(BenchPlan plan, Path scratch, Consumer<String> progress) throws InterruptedException {
        if (!Files.isRegularFile(jar)) {
            throw new BenchException("no benchmarks at " + jar + "; build them with mvn package");
        }
        SubjectKinds kinds = SubjectKinds.parse(
                jvm.output(List.of("-cp", jar.toString(), "io.streamgauge.benchmarks.ListSubjects")));
        List<BenchJob> jobs = plan.jobs(kinds.entries());
        List<BenchRow> rows = new ArrayList<>();
        Map<BenchJob, String> objections = new AnswerCheck(jvm, jar).objections(jobs, scratch, progress);
        objections.forEach((job, remark) -> rows.add(BenchRow.untimed(job, remark)));
        List<BenchJob> worthTiming =
                jobs.stream().filter(job -> !objections.containsKey(job)).toList();
        for (Batch batch : batches(worthTiming)) {
            Path results = scratch.resolve("jmh-" + rows.size() + ".json");
            jmh(plan.effort(), batch, results, progress);
            rows.addAll(JmhResults.read(results, kinds));
        }
        return BenchReport.of(rows);
    }

    /** JMH measures every combination of parameters, so a batch is a set of subjects that take the same inputs. */
    private record Batch(String question, List<String> subjects, List<String> inputs, String delivery) {}

    private record Who(String question, String subject, String delivery) {}

    private record What(String question, List<String> inputs, String delivery) {}

    private static List<Batch> batches(List<BenchJob> jobs) {
        Map<Who, List<String>> inputs = new LinkedHashMap<>();
        jobs.stream()
                .sorted(Comparator.comparing(BenchJob::question))
                .forEach(job -> inputs.computeIfAbsent(
                                new Who(job.question(), job.subject(), job.delivery()), who -> new ArrayList<>())
                        .add(job.input()));
        Map<What, List<String>> subjects = new LinkedHashMap<>();
        inputs.forEach((who, taken) -> subjects.computeIfAbsent(
                        new What(who.question, taken, who.delivery), what -> new ArrayList<>())
                .add(who.subject));
        return subjects.entrySet().stream()
                .map(entry -> new Batch(
                        entry.getKey().question, entry.getValue(), entry.getKey().inputs, entry.getKey().delivery))
                .toList();
    }

    private void jmh(BenchPlan.Effort effort, Batch batch, Path results, Consumer<String> progress)
            throws InterruptedException {
        String time = effort.iterationMillis() + "ms";
        List<String> arguments = new ArrayList<>(List.of("-jar", jar.toString(), benchmarkOf(batch.question)));
        arguments.addAll(List.of("-p", "subject=" + String.join(",", batch.subjects)));
        arguments.addAll(List.of("-p", "input=" + String.join(",", batch.inputs)));
        arguments.addAll(List.of("-p", "delivery=" + batch.delivery));
        arguments.addAll(List.of("-f", "" + effort.forks(), "-wi", "" + effort.warmups(), "-w", time));
        arguments.addAll(List.of("-i", "" + effort.iterations(), "-r", time, "-foe", "true"));
        arguments.addAll(List.of("-prof", "gc", "-prof", "io.streamgauge.benchmarks.CpuTimeProfiler"));
        arguments.addAll(List.of("-rf", "json", "-rff", results.toString()));
        jvm.run(arguments, line -> {
            if (line.startsWith("# Parameters: ")) {
                progress.accept(batch.question + " "
                        + line.substring("# Parameters: ".length()).replaceAll("[()]", ""));
            }
        });
    }

    private static String benchmarkOf(String question) {
        StringBuilder name = new StringBuilder();
        for (String word : question.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return "\\." + name + "Benchmark\\.";
    }
}
