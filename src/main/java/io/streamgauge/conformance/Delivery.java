package io.streamgauge.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One way of cutting a stream into reads. */
final class Delivery {
    /** Streams longer than this are not cut at every place, because that costs the square of the length. */
    static final int MAX_LENGTH_CUT_EVERYWHERE = 8 << 10;

    private static final int LARGE_READ_BYTES = 1_000;
    private static final int RANDOM_DELIVERIES = 8;
    private static final int MAX_RANDOM_CUTS = 6;
    private static final int MAX_SHOWN_CUTS = 8;

    private final String words;
    private final int[] cuts;

    private Delivery(String words, int[] cuts) {
        this.words = words;
        this.cuts = cuts;
    }

    /** The delivery for people. */
    String words() {
        return words;
    }

    /** Where one read ends and the next begins, ascending; a position given twice stands for an empty read. */
    int[] cuts() {
        return cuts;
    }

    static Delivery whole() {
        return new Delivery("in one read", new int[0]);
    }

    static Delivery cutAt(int... cuts) {
        String words = cuts.length > MAX_SHOWN_CUTS
                ? "in " + (cuts.length + 1) + " reads"
                : "cut after byte " + Arrays.toString(cuts).replaceAll("[\\[\\]]", "");
        return new Delivery(words, cuts);
    }

    static Delivery byteByByte(int length) {
        return new Delivery("one byte per read", IntStream.range(1, length).toArray());
    }

    static Delivery inReadsOf(int size, int length) {
        int[] cuts =
                IntStream.iterate(size, cut -> cut < length, cut -> cut + size).toArray();
        return new Delivery("in reads of " + size + " bytes", cuts);
    }

    /** Up to {@value #MAX_RANDOM_CUTS} cuts in a stream of at least two bytes; no read is empty. */
    static Delivery random(Random random, int length) {
        int count = 1 + random.nextInt(MAX_RANDOM_CUTS);
        return cutAt(random.ints(count, 1, length).distinct().sorted().toArray());
    }

    /**
     * Every delivery but the whole one, those with the fewest cuts first, so that the first that fails is a small one.
     *
     * @param listed the cuts that the case itself is about
     */
    static List<Delivery> planFor(int length, List<int[]> listed, Random random) {
        List<Delivery> plan = new ArrayList<>();
        boolean everywhere = length <= MAX_LENGTH_CUT_EVERYWHERE;
        if (everywhere) {
            IntStream.range(1, length).mapToObj(Delivery::cutAt).forEach(plan::add);
        }
        listed.stream().map(Delivery::cutAt).forEach(plan::add);
        if (length > 1) {
            plan.add(everywhere ? byteByByte(length) : inReadsOf(LARGE_READ_BYTES, length));
            IntStream.range(0, everywhere ? RANDOM_DELIVERIES : 1).forEach(i -> plan.add(random(random, length)));
        }
        return plan;
    }
}
