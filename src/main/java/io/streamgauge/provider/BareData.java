package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import java.nio.charset.StandardCharsets;

/**
 * The data of events that are no payload: the sentinel, and heartbeats sent as data. Blanks around either mean nothing.
 */
final class BareData {
    private static final byte[] SENTINEL = "[DONE]".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private BareData() {}

    /** Whether this is {@code [DONE]}, whatever stands behind it. */
    static boolean isSentinel(ByteSlice data) {
        return isAt(behindBlanks(data, 0), data, SENTINEL);
    }

    /** Whether something stands behind the sentinel. */
    static boolean hasTrailer(ByteSlice data) {
        int behind = behindBlanks(data, 0) + SENTINEL.length;
        return behindBlanks(data, behind) < data.length();
    }

    /** Nothing at all, {@code null}, or a comment that lost its place. */
    static boolean isHeartbeat(ByteSlice data) {
        int at = behindBlanks(data, 0);
        return at == data.length()
                || data.byteAt(at) == ':'
                || (isAt(at, data, NULL) && behindBlanks(data, at + NULL.length) == data.length());
    }

    private static boolean isAt(int from, ByteSlice data, byte[] word) {
        if (data.length() - from < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (data.byteAt(from + i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static int behindBlanks(ByteSlice data, int from) {
        int at = from;
        while (at < data.length() && isBlank(data.byteAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
