package io.streamgauge.provider.reference;

import io.streamgauge.delta.Deviation;
import io.streamgauge.delta.ToolCallDelta;
import java.util.Map;
import java.util.TreeMap;

/** The numbered blocks of one message: opened, filled, closed, and whatever servers do in place of that. */
final class Blocks {
    /** Blocks from the last one on share its entry. */
    private static final int MAX_BLOCKS = 4096;

    /** What a block holds. */
    enum Kind {
        TEXT,
        REASONING,
        FUNCTION,
        CUSTOM,
        SERVER,
        OTHER;

        boolean isCall() {
            return this == FUNCTION || this == CUSTOM || this == SERVER;
        }

        /** What holds no call and gets arguments all the same is taken for a function. */
        ToolCallDelta.Kind toolKind() {
            return this == SERVER
                    ? ToolCallDelta.Kind.SERVER
                    : this == CUSTOM ? ToolCallDelta.Kind.CUSTOM : ToolCallDelta.Kind.FUNCTION;
        }
    }

    private record Block(Kind kind, boolean isOpen) {}

    private final Protocol protocol;
    private final TreeMap<Integer, Block> blocks = new TreeMap<>();
    private int latest;

    Blocks(Protocol protocol) {
        this.protocol = protocol;
    }

    private static int place(int index) {
        return Math.min(index, MAX_BLOCKS - 1);
    }

    /** The index that the start of a block gives, or the next. */
    int indexOfStart(Json root) {
        return index(root, blocks.isEmpty() ? 0 : blocks.lastKey() + 1);
    }

    /** The index that content of a block gives, or that of the block opened last. */
    int index(Json root) {
        return index(root, latest);
    }

    private int index(Json root, int fallback) {
        if (root.get("index").index(-1) < 0) {
            protocol.deviation(Deviation.MISSING_FIELD);
        }
        return root.get("index").index(fallback);
    }

    Kind kind(int index) {
        return blocks.getOrDefault(place(index), new Block(Kind.OTHER, false)).kind;
    }

    void open(int index, Kind kind) {
        if (blocks.containsKey(place(index))) {
            protocol.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
        put(index, kind);
    }

    private void put(int index, Kind kind) {
        blocks.put(place(index), new Block(kind, true));
        latest = index;
    }

    /** Makes sure there is a block; content of one that is closed is told all the same. */
    void use(int index, Kind kind) {
        if (!isOpen(index)) {
            protocol.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
        if (!blocks.containsKey(place(index))) {
            put(index, kind);
        }
    }

    private boolean isOpen(int index) {
        return blocks.containsKey(place(index)) && blocks.get(place(index)).isOpen;
    }

    void close(int index) {
        if (isOpen(index)) {
            end(index);
        } else {
            protocol.deviation(Deviation.UNANNOUNCED_BLOCK);
        }
    }

    void closeAll() {
        for (Map.Entry<Integer, Block> block : new TreeMap<>(blocks).entrySet()) {
            if (block.getValue().isOpen) {
                protocol.deviation(Deviation.UNCLOSED_BLOCK);
                end(block.getKey());
            }
        }
    }

    private void end(int index) {
        Kind kind = kind(index);
        blocks.put(place(index), new Block(kind, false));
        if (kind.isCall()) {
            protocol.callEnd(0, index);
        }
    }
}
