package io.streamgauge.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowableBytesTest {
    private static final long SEED = 20260802;

    @Test
    void holdsWhatWasAppendedInOrder() {
        Random random = new Random(SEED);
        GrowableBytes bytes = new GrowableBytes();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            String piece = "é".repeat(random.nextInt(9)) + i;
            bytes.append(ByteSlice.ofUtf8(piece));
            bytes.append((byte) '\n');
            expected.append(piece).append('\n');
        }
        assertEquals(expected.toString(), bytes.copyUtf8(), "seed " + SEED);
        assertEquals(bytes.length(), bytes.view(new ByteSlice()).length());
    }

    @Test
    void growsByDoublingAndKeepsItsSpace() {
        GrowableBytes bytes = new GrowableBytes();
        int moves = 0;
        byte[] array = bytes.array();
        for (int i = 0; i < 1 << 20; i++) {
            bytes.append((byte) 1);
            moves += array == bytes.array() ? 0 : 1;
            array = bytes.array();
        }
        assertTrue(moves <= 16, moves + " moves");
        bytes.clear();
        assertTrue(bytes.isEmpty());
        bytes.append((byte) 2);
        assertEquals(array, bytes.array());
    }

    @Test
    void dropsAtEitherEnd() {
        GrowableBytes bytes = new GrowableBytes();
        bytes.append(ByteSlice.ofUtf8("abcdef"));
        bytes.truncate(5);
        bytes.dropFirst(2);
        assertEquals("cde", bytes.toString());
        assertThrows(IllegalArgumentException.class, () -> bytes.truncate(4));
        assertThrows(IllegalArgumentException.class, () -> bytes.dropFirst(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 65, 1000, 65_537, 1_000_000})
    void eachByteIsCopiedOnceAndMovedLessThanTwice(int size) {
        Random random = new Random(SEED);
        GrowableBytes bytes = new GrowableBytes();
        byte[] source = new byte[2000];
        for (int pieces = 1; pieces <= 100; pieces++) {
            long before = bytes.copiedBytes();
            bytes.clear();
            while (bytes.length() < size) {
                bytes.append(source, 0, Math.min(size - bytes.length(), 1 + random.nextInt(source.length)));
            }
            long copied = bytes.copiedBytes() - before;
            assertTrue(pieces == 1 ? copied < 3L * size : copied == size, copied + " bytes, seed " + SEED);
        }
    }

    @Test
    void whatIsLeftAtTheFrontIsMoved() {
        GrowableBytes bytes = new GrowableBytes();
        bytes.append(ByteSlice.ofUtf8("abcdef"));
        bytes.dropFirst(2);
        assertEquals(6 + 4, bytes.copiedBytes());
    }
}
