package io.streamgauge.load;

import io.streamgauge.client.StreamRequest;

/**
 * One kind of request within a load.
 *
 * @param group under which name it is reported; targets of one group are reported together
 * @param request what is sent
 * @param weight its share among all targets' weights
 */
public record LoadTarget(String group, StreamRequest request, int weight) {
    /** Checks that the weight is positive. */
    public LoadTarget {
        if (weight <= 0) {
            throw new IllegalArgumentException("weight of " + group + " must be positive: " + weight);
        }
    }

    /** A target reported under its dialect's name, with weight 1. */
    public static LoadTarget of(StreamRequest request) {
        return new LoadTarget(request.dialect().wireName(), request, 1);
    }
}
