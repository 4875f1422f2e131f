package io.streamgauge.bytes;

import java.util.Arrays;

/**
 * Bytes that are appended to and read as one window.
 *
 * <p>Space doubles when it runs out and is kept by {@link #clear()}. However they are cut, n bytes are copied once on
 * their way in; and fewer than 2n are moved to larger space the first time that so much is needed, and none any other
 * time. (A list of pieces would move all n each time that they are to be read as one window.) One thread.
 */
public final class GrowableBytes {
    private static final int FIRST_CAPACITY = 64;

    private byte[] array = new byte[0];
    private int length;
    private long copiedBytes;

    /** Appends a copy of the bytes. */
    public void append(byte[] source, int offset, int count) {
        reserve(count);
        System.arraycopy(source, offset, array, length, count);
        length += count;
        copiedBytes += count;
    }

    /** Appends a copy of the window. */
    public void append(ByteSlice source) {
        append(source.array(), source.offset(), source.length());
    }

    /** Appends one byte. */
    public void append(byte value) {
        reserve(1);
        array[length++] = value;
    }

    private void reserve(int count) {
        int needed = Math.addExact(length, count);
        if (needed > array.length) {
            int doubled = (int) Math.min(2L * array.length, Integer.MAX_VALUE - Long.BYTES);
            array = Arrays.copyOf(array, Math.max(needed, Math.max(doubled, FIRST_CAPACITY)));
            copiedBytes += length;
        }
    }

    /** The number of bytes held. */
    public int length() {
        return length;
    }

    /** Whether nothing is held. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The array that holds the bytes from 0 to {@link #length()}; another one after an append. */
    public byte[] array() {
        return array;
    }

    /**
     * Points {@code target} at all bytes; valid until the next change.
     *
     * @return {@code target}
     */
    public ByteSlice view(ByteSlice target) {
        return target.wrap(array, 0, length);
    }

    /** Drops all bytes behind the first {@code count}, which must be held. */
    public void truncate(int count) {
        if (count < 0 || count > length) {
            throw new IllegalArgumentException("cannot keep " + count + " of " + length + " bytes");
        }
        length = count;
    }

    /** Drops the first {@code count} bytes and moves the rest to the front. */
    public void dropFirst(int count) {
        if (count < 0 || count > length) {
            throw new IllegalArgumentException("cannot drop " + count + " of " + length + " bytes");
        }
        System.arraycopy(array, count, array, 0, length - count);
        length -= count;
        copiedBytes += length;
    }

    /** Forgets all bytes; the space is kept. */
    public void clear() {
        length = 0;
    }

    /** How many bytes were copied into here and moved within here since this was made, for tests of the cost. */
    public long copiedBytes() {
        return copiedBytes;
    }

    /** A copy of the bytes as text. */
    public String copyUtf8() {
        return length == 0 ? "" : Utf8.decode(array, 0, length);
    }

    @Override
    public String toString() {
        return copyUtf8();
    }
}
