package io.streamgauge.conformance;

import java.util.function.Consumer;

/**
 * How to run a suite.
 *
 * @param seed of every random choice
 * @param knownFailures what is excused
 * @param onResult called for each case as it is done, on the thread that runs the suite
 */
public record RunOptions(long seed, KnownFailures knownFailures, Consumer<CaseResult> onResult) {
    /** The seed where none is given. */
    public static final long DEFAULT_SEED = 1;

    /** Nothing excused, nothing reported on the way. */
    public static final RunOptions DEFAULTS = new RunOptions(DEFAULT_SEED, KnownFailures.NONE, result -> {});

    /** The same with another seed. */
    public RunOptions withSeed(long otherSeed) {
        return new RunOptions(otherSeed, knownFailures, onResult);
    }

    /** The same with other known failures. */
    public RunOptions withKnownFailures(KnownFailures others) {
        return new RunOptions(seed, others, onResult);
    }

    /** The same with another listener. */
    public RunOptions withListener(Consumer<CaseResult> listener) {
        return new RunOptions(seed, knownFailures, listener);
    }
}
