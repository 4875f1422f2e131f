package io.streamgauge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that the counters see what they are asked for. */
class ThreadCostTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 1024, 1 << 20})
    void anAllocationShows(int size) {
        byte[][] planted = new byte[1][];
        long allocated = ThreadCost.allocatedBytes(() -> planted[0] = new byte[size]);

        assertTrue(allocated >= size && allocated <= size + 64, () -> allocated + " bytes");
    }

    @Test
    void workWithoutAllocationCostsNone() {
        int[] sum = {0};
        assertEquals(0, ThreadCost.allocatedBytes(() -> sum[0]++));
    }

    @Test
    void quadraticWorkShows() {
        double growth = ThreadCost.cpuGrowth(ThreadCostTest::rescan, 1 << 17, 1 << 19);

        assertTrue(growth > 8, () -> growth + " times the work for four times the text");
    }

    /** What a parser does that begins anew with each read. */
    private static void rescan(int length) {
        byte[] text = new byte[length];
        int seen = 0;
        for (int to = 1448; to < length; to += 1448) {
            for (int at = 0; at < to; at++) {
                seen += text[at] == '\n' ? 1 : 0;
            }
        }
        assertEquals(0, seen);
    }
}
