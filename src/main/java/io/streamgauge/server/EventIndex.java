package io.streamgauge.server;

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
final class EventIndex {
    private final int[] ends;
    private final int[] events;

    /** Takes the arrays over: where each block ends, and how many events are whole there. */
    EventIndex(int[] ends, int[] events) {
        this.ends = ends;
        this.events = events;
    }

    /** The index of a body that is not framed, such as an error: one block without events. */
    static EventIndex unframed(int length) {
        return new EventIndex(new int[] {length}, new int[] {0});
    }

    /** Reads a body once and keeps nothing of it. */
    static EventIndex of(Framing framing, byte[] body) {
        return new EventIndexer(framing, body).index();
    }

    /** The number of blocks; at least 1. */
    int blocks() {
        return ends.length;
    }

    /** Where a block ends, exclusive. */
    int end(int block) {
        return ends[block];
    }

    /** The number of events in the body. */
    int events() {
        return events[events.length - 1];
    }

    /** The number of events that are whole when the first {@code length} bytes are there. */
    int eventsWithin(int length) {
        int at = Arrays.binarySearch(ends, length);
        int block = at >= 0 ? at : -at - 2;
        return block < 0 ? 0 : events[block];
    }

    /** Where the block ends in which an event is whole. */
    int endOfEvent(int event) {
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
        return ends[low];
    }

    /**
     * The event that must be ready before the byte in front of {@code end} can be sent: the one it belongs to, or, in a
     * block without an event, the last one before it.
     *
     * @return the number of an event, from 0, or -1 before the first
     */
    int eventNeededFor(int end) {
        int at = Arrays.binarySearch(ends, end);
        return events[at >= 0 ? at : -at - 1] - 1;
    }
}
