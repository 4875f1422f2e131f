package io.streamgauge.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A field name or other fixed word, ready to be compared with bytes. Immutable; make it once and keep it in a constant.
 */
public final class JsonName {
    private final byte[] bytes;

    private JsonName(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The word in UTF-8. */
    public static JsonName of(String word) {
        return new JsonName(word.getBytes(StandardCharsets.UTF_8));
    }

    boolean matches(byte[] text, int from, int to) {
        return to - from == bytes.length && Arrays.equals(text, from, to, bytes, 0, bytes.length);
    }

    /** Whether the slice holds exactly this word. */
    public boolean matches(ByteSlice slice) {
        return slice.contentEquals(bytes);
    }

    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
