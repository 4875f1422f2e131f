package io.streamgauge.server;

import java.nio.ByteBuffer;

/** Cuts within what belongs together: the ones that parsers get wrong. */
enum InnerCut {
    /** Within a character of several bytes. */
    UTF8 {
        @Override
        boolean isAt(ByteBuffer body, int end) {
            return end < body.remaining() && (at(body, end) & 0xC0) == 0x80;
        }
    },
    /** Between CR and LF, and between the two line ends that make a blank line. */
    CRLF {
        @Override
        boolean isAt(ByteBuffer body, int end) {
            return end < body.remaining() && isLineEnd(at(body, end - 1)) && isLineEnd(at(body, end));
        }
    },
    /** Between {@code da} and {@code ta}, where a line begins so. */
    DATA {
        @Override
        boolean isAt(ByteBuffer body, int end) {
            int start = end - 2;
            boolean lineBegins = start == 0 || (start > 0 && isLineEnd(at(body, start - 1)));
            return lineBegins
                    && end + 2 <= body.remaining()
                    && at(body, start) == 'd'
                    && at(body, start + 1) == 'a'
                    && at(body, start + 2) == 't'
                    && at(body, start + 3) == 'a';
        }
    };

    /** Whether a write is to end in front of this byte; {@code end} is at least 1 and counts from the position. */
    abstract boolean isAt(ByteBuffer body, int end);

    private static byte at(ByteBuffer body, int offset) {
        return body.get(body.position() + offset);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }
}
