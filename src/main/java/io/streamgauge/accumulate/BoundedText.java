package io.streamgauge.accumulate;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import io.streamgauge.bytes.Utf8Strings;

/**
 * Bytes with a bound. Once a piece does not fit nothing more is taken, so that what is kept is always a beginning of
 * what was sent.
 */
final class BoundedText {
    private final GrowableBytes bytes = new GrowableBytes();
    private final ByteSlice view = new ByteSlice();
    private final int maxBytes;
    private boolean full;

    BoundedText(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Answers whether the piece was taken. */
    boolean append(ByteSlice piece) {
        full |= piece.length() > maxBytes - bytes.length();
        if (!full) {
            bytes.append(piece);
        }
        return !full;
    }

    /** Takes the piece in place of all that came before. */
    boolean replace(ByteSlice piece) {
        clear();
        return append(piece);
    }

    /** Takes a value that is set once. Answers whether it could be held. */
    boolean setOnce(ByteSlice value) {
        return !bytes.isEmpty() || append(value);
    }

    boolean isFull() {
        return full;
    }

    boolean isEmpty() {
        return bytes.isEmpty();
    }

    int length() {
        return bytes.length();
    }

    byte[] array() {
        return bytes.array();
    }

    boolean contentEquals(ByteSlice other) {
        return other.contentEquals(view(view));
    }

    ByteSlice view(ByteSlice target) {
        return bytes.view(target);
    }

    /** Forgets all; the space is kept. */
    void clear() {
        bytes.clear();
        full = false;
    }

    String copy(Utf8Strings strings) {
        return strings.copy(view(view));
    }
}
