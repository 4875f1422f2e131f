package io.streamgauge.conformance;

import java.util.Arrays;

/** Takes cuts away for as long as the fault stays. */
final class CutShrinker {
    /** Deliveries that one fault is worth. */
    private static final int MAX_TRIALS = 400;

    /** Whether a stream cut so is still read wrongly. */
    @FunctionalInterface
    interface Fault {
        boolean showsAt(int[] cuts) throws Exception;
    }

    private CutShrinker() {}

    /** A subset of {@code cuts} that shows the fault, and of which no single cut can be left out, if trials suffice. */
    static int[] shrink(int[] cuts, Fault fault) throws Exception {
        int[] smallest = cuts;
        int trials = 0;
        int size = cuts.length / 2;
        while (size > 0 && trials < MAX_TRIALS) {
            int before = smallest.length;
            int from = 0;
            while (from < smallest.length && trials++ < MAX_TRIALS) {
                int[] fewer = without(smallest, from, size);
                if (fewer.length > 0 && fault.showsAt(fewer)) {
                    smallest = fewer;
                } else {
                    from += size;
                }
            }
            boolean done = size == 1 && smallest.length == before;
            size = done ? 0 : Math.max(1, size / 2);
        }
        return smallest;
    }

    private static int[] without(int[] cuts, int from, int size) {
        int behind = Math.min(cuts.length, from + size);
        int[] fewer = Arrays.copyOf(cuts, cuts.length - (behind - from));
        System.arraycopy(cuts, behind, fewer, from, cuts.length - behind);
        return fewer;
    }
}
