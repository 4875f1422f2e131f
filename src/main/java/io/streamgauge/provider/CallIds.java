package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import io.streamgauge.delta.ToolCallDelta;
import java.util.Arrays;

/**
 * The last id of each call of a stream, by its choice and index, to notice one that changes. Remembers
 * {@link #MAX_IDS}; space is kept for reuse.
 */
final class CallIds {
    /** More ids than a message has; looking one up among them costs no more than reading its event. */
    static final int MAX_IDS = 256;

    private final GrowableBytes bytes = new GrowableBytes();
    private final ByteSlice view = new ByteSlice();
    private long[] calls = new long[8];
    private int[] ends = new int[8];
    private int count;

    /** Whether this call had another id before. An id or index that is absent changes nothing. */
    boolean isRenamed(int choice, int index, ByteSlice id) {
        if (id.isEmpty() || index == ToolCallDelta.NO_INDEX) {
            return false;
        }
        long call = (long) choice << Integer.SIZE | index;
        int known = count - 1;
        while (known >= 0 && calls[known] != call) {
            known--;
        }
        boolean isSame = known >= 0 && at(known).contentEquals(id);
        if (!isSame) {
            add(call, id);
        }
        return known >= 0 && !isSame;
    }

    private void add(long call, ByteSlice id) {
        if (count == MAX_IDS) {
            return;
        }
        if (count == ends.length) {
            calls = Arrays.copyOf(calls, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        bytes.append(id);
        calls[count] = call;
        ends[count++] = bytes.length();
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
