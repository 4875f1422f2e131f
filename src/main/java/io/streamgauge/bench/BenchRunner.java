package io.streamgauge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs the benchmarks' jar in a JVM of its own, which forks one more for each row, and reads what it wrote. */
public final class BenchRunner {
    /** A run that says nothing for this long is taken for hanging. */
    public static final long DEFAULT_SILENCE_SECONDS = 300;

    private final Path java;
    private final Path jar;
    private final List<String> jvmArguments;

    /**
     * @param java the program that runs Java
     * @param jar {@code benchmarks.jar}
     * @param jvmArguments more arguments for every JVM, such as the folder of a corpus as a system property
     */
    public BenchRunner(Path java, Path jar, List<String> jvmArguments) {
        this.java = java;
        this.jar = jar;
        this.jvmArguments = List.copyOf(jvmArguments);
    }

    /**
     * Runs a plan; blocks until all rows are measured.
     *
     * @param scratch a folder for JMH's own output
     * @param progress told in a few words what is being measured, once per row
     * @throws BenchException if the jar is missing, fails, or wrote nothing
     */
    public BenchReport run(BenchPlan plan, Path scratch, Consumer<String> progress) throws InterruptedException {
        if (!Files.isRegularFile(jar)) {
            throw new BenchException("no benchmarks at " + jar + "; build them with mvn package");
        }
        SubjectKinds kinds =
                SubjectKinds.parse(output(List.of("-cp", jar.toString(), "io.streamgauge.benchmarks.ListSubjects")));
        List<BenchRow> rows = new ArrayList<>();
        int batch = 0;
        for (Map.Entry<Batch, List<String>> subjects : batches(plan, kinds).entrySet()) {
            Path results = scratch.resolve("jmh-" + batch++ + ".json");
            jmh(plan, subjects.getKey(), subjects.getValue(), results, progress);
            rows.addAll(JmhResults.read(results, kinds));
        }
        if (rows.isEmpty()) {
            throw new BenchException("no benchmark matches the groups and inputs asked for");
        }
        return BenchReport.of(rows);
    }

    /** JMH measures every combination of parameters, so a batch is a set of subjects that take the same inputs. */
    private record Batch(String question, List<String> inputs, List<String> deliveries) {}

    private static Map<Batch, List<String>> batches(BenchPlan plan, SubjectKinds kinds) {
        Map<Batch, List<String>> batches = new LinkedHashMap<>();
        for (SubjectKinds.Entry entry : kinds.entries()) {
            List<String> inputs = plan.inputsOf(entry);
            if (plan.wants(entry) && !inputs.isEmpty()) {
                batches.computeIfAbsent(
                                new Batch(entry.question(), inputs, plan.deliveriesOf(entry)),
                                batch -> new ArrayList<>())
                        .add(entry.subject());
            }
        }
        return batches;
    }

    private void jmh(BenchPlan plan, Batch batch, List<String> subjects, Path results, Consumer<String> progress)
            throws InterruptedException {
        BenchPlan.Effort effort = plan.effort();
        String time = effort.iterationMillis() + "ms";
        List<String> arguments = new ArrayList<>(List.of("-jar", jar.toString(), benchmarkOf(batch.question)));
        arguments.addAll(List.of("-p", "subject=" + String.join(",", subjects)));
        arguments.addAll(List.of("-p", "input=" + String.join(",", batch.inputs)));
        arguments.addAll(List.of("-p", "delivery=" + String.join(",", batch.deliveries)));
        arguments.addAll(List.of("-f", "" + effort.forks(), "-wi", "" + effort.warmups(), "-w", time));
        arguments.addAll(List.of("-i", "" + effort.iterations(), "-r", time, "-foe", "true"));
        arguments.addAll(List.of("-prof", "gc", "-prof", "io.streamgauge.benchmarks.CpuTimeProfiler"));
        arguments.addAll(List.of("-rf", "json", "-rff", results.toString()));
        execute(arguments, line -> {
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

    private List<String> output(List<String> arguments) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        execute(arguments, lines::add);
        return lines;
    }

    private void execute(List<String> arguments, Consumer<String> lines) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(jvmArguments);
        command.addAll(arguments);
        List<String> tail = new ArrayList<>();
        int exit;
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try {
                read(process, lines, tail);
                exit = process.waitFor(DEFAULT_SILENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new BenchException("cannot start " + java + ": " + e.getMessage(), e);
        }
        if (exit != 0) {
            throw new BenchException("the benchmarks failed with exit code " + exit + ": " + String.join(" | ", tail));
        }
    }

    private static void read(Process process, Consumer<String> lines, List<String> tail) throws IOException {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
                tail.add(line);
                if (tail.size() > 12) {
                    tail.remove(0);
                }
            }
        }
    }
}
