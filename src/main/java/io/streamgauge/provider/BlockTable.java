package io.streamgauge.provider;

import java.util.Arrays;

/**
 * What is known of the blocks of one message, each by the index its protocol gave it.
 *
 * <p>Plain arrays that grow to the highest index seen and are kept for the next stream, so that a steady stream
 * allocates nothing. Blocks from {@link #MAX_BLOCKS} on share the last place: their content is delivered like any
 * other, only deviations between them go unnoticed.
 */
final class BlockTable {
    /** Far more blocks than a message has; what a hostile index can make this allocate is bounded by it. */
    static final int MAX_BLOCKS = 4096;

    /** How far a block has come. */
    enum State {
        /** Nothing was said of it. */
        ABSENT,
        /** It was announced, or used without that. */
        OPEN,
        /** Its end was announced. */
        CLOSED
    }

    private State[] states = new State[0];
    private BlockKind[] kinds = new BlockKind[0];
    private int size;
    private int latest;

    BlockTable() {
        grow(16);
    }

    /** The place of a block in arrays that run beside this table. */
    static int place(int index) {
        return Math.min(index, MAX_BLOCKS - 1);
    }

    State state(int index) {
        int place = place(index);
        return place < size ? states[place] : State.ABSENT;
    }

    /** What the block holds; {@link BlockKind#OTHER} when nothing was said of it. */
    BlockKind kind(int index) {
        int place = place(index);
        return place < size ? kinds[place] : BlockKind.OTHER;
    }

    void open(int index, BlockKind kind) {
        int place = place(index);
        if (place >= states.length) {
            grow(Math.min(MAX_BLOCKS, Math.max(place + 1, states.length * 2)));
        }
        states[place] = State.OPEN;
        kinds[place] = kind;
        size = Math.max(size, place + 1);
        latest = index;
    }

    void close(int index) {
        int place = place(index);
        if (place < size) {
            states[place] = State.CLOSED;
        }
    }

    /** One more than the highest place in use. */
    int size() {
        return size;
    }

    /** The block opened last, for events that forget to say which one they mean; 0 when there is none. */
    int latest() {
        return latest;
    }

    void reset() {
        Arrays.fill(states, 0, size, State.ABSENT);
        Arrays.fill(kinds, 0, size, BlockKind.OTHER);
        size = 0;
        latest = 0;
    }

    private void grow(int capacity) {
        int before = states.length;
        states = Arrays.copyOf(states, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
        Arrays.fill(states, before, capacity, State.ABSENT);
        Arrays.fill(kinds, before, capacity, BlockKind.OTHER);
    }
}
