package io.streamgauge.benchmarks.peers;

import java.io.InputStream;
import java.util.Objects;

/** The reads of one stream as a socket would deliver them: never more at once than what is left of one of them. */
final class ReadsStream extends InputStream {
    private final byte[][] reads;
    private int current;
    private int position;

    ReadsStream(byte[][] reads) {
        this.reads = reads;
    }

    @Override
    public int read() {
        return hasMore() ? reads[current][position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, reads[current].length - position);
        System.arraycopy(reads[current], position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return hasMore() ? reads[current].length - position : 0;
    }

    private boolean hasMore() {
        while (current < reads.length && position == reads[current].length) {
            current++;
            position = 0;
        }
        return current < reads.length;
    }
}
