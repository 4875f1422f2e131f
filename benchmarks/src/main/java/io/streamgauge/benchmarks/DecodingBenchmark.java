package io.streamgauge.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** How long does it take to get at each piece of text and each tool call? */
public class DecodingBenchmark extends StreamBenchmark {
    public DecodingBenchmark() {
        super(Question.DECODING);
    }

    @Benchmark
    public long stream() throws Exception {
        return work();
    }
}
