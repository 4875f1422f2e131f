package io.streamgauge.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/** When requests arrive. */
public sealed interface ArrivalProcess {
    /**
     * A number of users, each of whom asks again when the answer is there and they have thought about it. What a slow
     * server does to them is to slow them down, which is why a closed loop must not be read as what an open one would
     * have seen.
     *
     * @param thinkTime between the end of an answer and the next request
     * @param ramp over which the users begin, evenly
     */
    record ClosedUsers(int users, Duration thinkTime, Duration ramp) implements ArrivalProcess {
        public ClosedUsers {
            if (users <= 0 || thinkTime.isNegative() || ramp.isNegative()) {
                throw new IllegalArgumentException(
                        "at least one user, and no negative times: " + users + ", " + thinkTime + ", " + ramp);
            }
        }

        /** Users who begin at once and never think. */
        public static ClosedUsers of(int users) {
            return new ClosedUsers(users, Duration.ZERO, Duration.ZERO);
        }

        @Override
        public String describe() {
            return "closed, " + users + (users == 1 ? " user" : " users");
        }
    }

    /** Arrivals that come whether or not the earlier ones are answered. */
    sealed interface Open extends ArrivalProcess {
        /** Requests per second on average. */
        double perSecond();

        /** The time from one arrival to the next, in nanoseconds. */
        double nextGapNanos(SplittableRandom random);
    }

    /** At even distances. */
    record ConstantRate(double perSecond) implements Open {
        public ConstantRate {
            requireRate(perSecond);
        }

        @Override
        public double nextGapNanos(SplittableRandom random) {
            return 1e9 / perSecond;
        }

        @Override
        public String describe() {
            return "constant, " + perSecond + " requests/s";
        }
    }

    /** Independently of each other, as those of many users are: gaps are exponential. */
    record PoissonRate(double perSecond) implements Open {
        public PoissonRate {
            requireRate(perSecond);
        }

        @Override
        public double nextGapNanos(SplittableRandom random) {
            return -Math.log1p(-random.nextDouble()) * 1e9 / perSecond;
        }

        @Override
        public String describe() {
            return "Poisson, " + perSecond + " requests/s";
        }
    }

    /** In a few words for people. */
    String describe();

    private static void requireRate(double perSecond) {
        if (!(perSecond > 0 && perSecond <= 1e6)) {
            throw new IllegalArgumentException("not above 0 and up to a million requests a second: " + perSecond);
        }
    }

    /** Slots computed beforehand; more than these would not fit in memory: 20 million. */
    int MAX_SLOTS = 20_000_000;

    /**
     * The instants of an open arrival, from its seed alone.
     *
     * @param endNanos no slot lies at or behind this
     * @param maxSlots no more slots than this
     * @return rising nanoseconds since the start, the first slot one gap behind it
     * @throws IllegalArgumentException if there would be more than {@link #MAX_SLOTS}
     */
    static long[] schedule(Open arrival, long seed, long endNanos, long maxSlots) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] slots = new long[1024];
        int count = 0;
        // Summed as a real number: rounding each gap would let the rate drift.
        for (double at = arrival.nextGapNanos(random);
                at < endNanos && count < maxSlots;
                at += arrival.nextGapNanos(random)) {
            if (count == MAX_SLOTS) {
                throw new IllegalArgumentException("more than " + MAX_SLOTS + " requests in one plan");
            }
            if (count == slots.length) {
                slots = Arrays.copyOf(slots, count * 2);
            }
            slots[count++] = (long) at;
        }
        return Arrays.copyOf(slots, count);
    }
}
