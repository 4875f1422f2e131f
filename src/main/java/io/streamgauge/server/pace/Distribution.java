package io.streamgauge.server.pace;

import java.util.stream.Stream;

/**
 * How long something takes, or how likely it takes how long. Its {@code toString} gives the words that
 * {@link Distributions#parse} reads.
 */
public sealed interface Distribution permits Constant, Uniform, Normal, LogNormal, Exponential, Bimodal, Empirical {
    /**
     * Draws one time in nanoseconds; negative where a normal distribution reaches below zero, which callers take for
     * zero.
     *
     * @param recorded what {@link Empirical} draws from
     * @throws io.streamgauge.server.words.WordsException when there is nothing recorded to draw from
     */
    double drawNanos(Chance chance, RecordedTimes recorded);

    /** The recordings that are drawn from, by name. */
    default Stream<String> recordings() {
        return Stream.empty();
    }

    /** Whether two draws may differ. */
    default boolean isRandom() {
        return true;
    }
}
