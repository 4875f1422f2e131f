package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;

/**
 * Keeps the beginning of an HTML or XML page that a proxy sent in place of the stream, for the report of the failure.
 *
 * <p>It is only kept when the page is the first thing that was not understood; a stray line later on is no page.
 */
final class ForeignPage {
    /** Enough to see whose page it is. */
    static final int MAX_BYTES = 2048;

    private final ByteSlice view = new ByteSlice();
    private byte[] kept = new byte[0];
    private int length;
    private boolean isOther;

    /** Takes a line or payload that is neither an event nor JSON. */
    void line(ByteSlice line) {
        if (length == 0) {
            isOther |= line.isEmpty() || line.byteAt(0) != '<';
        }
        if (!isOther) {
            append(line);
        }
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** At most {@value #MAX_BYTES} bytes of the page, its lines joined by LF. */
    ByteSlice beginning() {
        return view.wrap(kept, 0, length);
    }

    void reset() {
        length = 0;
        isOther = false;
    }

    private void append(ByteSlice line) {
        if (kept.length == 0) {
            kept = new byte[MAX_BYTES];
        }
        if (length > 0 && length < MAX_BYTES) {
            kept[length++] = '\n';
        }
        int copied = Math.min(line.length(), MAX_BYTES - length);
        System.arraycopy(line.array(), line.offset(), kept, length, copied);
        length += copied;
    }
}
