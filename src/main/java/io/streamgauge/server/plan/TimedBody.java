package io.streamgauge.server.plan;

import io.streamgauge.provider.Framing;
import io.streamgauge.server.words.WordsException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A body, the writes it is cut into, and the instant each is due: what faults make others of.
 *
 * <p>Immutable: each change copies. Offsets count bytes from 0; events are counted as this project's parsers count them
 * in the bytes at hand, so that a change is seen by those behind it. A body that is not framed counts as one event.
 */
public final class TimedBody {
    /** No change makes a body longer than this, whoever asks for it: 64 MiB. */
    public static final int MAX_BYTES = 64 << 20;

    /** No change cuts a body into more writes than this: 4 Mi. */
    public static final int MAX_WRITES = 4 << 20;

    private final Optional<Framing> framing;
    private final byte[] bytes;
    private final int[] ends;
    private final long[] dueNanos;
    private @Nullable EventIndex index;

    private TimedBody(Optional<Framing> framing, byte[] bytes, int[] ends, long[] dueNanos) {
        this.framing = framing;
        this.bytes = bytes;
        this.ends = ends;
        this.dueNanos = dueNanos;
    }

    /**
     * Takes the arrays over.
     *
     * @param framing empty for a text without events, such as an error
     * @param ends where each write ends, exclusive; rising, the last one with the body
     * @param dueNanos when each is due; never falling
     */
    public static TimedBody of(Optional<Framing> framing, byte[] bytes, int[] ends, long[] dueNanos) {
        return new TimedBody(framing, bytes, ends, dueNanos);
    }

    /** A text without events, in one write. */
    public static TimedBody text(byte[] bytes, long dueNanos) {
        return bytes.length == 0
                ? new TimedBody(Optional.empty(), bytes, new int[0], new long[0])
                : new TimedBody(Optional.empty(), bytes, new int[] {bytes.length}, new long[] {dueNanos});
    }

    /**
     * Some bytes of a body.
     *
     * @param from where they begin
     * @param to where they end, exclusive
     */
    public record Span(int from, int to) {
        /** How many they are. */
        public int length() {
            return to - from;
        }
    }

    /** How the body is cut into events, if it is. */
    public Optional<Framing> framing() {
        return framing;
    }

    /** The number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** The bytes themselves, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** A copy of some bytes. */
    public byte[] copy(Span span) {
        return Arrays.copyOfRange(bytes, span.from(), span.to());
    }

    /** The number of writes; 0 for an empty body. */
    public int writes() {
        return ends.length;
    }

    /** Where a write ends, exclusive. */
    public int end(int write) {
        return ends[write];
    }

    /** When a write is due, in nanoseconds since the request. */
    public long dueNanos(int write) {
        return dueNanos[write];
    }

    /** When the last write is due; 0 where there is none. */
    public long lastDueNanos() {
        return dueNanos.length == 0 ? 0 : dueNanos[dueNanos.length - 1];
    }

    /** Where its events are, as a client's parser finds them. */
    public EventIndex index() {
        if (index == null) {
            index = framing.isPresent() && bytes.length > 0
                    ? EventIndex.of(framing.get(), bytes)
                    : EventIndex.unframed(bytes.length);
        }
        return index;
    }

    /** The number of events. */
    public int events() {
        return framing.isPresent() ? index().events() : Math.min(bytes.length, 1);
    }

    /** The block that an event is in, its terminator included. */
    public Span event(int event) {
        return framing.isPresent()
                ? new Span(index().startOfEvent(event), index().endOfEvent(event))
                : new Span(0, bytes.length);
    }

    /** The event that a byte belongs to or, between events, the next one; {@link #events()} behind the last. */
    public int eventAt(int offset) {
        int event = 0;
        while (event < events() && event(event).to() <= offset) {
            event++;
        }
        return event;
    }

    /** When a byte is due; behind the last one, when the last one is. */
    public long dueAt(int offset) {
        int write = writeAt(offset);
        return write < ends.length ? dueNanos[write] : lastDueNanos();
    }

    /** The first byte that is not due before an instant; the length when all are. */
    public int offsetAt(long nanos) {
        int write = 0;
        while (write < ends.length && dueNanos[write] < nanos) {
            write++;
        }
        return write == 0 ? 0 : ends[write - 1];
    }

    /** The write that a byte is in. */
    private int writeAt(int offset) {
        int at = Arrays.binarySearch(ends, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** Makes one change. */
    public TimedBody edited(Edit edit) {
        return edited(List.of(edit));
    }

    /**
     * Makes changes, each of them of this body as it is.
     *
     * @param edits in the order of their places, which do not overlap
     */
    public TimedBody edited(List<Edit> edits) {
        long growth = edits.stream().mapToLong(Edit::growth).sum();
        return edits.isEmpty() ? this : new Editor(this, grown(growth)).edited(edits);
    }

    /** Leaves some bytes out. */
    public TimedBody remove(Span span) {
        return edited(Edit.remove(span));
    }

    /** Leaves out all bytes from an offset on. */
    public TimedBody truncate(int at) {
        return remove(new Span(at, bytes.length));
    }

    /** Puts some bytes between others as a write of their own; what follows is due no earlier. */
    public TimedBody insert(int at, byte[] with, long nanos) {
        return insert(at, with, 1, nanos, 0);
    }

    /**
     * Puts some bytes between others, over and over, each time as a write of its own.
     *
     * @param nanos when the first of them is due
     * @param everyNanos how long after it each other one is; what follows is due no earlier than the last
     */
    public TimedBody insert(int at, byte[] with, int times, long nanos, long everyNanos) {
        if (with.length == 0 || times == 0) {
            return this;
        }
        if ((long) with.length * times > MAX_BYTES) {
            throw WordsException.expected("a body that stays within " + MAX_BYTES + " bytes");
        }
        TimedBody cut = cutAt(at);
        requireWrites((long) cut.writes() + times);
        int write = cut.writeAt(at);
        byte[] changed = new byte[grown((long) with.length * times)];
        System.arraycopy(bytes, 0, changed, 0, at);
        System.arraycopy(bytes, at, changed, at + with.length * times, bytes.length - at);
        int[] newEnds = room(cut.ends, write, times);
        long[] newDue = room(cut.dueNanos, write, times);
        for (int i = 0; i < times; i++) {
            System.arraycopy(with, 0, changed, at + i * with.length, with.length);
            newEnds[write + i] = at + (i + 1) * with.length;
            newDue[write + i] = nanos + i * everyNanos;
        }
        for (int i = write + times; i < newEnds.length; i++) {
            newEnds[i] += with.length * times;
        }
        return new TimedBody(framing, changed, newEnds, rising(newDue));
    }

    /** Makes everything from an offset on later. */
    public TimedBody delay(int at, long nanos) {
        TimedBody cut = cutAt(at);
        long[] later = cut.dueNanos.clone();
        for (int write = cut.writeAt(at); write < later.length; write++) {
            later[write] += nanos;
        }
        return new TimedBody(framing, bytes, cut.ends, later);
    }

    /** Cuts everything from an offset on into small writes with pauses between them. */
    public TimedBody drip(int at, int size, long gapNanos) {
        TimedBody cut = cutAt(at);
        int kept = cut.writeAt(at);
        long drops = ((long) bytes.length - at + size - 1) / size;
        requireWrites(kept + drops);
        int[] newEnds = Arrays.copyOf(cut.ends, (int) (kept + drops));
        long[] newDue = Arrays.copyOf(cut.dueNanos, newEnds.length);
        long before = kept == 0 ? 0 : cut.dueNanos[kept - 1];
        for (int i = kept; i < newEnds.length; i++) {
            int from = at + (i - kept) * size;
            newEnds[i] = Math.min(from + size, bytes.length);
            before = Math.max(dueAt(newEnds[i] - 1), i == kept ? before : before + gapNanos);
            newDue[i] = before;
        }
        return new TimedBody(framing, bytes, newEnds, newDue);
    }

    /** Begins a new write at an offset, unless one does. */
    public TimedBody cutAt(int at) {
        int write = writeAt(at);
        if (at == 0 || at == bytes.length || (write > 0 && ends[write - 1] == at)) {
            return this;
        }
        int[] newEnds = room(ends, write, 1);
        newEnds[write] = at;
        // The part behind keeps its instant, and so does the part in front: room() repeats what stood there.
        return new TimedBody(framing, bytes, newEnds, room(dueNanos, write, 1));
    }

    static void requireWrites(long writes) {
        if (writes > MAX_WRITES) {
            throw WordsException.expected("no more than " + MAX_WRITES + " writes in one body");
        }
    }

    private int grown(long growth) {
        long length = bytes.length + growth;
        if (growth > 0 && length > MAX_BYTES) {
            throw WordsException.expected("a body that stays within " + MAX_BYTES + " bytes");
        }
        return (int) length;
    }

    private static int[] room(int[] values, int at, int places) {
        int[] longer = Arrays.copyOf(values, values.length + places);
        System.arraycopy(values, at, longer, at + places, values.length - at);
        return longer;
    }

    private static long[] room(long[] values, int at, int places) {
        long[] longer = Arrays.copyOf(values, values.length + places);
        System.arraycopy(values, at, longer, at + places, values.length - at);
        return longer;
    }

    private static long[] rising(long[] values) {
        for (int i = 1; i < values.length; i++) {
            values[i] = Math.max(values[i], values[i - 1]);
        }
        return values;
    }
}
