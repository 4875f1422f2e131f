package io.streamgauge.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** How long does it take to find the payload of each event? */
public class FramingBenchmark extends StreamBenchmark {
    public FramingBenchmark() {
        super(Question.FRAMING);
    }

    @Benchmark
    public long stream() throws Exception {
        return work();
    }
}
