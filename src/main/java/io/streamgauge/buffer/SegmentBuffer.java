package io.streamgauge.buffer;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;
import io.streamgauge.bytes.Utf8;

/**
 * What buffers that part text between characters share: they look at each code point once, and part only where their
 * own rule, or their limit, says so. A piece that must be parted by the limit ends with a word if it holds one, else
 * with a character as people see it, else with a code point.
 *
 * <p>Positions count bytes from the beginning of the text, so that dropping what was handed out moves none of them.
 */
abstract class SegmentBuffer implements TextBuffer {
    /** The answer of {@link #partBefore} when the text goes on. */
    static final long NOWHERE = -1;

    /** No limit may be less: room for one code point with something that belongs to it. */
    static final int MIN_PENDING_BYTES = 16;

    private static final int NO_CODE_POINT = -1;

    private final GrowableBytes pending = new GrowableBytes();
    private final ByteSlice view = new ByteSlice();
    private final ClusterBreaks clusters = new ClusterBreaks();
    private final TextSink sink;
    private final int maxPendingBytes;
    private long base;
    private long pieceStart;
    private long scanned;
    private long lastCluster;
    private long lastWord;
    private int previous = NO_CODE_POINT;

    SegmentBuffer(int maxPendingBytes, TextSink sink) {
        if (maxPendingBytes < MIN_PENDING_BYTES) {
            throw new IllegalArgumentException(
                    "a limit of " + maxPendingBytes + " bytes is less than " + MIN_PENDING_BYTES);
        }
        this.maxPendingBytes = maxPendingBytes;
        this.sink = sink;
    }

    /**
     * Where to part now that the code point at position {@code at} is known: at most there, or {@link #NOWHERE}.
     *
     * @param wordEnds whether a word ends right before it
     */
    abstract long partBefore(int codePoint, long at, boolean wordEnds);

    /** Called when the text is over; forget everything about it. */
    abstract void forget();

    @Override
    public final void push(ByteSlice text) {
        pending.append(text);
        int size = nextSize();
        while (size > 0) {
            step(Utf8.codePointAt(pending.array(), index(scanned), size), size);
            size = nextSize();
        }
        compact();
    }

    private int nextSize() {
        int at = index(scanned);
        return at == pending.length() ? 0 : Utf8.sizeAt(pending.array(), at, pending.length());
    }

    private void step(int codePoint, int size) {
        long at = scanned;
        boolean joined = clusters.joins(codePoint);
        boolean wordEnds = !joined && previous != NO_CODE_POINT && Letters.isWordEnd(previous, codePoint);
        lastCluster = joined ? lastCluster : at;
        lastWord = wordEnds ? at : lastWord;
        partAt(partBefore(codePoint, at, wordEnds));
        while (at + size - pieceStart > maxPendingBytes) {
            partAt(lastWord > pieceStart ? lastWord : lastCluster > pieceStart ? lastCluster : at);
        }
        scanned = at + size;
        previous = codePoint;
    }

    private void partAt(long position) {
        if (position > pieceStart) {
            view.wrap(pending.array(), index(pieceStart), (int) (position - pieceStart));
            pieceStart = position;
            sink.onPiece(view);
        }
    }

    /** Moves the rest to the front, once for each push: so many short pieces in one long push cost no more than one. */
    private void compact() {
        pending.dropFirst(index(pieceStart));
        base = pieceStart;
    }

    @Override
    public final void flush() {
        partAt(scanned);
        compact();
    }

    @Override
    public final void end() {
        partAt(base + pending.length());
        pending.clear();
        clusters.reset();
        base = 0;
        pieceStart = 0;
        scanned = 0;
        lastCluster = 0;
        lastWord = 0;
        previous = NO_CODE_POINT;
        forget();
    }

    @Override
    public final int pendingBytes() {
        return (int) (base + pending.length() - pieceStart);
    }

    final long pieceStart() {
        return pieceStart;
    }

    /** A copy of text that is still held back. */
    final String copy(long from, long to) {
        return Utf8.decode(pending.array(), index(from), (int) (to - from));
    }

    private int index(long position) {
        return (int) (position - base);
    }
}
