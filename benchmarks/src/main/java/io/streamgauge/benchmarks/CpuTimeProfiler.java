package io.streamgauge.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * CPU time per operation.
 *
 * <p>On a machine that others use as well, wall time tells more about them than about the code. CPU time of the Java
 * threads leaves out the time slices of other processes, and the JVM's own compiler and collector threads;
 * {@code cpu.process.norm} has those in. {@code cpu.share} is the number of cores the iteration got: far below the
 * thread count the row was starved. Beside the times it reports the size of the input, so that rates can be computed
 * from the result file alone.
 */
public final class CpuTimeProfiler implements InternalProfiler {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final com.sun.management.OperatingSystemMXBean process =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private long javaNanos;
    private long processNanos;
    private long wallNanos;

    @Override
    public String getDescription() {
        return "CPU time per operation, of the Java threads and of the process";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmarkParams, IterationParams iterationParams) {
        javaNanos = javaCpuNanos();
        processNanos = process.getProcessCpuTime();
        wallNanos = System.nanoTime();
    }

    /** JMH's own signature has the raw type. */
    @Override
    @SuppressWarnings("rawtypes")
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmarkParams, IterationParams iterationParams, IterationResult result) {
        double operations = Math.max(1, result.getMetadata().getAllOps());
        long java = javaCpuNanos() - javaNanos;
        long wall = Math.max(1, System.nanoTime() - wallNanos);
        List<ScalarResult> results = new ArrayList<>();
        results.add(scalar("cpu.java.norm", java / operations, "ns/op"));
        results.add(scalar("cpu.process.norm", (process.getProcessCpuTime() - processNanos) / operations, "ns/op"));
        results.add(scalar("cpu.share", (double) java / wall, "cores"));
        results.add(scalar("input.events", (double) CurrentInput.events(), "events/op"));
        results.add(scalar("input.bytes", (double) CurrentInput.bytes(), "bytes/op"));
        results.add(scalar("answer.correct", CurrentInput.correct() ? 1 : 0, "yes=1"));
        return results;
    }

    private static ScalarResult scalar(String name, double value, String unit) {
        return new ScalarResult(name, value, unit, AggregationPolicy.AVG);
    }

    /** JMH starts its workers before the first iteration and keeps them, so the sum over live threads only grows. */
    private long javaCpuNanos() {
        long sum = 0;
        for (long id : threads.getAllThreadIds()) {
            sum += Math.max(0, threads.getThreadCpuTime(id));
        }
        return sum;
    }
}
