package io.streamgauge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs the benchmarks' classes in a JVM of its own and reads what it says, line by line. */
final class BenchJvm {
    /** Of a JVM that fails, this many lines are told: enough for a complaint and the top of its stack. */
    private static final int TOLD_LINES = 12;

    private final Path java;
    private final List<String> jvmArguments;
    private final long silenceSeconds;

    /** @param silenceSeconds a JVM that says nothing for this long is taken for hanging and ended */
    BenchJvm(Path java, List<String> jvmArguments, long silenceSeconds) {
        this.java = java;
        this.jvmArguments = List.copyOf(jvmArguments);
        this.silenceSeconds = silenceSeconds;
    }

    /** Everything it said. */
    List<String> output(List<String> arguments) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        run(arguments, lines::add);
        return lines;
    }

    /**
     * Runs it to its end and takes all its descendants with it.
     *
     * @throws BenchException if it cannot be started, hangs or fails
     */
    void run(List<String> arguments, Consumer<String> lines) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(jvmArguments);
        command.addAll(arguments);
        Process process = start(command);
        try {
            Deque<String> tail = new ArrayDeque<>();
            BlockingQueue<Optional<String>> output = read(process);
            for (Optional<String> line = next(output); line.isPresent(); line = next(output)) {
                lines.accept(line.get());
                tail.add(line.get());
                if (tail.size() > TOLD_LINES) {
                    tail.remove();
                }
            }
            int exit = process.waitFor();
            if (exit != 0) {
                throw new BenchException(
                        "the benchmarks failed with exit code " + exit + ": " + String.join(" | ", tail));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new BenchException("cannot start " + java + ": " + e.getMessage(), e);
        }
    }

    /** The lines as they come, then nothing; a thread reads them, because reading alone would wait for ever. */
    private static BlockingQueue<Optional<String>> read(Process process) {
        BlockingQueue<Optional<String>> output = new LinkedBlockingQueue<>();
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                        lines.lines().map(Optional::of).forEach(output::add);
                    } catch (IOException | UncheckedIOException e) {
                        output.add(Optional.of("output lost: " + e.getMessage()));
                    } finally {
                        output.add(Optional.empty());
                    }
                },
                "benchmarks-output");
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    private Optional<String> next(BlockingQueue<Optional<String>> output) throws InterruptedException {
        Optional<String> line = output.poll(silenceSeconds, TimeUnit.SECONDS);
        if (line == null) {
            throw new BenchException("the benchmarks hang: nothing came from them for " + silenceSeconds + " seconds");
        }
        return line;
    }
}
