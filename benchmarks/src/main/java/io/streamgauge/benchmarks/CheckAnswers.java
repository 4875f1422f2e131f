package io.streamgauge.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has subjects answer before anything is timed, for the program that starts the benchmarks.
 *
 * <p>Reads jobs, a line each (question, subject, input and delivery, separated by tabs), and prints a line for each:
 * {@code answer}, a tab, and {@code right} or what is wrong. A subject that is not done in time is left to itself: some
 * peers take hours for an event of 64 MB.
 */
public final class CheckAnswers {
    /** How long a subject may take for its two passes, which are its first and so its slowest. */
    static final long LIMIT_SECONDS = 20;

    private static final int MAX_REMARK_CHARS = 200;

    private String inputName = "";
    private Optional<StreamInput> input = Optional.empty();

    private CheckAnswers() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        CheckAnswers check = new CheckAnswers();
        for (String job : Files.readAllLines(Path.of(args[0]))) {
            String[] words = job.split("\t", -1);
            Question question = Arrays.stream(Question.values())
                    .filter(asked -> asked.wireName().equals(words[0]))
                    .findFirst()
                    .orElseThrow();
            Subject subject = Subjects.named(question, words[1]);
            out.println("answer\t" + check.verdict(subject, words[2], Delivery.byWireName(words[3])));
        }
    }

    private String verdict(Subject subject, String name, Delivery delivery) throws InterruptedException {
        Optional<String> obstacle = subject.obstacle();
        if (obstacle.isPresent()) {
            return "cannot run: " + oneLine(obstacle.get());
        }
        StreamInput streams = named(name);
        return verdict(subject, streams, Reads.of(streams, delivery), LIMIT_SECONDS);
    }

    /** The same input again and again is made once. */
    private StreamInput named(String name) {
        if (!inputName.equals(name)) {
            input = Optional.empty();
            input = Optional.of(Inputs.named(name));
            inputName = name;
        }
        return input.orElseThrow();
    }

    /** What is to be said of a subject, in one line. */
    static String verdict(Subject subject, StreamInput streams, Reads reads, long limitSeconds)
            throws InterruptedException {
        FutureTask<Optional<String>> task = new FutureTask<>(() -> Correctness.check(subject, streams, reads));
        Thread thread = new Thread(task, "answer-" + subject.name());
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limitSeconds, TimeUnit.SECONDS)
                    .map(difference -> "wrong answer: " + oneLine(difference))
                    .orElse("right");
        } catch (TimeoutException e) {
            thread.interrupt();
            return "no answer within " + limitSeconds + " seconds";
        } catch (ExecutionException e) {
            return "no answer: " + oneLine(String.valueOf(e.getCause()));
        }
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > MAX_REMARK_CHARS ? line.substring(0, MAX_REMARK_CHARS) + "..." : line;
    }
}
