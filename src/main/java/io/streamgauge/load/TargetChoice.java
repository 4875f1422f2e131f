package io.streamgauge.load;

import java.util.List;
import java.util.SplittableRandom;

/** Picks one request's target after the other, at random by weight; the same seed picks the same ones. */
final class TargetChoice {
    private final int[] weightsUpTo;
    private final SplittableRandom random;

    TargetChoice(List<LoadTarget> targets, long seed) {
        weightsUpTo = new int[targets.size()];
        int sum = 0;
        for (int i = 0; i < weightsUpTo.length; i++) {
            sum = Math.addExact(sum, targets.get(i).weight());
            weightsUpTo[i] = sum;
        }
        random = new SplittableRandom(seed);
    }

    /** The index of the next request's target. */
    int next() {
        if (weightsUpTo.length == 1) {
            return 0;
        }
        int drawn = random.nextInt(weightsUpTo[weightsUpTo.length - 1]);
        int index = 0;
        while (drawn >= weightsUpTo[index]) {
            index++;
        }
        return index;
    }
}
