package io.streamgauge.server.plan;

import io.streamgauge.provider.Framing;
import java.util.Arrays;

/**
 * Where a body can be cut between events, and how many events each place has before it.
 *
 * <p>A <em>block</em> is what a server writes at one go: an event with its terminator, or an SSE comment that stands on
 * its own. Blank lines too many belong to the block before them; what stands between the elements of a JSON array, to
 * the one behind it. Blocks follow each other without gaps and cover the whole body. Events are counted as this
 * project's parsers count them, so that event {@code k} here is event {@code k} at a client that uses them. Immutable.
 */
public final class EventIndex {
    private final int[] ends;
    private final int[] events;

    /** Takes the arrays over: where each block ends, and how many events are whole there. */
    public EventIndex(int[] ends, int[] events) {
        this.ends = ends;
        this.events = events;
    }

    /** The index of a body that is not framed, such as an error: one block without events. */
    public static EventIndex unframed(int length) {
        return new EventIndex(new int[] {length}, new int[] {0});
    }

    /** Reads a body once and keeps nothing of it. */
    public static EventIndex of(Framing framing, byte[] body) {
        return new EventIndexer(framing, body).index();
    }

    /** The number of blocks; at least 1. */
    public int blocks() {
        return ends.length;
    }

    /** Where a block ends, exclusive. */
    public int end(int block) {
        return ends[block];
    }

    /** The number of events in the body. */
    public int events() {
        return events[events.length - 1];
    }

    /** The number of events that are whole when the first {@code length} bytes are there. */
    public int eventsWithin(int length) {
        int at = Arrays.binarySearch(ends, length);
        int block = at >= 0 ? at : -at - 2;
        return block < 0 ? 0 : events[block];
    }

    /** Where the block begins in which an event is whole. */
    public int startOfEvent(int event) {
        int block = blockOfEvent(event);
        return block == 0 ? 0 : ends[block - 1];
    }

    /** Where the block ends in which an event is whole. */
    public int endOfEvent(int event) {
        return ends[blockOfEvent(event)];
    }

    private int blockOfEvent(int event) {
        int low = 0;
        int high = events.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events[middle] > event) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * The event that must be ready before the byte in front of {@code end} can be sent: the one it belongs to, or, in a
     * block without an event, the last one before it.
     *
     * @return the number of an event, from 0, or -1 before the first
     */
    public int eventNeededFor(int end) {
        int at = Arrays.binarySearch(ends, end);
        return events[at >= 0 ? at : -at - 1] - 1;
    }
}
