package io.streamgauge.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** How long does it take to make whole words of pieces? */
public class BufferingBenchmark extends StreamBenchmark {
    public BufferingBenchmark() {
        super(Question.BUFFERING);
    }

    @Benchmark
    public long stream() throws Exception {
        return work();
    }
}
