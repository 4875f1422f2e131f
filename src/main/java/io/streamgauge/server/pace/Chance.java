package io.streamgauge.server.pace;

import java.util.SplittableRandom;

/**
 * One row of random draws, from its seed alone. One thread.
 *
 * <p>Normal draws are made here and not by the JDK, whose algorithm no specification fixes: a seed that somebody wrote
 * down must give the same stream on the next JDK.
 */
public final class Chance {
    private static final double TWO_PI = 2 * Math.PI;

    private final SplittableRandom random;

    /**
     * Begins a row.
     *
     * @param seed of the stream
     * @param purpose which of the stream's rows: other draws of the stream do not shift these
     */
    public Chance(long seed, int purpose) {
        SplittableRandom rows = new SplittableRandom(seed);
        long own = rows.nextLong();
        for (int i = 0; i < purpose; i++) {
            own = rows.nextLong();
        }
        random = new SplittableRandom(own);
    }

    /** As likely any number from 0 to 1, 1 excepted. */
    public double uniform() {
        return random.nextDouble();
    }

    /** As likely any whole number from 0 up to {@code bound}, which is excepted. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the normal distribution around 0 with the standard deviation 1, by the method of Box and Muller. */
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-random.nextDouble()));
        return radius * StrictMath.cos(TWO_PI * random.nextDouble());
    }

    /** From the exponential distribution with the mean 1. */
    public double exponential() {
        return -StrictMath.log1p(-random.nextDouble());
    }

    /** Whether something happens that does so with this probability; takes one draw whatever it is. */
    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }
}
