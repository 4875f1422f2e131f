package io.streamgauge.provider;

import java.util.Arrays;
import java.util.function.BiPredicate;

/** Makes a failing body as small as it gets, and finds the fewest cuts it needs to fail. */
final class Shrinker {
    /** Trials after which the smallest so far is good enough. */
    private static final int MAX_TRIALS = 6000;

    private final BiPredicate<byte[], int[]> fails;
    private byte[] smallest = new byte[0];
    private int[] fewestCuts = ThreeReadings.WHOLE;

    Shrinker(BiPredicate<byte[], int[]> fails) {
        this.fails = fails;
    }

    /** Looks for a body no run of which can be spared, cut as little as possible. */
    void shrink(byte[] body, int[] cuts) {
        boolean failsWhole = fails.test(body, ThreeReadings.WHOLE);
        boolean failsEverywhere = !failsWhole && fails.test(body, everywhere(body.length));
        smallest = body;
        int trials = 0;
        for (int run = body.length / 2; run > 0; run /= 2) {
            int at = 0;
            while (at < smallest.length && trials++ < MAX_TRIALS) {
                byte[] smaller = without(smallest, at, Math.min(at + run, smallest.length));
                if (fails.test(smaller, failsWhole ? ThreeReadings.WHOLE : cuts(smaller, cuts, failsEverywhere))) {
                    smallest = smaller;
                } else {
                    at += run;
                }
            }
        }
        fewestCuts = fewestCuts(smallest, cuts);
    }

    /** The body that was found. */
    byte[] body() {
        return smallest;
    }

    /** Where it is cut. */
    int[] cuts() {
        return fewestCuts;
    }

    private static int[] cuts(byte[] body, int[] given, boolean isEverywhere) {
        return isEverywhere
                ? everywhere(body.length)
                : Arrays.stream(given).filter(cut -> cut < body.length).toArray();
    }

    private static byte[] without(byte[] body, int from, int to) {
        byte[] rest = Arrays.copyOf(body, body.length - (to - from));
        System.arraycopy(body, to, rest, from, body.length - to);
        return rest;
    }

    private int[] fewestCuts(byte[] body, int[] given) {
        if (fails.test(body, ThreeReadings.WHOLE)) {
            return ThreeReadings.WHOLE;
        }
        for (int cut = 1; cut < body.length; cut++) {
            if (fails.test(body, new int[] {cut})) {
                return new int[] {cut};
            }
        }
        boolean failsEverywhere = fails.test(body, everywhere(body.length));
        return cuts(body, given, failsEverywhere);
    }

    /** Cuts before every byte but the first. */
    static int[] everywhere(int length) {
        int[] cuts = new int[Math.max(0, length - 1)];
        Arrays.setAll(cuts, i -> i + 1);
        return cuts;
    }
}
