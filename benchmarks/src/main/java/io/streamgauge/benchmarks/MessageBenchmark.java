package io.streamgauge.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** How long does it take to have the whole message as Strings? */
public class MessageBenchmark extends StreamBenchmark {
    public MessageBenchmark() {
        super(Question.MESSAGE);
    }

    @Benchmark
    public long stream() throws Exception {
        return work();
    }
}
