package io.streamgauge.bytes;

import java.util.Arrays;

/**
 * A window on bytes that somebody else owns.
 *
 * <p>A slice is reused: whoever hands one out says until when it may be read, usually until a callback returns. Copy
 * what must live longer with {@link #copyBytes()} or {@link #copyUtf8()}. One slice belongs to one thread.
 */
public final class ByteSlice implements CharSequence {
    private static final byte[] NOTHING = new byte[0];

    private byte[] array = NOTHING;
    private int offset;
    private int length;

    /** Makes an empty slice, to be pointed somewhere with {@link #wrap(byte[], int, int)}. */
    public ByteSlice() {}

    /** Makes a slice of its own copy of {@code text} in UTF-8. */
    public static ByteSlice ofUtf8(String text) {
        byte[] bytes = Utf8.encode(text);
        return new ByteSlice().wrap(bytes, 0, bytes.length);
    }

    /**
     * Points this slice at {@code length} bytes of {@code array} from {@code offset} on; nothing is copied.
     *
     * @return this slice
     */
    public ByteSlice wrap(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
        return this;
    }

    /** Points this slice where {@code other} points now. */
    public ByteSlice wrap(ByteSlice other) {
        return wrap(other.array, other.offset, other.length);
    }

    /** Makes this slice empty and lets go of the bytes it pointed at. */
    public ByteSlice clear() {
        return wrap(NOTHING, 0, 0);
    }

    /** The array that holds the window; bytes outside {@link #offset()} to {@link #end()} are not yours to read. */
    public byte[] array() {
        return array;
    }

    /** Where in {@link #array()} the window begins. */
    public int offset() {
        return offset;
    }

    /** The number of bytes in the window. */
    @Override
    public int length() {
        return length;
    }

    /** Where in {@link #array()} the window ends, exclusive. */
    public int end() {
        return offset + length;
    }

    @Override
    public boolean isEmpty() {
        return length == 0;
    }

    /**
     * The byte at {@code index} from the start of the window, not range-checked beyond what the array itself checks.
     */
    public byte byteAt(int index) {
        return array[offset + index];
    }

    /** The byte at {@code index} as an unsigned value: the character itself only where the window holds ASCII. */
    @Override
    public char charAt(int index) {
        return (char) (byteAt(index) & 0xFF);
    }

    /** A copy of part of the window as text; positions count bytes. */
    @Override
    public CharSequence subSequence(int start, int end) {
        return Utf8.decode(array, offset + start, end - start);
    }

    /** Whether the window holds exactly {@code expected}. */
    public boolean contentEquals(byte[] expected) {
        return Arrays.equals(array, offset, end(), expected, 0, expected.length);
    }

    /** Whether both windows hold the same bytes. */
    public boolean contentEquals(ByteSlice other) {
        return Arrays.equals(array, offset, end(), other.array, other.offset, other.end());
    }

    /** Whether the window begins with {@code prefix}. */
    public boolean startsWith(byte[] prefix) {
        return length >= prefix.length
                && Arrays.equals(array, offset, offset + prefix.length, prefix, 0, prefix.length);
    }

    /** Whether the window ends with {@code suffix}. */
    public boolean endsWith(byte[] suffix) {
        return length >= suffix.length && Arrays.equals(array, end() - suffix.length, end(), suffix, 0, suffix.length);
    }

    /** A copy of the bytes, owned by the caller. */
    public byte[] copyBytes() {
        return Arrays.copyOfRange(array, offset, end());
    }

    /** A copy of the bytes as text; ill-formed UTF-8 becomes U+FFFD by the rules of {@link Utf8}. */
    public String copyUtf8() {
        return length == 0 ? "" : Utf8.decode(array, offset, length);
    }

    /** The same as {@link #copyUtf8()}, for debuggers and messages. */
    @Override
    public String toString() {
        return copyUtf8();
    }
}
