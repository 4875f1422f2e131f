package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import java.util.Arrays;

/**
 * The ids of a stream, to notice one that comes again. Remembers the first {@link #MAX_IDS}; space is kept for reuse.
 */
final class SeenIds {
    /** More calls than a message has; looking an id up among them costs no more than reading its event. */
    static final int MAX_IDS = 256;

    private final GrowableBytes bytes = new GrowableBytes();
    private final ByteSlice view = new ByteSlice();
    private int[] ends = new int[8];
    private int count;

    /** Whether this id, which is not empty, was added before. */
    boolean isKnown(ByteSlice id) {
        for (int i = 0; i < count && !id.isEmpty(); i++) {
            if (at(i).contentEquals(id)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this id was added last. */
    boolean isLatest(ByteSlice id) {
        return count > 0 && at(count - 1).contentEquals(id);
    }

    void add(ByteSlice id) {
        if (!id.isEmpty() && count < MAX_IDS) {
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, count * 2);
            }
            bytes.append(id);
            ends[count++] = bytes.length();
        }
    }

    private ByteSlice at(int i) {
        int from = i == 0 ? 0 : ends[i - 1];
        return view.wrap(bytes.array(), from, ends[i] - from);
    }

    void reset() {
        bytes.clear();
        count = 0;
    }
}
