package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects a JSON text that stands outside the framing, line by line: a plain error body sent in place of a stream, an
 * error printed over many lines in the middle of one, or llama.cpp's {@code error: {...}}.
 */
final class OutsidePayload {
    /** More than any error is; what is longer is given up. */
    static final int MAX_BYTES = 1 << 20;

    private static final byte[] ERROR_FIELD = "error:".getBytes(StandardCharsets.US_ASCII);

    private final ByteSlice view = new ByteSlice();
    private byte[] collected = new byte[0];
    private int length;
    private long offset;

    /** Takes a line. Answers the payload when the line is or completes one; {@link #offset()} tells where it begins. */
    @Nullable
    ByteSlice line(ByteSlice line, long byteOffset) {
        offset = length == 0 ? byteOffset : offset;
        if (length == 0 && line.startsWith(ERROR_FIELD)) {
            return view.wrap(line.array(), line.offset() + ERROR_FIELD.length, line.length() - ERROR_FIELD.length);
        }
        if (length == 0 && !isOpening(line.byteAt(0))) {
            return null;
        }
        append(line);
        // Printed JSON closes with a bracket in the first column; a compact one is a single line.
        boolean mayBeWhole =
                isClosing(line.byteAt(0)) || (length == line.length() + 1 && isClosing(line.byteAt(line.length() - 1)));
        return mayBeWhole ? rest() : null;
    }

    /** Where in the body the payload begins that was handed out last. */
    long offset() {
        return offset;
    }

    /** What was collected so far, which is then forgotten; null when that is nothing. */
    @Nullable
    ByteSlice rest() {
        if (length == 0) {
            return null;
        }
        view.wrap(collected, 0, length);
        length = 0;
        return view;
    }

    void reset() {
        length = 0;
    }

    private void append(ByteSlice line) {
        int needed = length + line.length() + 1;
        if (needed > MAX_BYTES) {
            length = 0;
            return;
        }
        if (collected.length < needed) {
            collected = Arrays.copyOf(collected, Math.max(needed, collected.length * 2));
        }
        System.arraycopy(line.array(), line.offset(), collected, length, line.length());
        length = needed;
        collected[length - 1] = '\n';
    }

    private static boolean isOpening(byte b) {
        return b == '{' || b == '[';
    }

    private static boolean isClosing(byte b) {
        return b == '}' || b == ']';
    }
}
