package io.streamgauge.provider;

import io.streamgauge.bytes.JsonName;
import io.streamgauge.delta.Deviation;
import java.util.Arrays;

/**
 * What is known of the blocks of one message, each by the index its protocol gave it.
 *
 * <p>Servers that translate between protocols interleave blocks, skip numbers, forget to open or to close; all that is
 * reported and lived with. A block that the next one overtakes stays open, since its content may still come.
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

    private static final JsonName INDEX = JsonName.of("index");

    private static final int NONE = -1;

    private final JsonEventDecoder decoder;
    private State[] states = new State[0];
    private BlockKind[] kinds = new BlockKind[0];
    private int size;
    private int latest;

    BlockTable(JsonEventDecoder decoder) {
        this.decoder = decoder;
        grow(16);
    }

    /** The index that an event with content of a block gives; without one it is taken for the block opened last. */
    int index(int root) {
        return index(root, latest);
    }

    /** The index that the start of a block gives; without one it is taken for the next. */
    int indexOfStart(int root) {
        return index(root, size);
    }

    private int index(int root, int fallback) {
        int node = decoder.json.field(root, INDEX);
        int index = decoder.json.indexValue(node, NONE);
        if (index == NONE) {
            decoder.deviation(Deviation.MISSING_FIELD);
            return fallback;
        }
        return index;
    }

    private static int place(int index) {
        return Math.min(index, MAX_BLOCKS - 1);
    }

    private State state(int index) {
        int place = place(index);
        return place < size ? states[place] : State.ABSENT;
    }

    /** What the block holds; {@link BlockKind#OTHER} when nothing was said of it. */
    BlockKind kind(int index) {
        int place = place(index);
        return place < size ? kinds[place] : BlockKind.OTHER;
    }

    /** Opens a block; one that was opened before deviates. */
    void open(int index, BlockKind kind) {
        if (state(index) != State.ABSENT) {
            decoder.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
        set(index, kind);
    }

    private void set(int index, BlockKind kind) {
        int place = place(index);
        if (place >= states.length) {
            grow(Math.min(MAX_BLOCKS, Math.max(place + 1, states.length * 2)));
        }
        states[place] = State.OPEN;
        kinds[place] = kind;
        size = Math.max(size, place + 1);
        latest = index;
    }

    /** Makes sure that there is a block to put content into; one that is not open deviates. */
    void use(int index, BlockKind kind) {
        State state = state(index);
        if (state != State.OPEN) {
            decoder.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
        if (state == State.ABSENT) {
            set(index, kind);
        }
    }

    /** Closes a block and ends the call it holds, if it holds one; a block that is not open deviates. */
    void close(int index) {
        if (state(index) == State.OPEN) {
            end(index);
        } else {
            decoder.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
    }

    /** Closes what the server forgot to close. */
    void closeAll() {
        for (int index = 0; index < size; index++) {
            if (states[index] == State.OPEN) {
                decoder.deviation(Deviation.UNCLOSED_BLOCK);
                end(index);
            }
        }
    }

    private void end(int index) {
        states[place(index)] = State.CLOSED;
        if (kind(index).isCall()) {
            decoder.out.onToolCallEnd(0, index);
        }
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
