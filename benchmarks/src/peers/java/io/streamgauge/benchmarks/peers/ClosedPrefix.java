package io.streamgauge.benchmarks.peers;

import java.util.Arrays;

/**
 * Arguments as far as they came, cut back to where they make sense and closed there: what an application hands to its
 * JSON parser after every fragment. Each byte is looked at once; only the parsing behind this begins anew each time.
 */
final class ClosedPrefix {
    private enum State {
        /** Before a key, a value or a closing bracket. */
        BETWEEN,
        /** In a number or a literal. */
        PLAIN,
        KEY,
        TEXT
    }

    private byte[] bytes = new byte[256];
    private int length;

    private byte[] closers = new byte[16];
    private int depth;

    private State state = State.BETWEEN;
    private boolean expectsKey;

    /** Bytes until a character, or an escape, is whole. */
    private int missing;

    /** As much as can be closed, and what was open there. */
    private int safeLength;

    private int safeDepth;
    private boolean isSafeInText;

    void append(byte[] fragment) {
        if (length + fragment.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + fragment.length));
        }
        for (byte next : fragment) {
            bytes[length++] = next;
            take(next);
        }
    }

    /** All that came. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** The text to parse; empty as long as nothing has begun. */
    byte[] closed() {
        byte[] text = Arrays.copyOf(bytes, safeLength + (isSafeInText ? 1 : 0) + safeDepth);
        int end = safeLength;
        if (isSafeInText) {
            text[end++] = '"';
        }
        for (int open = safeDepth - 1; open >= 0; open--) {
            text[end++] = closers[open];
        }
        return text;
    }

    private void take(byte next) {
        if (state == State.TEXT || state == State.KEY) {
            inString(next);
            return;
        }
        switch (next) {
            case '"' -> {
                state = expectsKey ? State.KEY : State.TEXT;
                if (!expectsKey) {
                    safe(true);
                }
            }
            case '{' -> open((byte) '}');
            case '[' -> open((byte) ']');
            case '}', ']' -> close();
            case ',' -> {
                state = State.BETWEEN;
                expectsKey = closers[depth - 1] == '}';
            }
            case ':' -> expectsKey = false;
            case ' ', '\n', '\r', '\t' -> state = State.BETWEEN;
            default -> plain(next);
        }
    }

    private void inString(byte next) {
        if (missing > 0) {
            boolean isUnicodeEscape = next == 'u' && bytes[length - 2] == '\\';
            missing = isUnicodeEscape ? 4 : missing - 1;
        } else if (next == '\\') {
            missing = 1;
        } else if (next < 0) {
            missing = Math.max(0, Integer.numberOfLeadingZeros(~next << 24) - 1);
        } else if (next == '"') {
            boolean isValue = state == State.TEXT;
            state = State.BETWEEN;
            if (isValue) {
                safe(false);
            }
            return;
        }
        if (missing == 0 && state == State.TEXT) {
            safe(true);
        }
    }

    /** A number can be cut behind any digit, a literal only at its end. */
    private void plain(byte next) {
        state = State.PLAIN;
        boolean isDigit = next >= '0' && next <= '9';
        if (isDigit || endsWith("true") || endsWith("false") || endsWith("null")) {
            safe(false);
        }
    }

    private boolean endsWith(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (length < word.length() || bytes[length - word.length() + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void open(byte closer) {
        if (depth == closers.length) {
            closers = Arrays.copyOf(closers, 2 * depth);
        }
        closers[depth++] = closer;
        state = State.BETWEEN;
        expectsKey = closer == '}';
        safe(false);
    }

    private void close() {
        depth--;
        state = State.BETWEEN;
        expectsKey = false;
        safe(false);
    }

    private void safe(boolean isInText) {
        safeLength = length;
        safeDepth = depth;
        isSafeInText = isInText;
    }
}
