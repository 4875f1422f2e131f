package io.streamgauge.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the stream benchmarks share: they run one subject over one input, delivered one way, and check its answer before
 * it is timed.
 *
 * <p>A subclass is one question. Nothing but the subject's work is in the measured time: reads are cut and workers made
 * before.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"})
public abstract class StreamBenchmark {
    @Param("streamgauge")
    public String subject = "";

    @Param("openai")
    public String input = "";

    @Param("1448")
    public String delivery = "";

    private final Question question;
    private final CountingSink sink = new CountingSink();
    private Reads reads = new Reads(java.util.List.of());
    private Subject.Worker worker = (work, answers) -> {};

    StreamBenchmark(Question question) {
        this.question = question;
    }

    /** Makes the input and the worker, and sees whether the worker's answer is right. */
    @Setup(Level.Trial)
    public void prepare() throws Exception {
        StreamInput streams = Inputs.named(input);
        Subject measured = Subjects.named(question, subject);
        reads = Reads.of(streams, Delivery.byWireName(delivery));
        boolean correct = Correctness.check(measured, streams, reads).isEmpty();
        CurrentInput.set(streams.events(), streams.totalBytes(), correct);
        worker = measured.newWorker(streams);
    }

    /** One operation: all streams of the input. */
    long work() throws Exception {
        worker.run(reads, sink);
        return sink.sum();
    }
}
