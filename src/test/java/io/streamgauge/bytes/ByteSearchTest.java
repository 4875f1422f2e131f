package io.streamgauge.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Each search against the plainest loop, for every byte value at every alignment, in ranges of every length. */
class ByteSearchTest {
    /** More than two steps of eight bytes, with room on both sides. */
    private static final int SIZE = 27;

    private interface Search {
        int find(byte[] array, int from, int to);
    }

    private static boolean endsLine(int b) {
        return b == '\n' || b == '\r';
    }

    private static boolean endsPlainString(int b) {
        return b == '"' || b == '\\' || b < 0x20;
    }

    @Test
    void lineEndIsFoundWhereverItStands() {
        assertFindsEveryByteEverywhere(ByteSearch::lineEnd, ByteSearchTest::endsLine);
        assertFindsAmongAll(ByteSearch::lineEnd, ByteSearchTest::endsLine);
    }

    @Test
    void stringSpecialIsFoundWhereverItStands() {
        assertFindsEveryByteEverywhere(ByteSearch::stringSpecial, ByteSearchTest::endsPlainString);
        assertFindsAmongAll(ByteSearch::stringSpecial, ByteSearchTest::endsPlainString);
    }

    @Test
    void nonAsciiIsSeenWhereverItStands() {
        Search search = (array, from, to) -> ByteSearch.isAscii(array, from, to) ? to : from;
        for (int value = 0; value < 256; value++) {
            for (int at = 0; at < SIZE; at++) {
                byte[] array = filled('a', at, value);
                for (int from = 0; from <= SIZE; from++) {
                    boolean sees = value >= 0x80 && from <= at;
                    assertEquals(sees ? from : SIZE, search.find(array, from, SIZE));
                }
            }
        }
    }

    @Test
    void markOfOneWordIsTheFirstOfIt() {
        long seed = 20_260_106;
        Random random = new Random(seed);
        for (int round = 0; round < 100_000; round++) {
            byte[] array = new byte[8];
            random.nextBytes(array);
            long marks = ByteSearch.stringMarks(ByteSearch.longAt(array, 0));
            int found = marks == 0 ? 8 : Long.numberOfTrailingZeros(marks) >>> 3;
            assertEquals(firstOf(array, 0, 8, ByteSearchTest::endsPlainString), found, Arrays.toString(array));
        }
    }

    private static void assertFindsEveryByteEverywhere(Search search, IntPredicate wanted) {
        for (int value = 0; value < 256; value++) {
            for (int at = 0; at < SIZE; at++) {
                for (int filler : new int[] {'a', 0x80, 0xFF, 0x20}) {
                    byte[] array = filled(filler, at, value);
                    for (int from = 0; from < 9; from++) {
                        for (int to = SIZE - 9; to <= SIZE; to++) {
                            int shown = value;
                            int place = at;
                            assertEquals(
                                    firstOf(array, from, to, wanted),
                                    search.find(array, from, to),
                                    () -> "byte " + shown + " at " + place);
                        }
                    }
                }
            }
        }
    }

    private static void assertFindsAmongAll(Search search, IntPredicate wanted) {
        long seed = 20_260_107;
        Random random = new Random(seed);
        for (int round = 0; round < 50_000; round++) {
            byte[] array = new byte[SIZE];
            for (int i = 0; i < SIZE; i++) {
                array[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(0x24) : random.nextInt(256));
            }
            int from = random.nextInt(SIZE + 1);
            int to = from + random.nextInt(SIZE - from + 1);
            assertEquals(
                    firstOf(array, from, to, wanted),
                    search.find(array, from, to),
                    () -> "seed " + seed + ": " + Arrays.toString(array));
        }
    }

    private static byte[] filled(int filler, int at, int value) {
        byte[] array = new byte[SIZE];
        Arrays.fill(array, (byte) filler);
        array[at] = (byte) value;
        return array;
    }

    private static int firstOf(byte[] array, int from, int to, IntPredicate wanted) {
        int at = from;
        while (at < to && !wanted.test(array[at] & 0xFF)) {
            at++;
        }
        return at;
    }
}
