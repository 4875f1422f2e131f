package io.streamgauge.benchmarks;

import java.util.List;

/** The reads of every stream of an input, ready to be handed out; owned by the benchmark, never to be changed. */
public record Reads(List<byte[][]> streams) {
    /** Cuts all streams of an input. */
    static Reads of(StreamInput input, Delivery delivery) {
        return new Reads(input.bodies().stream().map(delivery::cut).toList());
    }
}
