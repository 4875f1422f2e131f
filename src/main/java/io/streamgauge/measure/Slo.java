package io.streamgauge.measure;

import java.time.Duration;
import java.util.Optional;

/**
 * What a user is promised: upper bounds that one stream must all meet to count as good. Times to something count from
 * when the request should have been sent.
 *
 * @param ttft to the first token event
 * @param tpot per output token; a stream without a known number of tokens does not meet it
 * @param e2e to the last token event
 */
public record Slo(Optional<Duration> ttft, Optional<Duration> tpot, Optional<Duration> e2e) {
    /** No promise: every stream that came to its end is good. */
    public static final Slo NONE = new Slo(Optional.empty(), Optional.empty(), Optional.empty());

    /** Bounds on the first token and on each further one, the form in which benchmarks state them. */
    public static Slo of(Duration ttft, Duration tpot) {
        return new Slo(Optional.of(ttft), Optional.of(tpot), Optional.empty());
    }

    /** Whether a stream that came to its end meets every bound. */
    public boolean isMetBy(StreamTiming timing) {
        return isWithin(ttft, timing.ttftPlanNanos())
                && isWithin(tpot, timing.tpotNanos())
                && isWithin(e2e, timing.e2ePlanNanos());
    }

    private static boolean isWithin(Optional<Duration> bound, long nanos) {
        return bound.isEmpty()
                || (nanos != StreamTiming.UNKNOWN && nanos <= bound.get().toNanos());
    }
}
