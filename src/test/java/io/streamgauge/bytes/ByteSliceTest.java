package io.streamgauge.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ByteSliceTest {
    private final byte[] array = "xxdata é".getBytes(StandardCharsets.UTF_8);
    private final ByteSlice slice = new ByteSlice().wrap(array, 2, array.length - 2);

    @Test
    void windowIsBorrowedAndCopiesAreOwned() {
        byte[] copy = slice.copyBytes();
        assertSame(array, slice.array());
        assertNotSame(array, copy);
        array[2] = 'D';
        assertEquals("Data é", slice.copyUtf8());
        assertEquals('d', copy[0]);
    }

    @Test
    void lengthAndPositionsCountBytes() {
        assertEquals(7, slice.length());
        assertEquals(2, slice.offset());
        assertEquals(9, slice.end());
        assertEquals('t', slice.byteAt(2));
        assertEquals(0xC3, slice.charAt(5));
        assertEquals("ata", slice.subSequence(1, 4).toString());
    }

    @Test
    void contentIsComparedWithinTheWindow() {
        assertTrue(slice.contentEquals("data é".getBytes(StandardCharsets.UTF_8)));
        assertTrue(slice.contentEquals(ByteSlice.ofUtf8("data é")));
        assertFalse(slice.contentEquals(ByteSlice.ofUtf8("data")));
        assertTrue(slice.startsWith("data".getBytes(StandardCharsets.UTF_8)));
        assertFalse(slice.startsWith("data é!".getBytes(StandardCharsets.UTF_8)));
        assertFalse(slice.startsWith("xx".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void clearedSliceIsEmpty() {
        ByteSlice other = new ByteSlice().wrap(slice);
        slice.clear();
        assertTrue(slice.isEmpty());
        assertEquals("", slice.copyUtf8());
        assertArrayEquals(new byte[0], slice.copyBytes());
        assertEquals("data é", other.toString());
    }

    @Test
    void illFormedBytesAreKeptUntilTheyBecomeText() {
        slice.wrap(new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80}, 0, 4);
        assertEquals(4, slice.copyBytes().length);
        assertEquals("a\uFFFD\uFFFD\uFFFD", slice.copyUtf8());
    }
}
