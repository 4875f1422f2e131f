package io.streamgauge.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutShrinkerTest {
    private static int[] everyByte(int length) {
        return IntStream.range(1, length).toArray();
    }

    private static boolean has(int[] cuts, int cut) {
        return Arrays.binarySearch(cuts, cut) >= 0;
    }

    @Test
    void oneNeededCutIsFoundAmongMany() throws Exception {
        assertArrayEquals(new int[] {617}, CutShrinker.shrink(everyByte(1_000), cuts -> has(cuts, 617)));
    }

    @Test
    void cutsThatAreNeededTogetherStayTogether() throws Exception {
        assertArrayEquals(new int[] {3, 90}, CutShrinker.shrink(everyByte(100), cuts -> has(cuts, 3) && has(cuts, 90)));
    }

    @Test
    void emptyReadIsKept() throws Exception {
        int[] cuts = {1, 2, 5, 5, 7};
        assertArrayEquals(
                new int[] {5, 5},
                CutShrinker.shrink(
                        cuts,
                        fewer -> Arrays.stream(fewer).filter(cut -> cut == 5).count() == 2));
    }

    @Test
    void faultThatNeedsEveryCutKeepsThem() throws Exception {
        int[] cuts = everyByte(9);
        assertArrayEquals(cuts, CutShrinker.shrink(cuts, fewer -> fewer.length == 8));
    }
}
