package io.streamgauge.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A field name or other fixed word, ready to be compared with bytes. Immutable; make it once and keep it in a constant.
 */
public final class JsonName {
    private final byte[] bytes;

    // The first bytes as one word, which is all of most names.
    private final long head;
    private final long headMask;

    private JsonName(byte[] bytes) {
        this.bytes = bytes;
        byte[] padded = Arrays.copyOf(bytes, Math.max(bytes.length, Long.BYTES));
        headMask = bytes.length == 0 ? 0 : -1L >>> (Long.SIZE - Byte.SIZE * Math.min(bytes.length, Long.BYTES));
        head = ByteSearch.longAt(padded, 0) & headMask;
    }

    /** The word in UTF-8. */
    public static JsonName of(String word) {
        return new JsonName(word.getBytes(StandardCharsets.UTF_8));
    }

    boolean matches(byte[] text, int from, int to) {
        if (to - from != bytes.length) {
            return false;
        }
        if (from > text.length - Long.BYTES) {
            return Arrays.equals(text, from, to, bytes, 0, bytes.length);
        }
        return ((ByteSearch.longAt(text, from) ^ head) & headMask) == 0
                && (bytes.length <= Long.BYTES || Arrays.equals(text, from, to, bytes, 0, bytes.length));
    }

    /** Whether the slice holds exactly this word. */
    public boolean matches(ByteSlice slice) {
        return matches(slice.array(), slice.offset(), slice.end());
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
