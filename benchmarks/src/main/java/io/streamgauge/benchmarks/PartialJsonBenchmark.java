package io.streamgauge.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** How long does it take to keep a tool call's arguments readable while they come? */
public class PartialJsonBenchmark extends StreamBenchmark {
    public PartialJsonBenchmark() {
        super(Question.PARTIAL_JSON);
    }

    @Benchmark
    public long stream() throws Exception {
        return work();
    }
}
