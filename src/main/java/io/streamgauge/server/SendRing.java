package io.streamgauge.server;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The sends of one event loop: the last {@link #capacity()} of them, in arrays made once.
 *
 * <p>Assumptions: (1) one thread records; (2) each {@link Reader} is used by one thread.
 *
 * <p>Guarantees: (a) recording neither waits nor allocates; (b) a reader gets every send once, in order and whole, or
 * learns how many it has lost; readers do not disturb each other.
 *
 * <p>How: the writer fills a slot and then publishes the count with release. A reader copies a slot and then looks at
 * the count again; if the writer may have begun to fill that slot anew, the copy is thrown away and the send is lost.
 */
final class SendRing {
    private static final VarHandle RECORDED;

    static {
        try {
            RECORDED = MethodHandles.lookup().findVarHandle(SendRing.class, "recorded", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final long[] streams;
    private final int[] writes;
    private final int[] events;
    private final int[] ends;
    private final long[] dueNanos;
    private final long[] sentNanos;
    private final int mask;
    private long recorded;

    /** Makes a ring of at least {@code entries} slots: the next power of two. */
    SendRing(int entries) {
        int capacity = Math.max(2, Integer.highestOneBit(Math.max(1, entries - 1)) << 1);
        streams = new long[capacity];
        writes = new int[capacity];
        events = new int[capacity];
        ends = new int[capacity];
        dueNanos = new long[capacity];
        sentNanos = new long[capacity];
        mask = capacity - 1;
    }

    int capacity() {
        return mask + 1;
    }

    /** Records a send; the writer's thread only. */
    void record(long stream, int write, int eventsSoFar, int end, long due, long sent) {
        long number = recorded;
        // The slot must not look filled anew before the count says that its old content is gone.
        VarHandle.storeStoreFence();
        int slot = (int) number & mask;
        streams[slot] = stream;
        writes[slot] = write;
        events[slot] = eventsSoFar;
        ends[slot] = end;
        dueNanos[slot] = due;
        sentNanos[slot] = sent;
        RECORDED.setRelease(this, number + 1);
    }

    /** A reader that begins with the oldest send that is still there. */
    Reader newReader() {
        return new Reader(Math.max(0, firstWhole()));
    }

    /** The writer may be filling the slot of send number {@code recorded}, which held {@code recorded - capacity}. */
    private long firstWhole() {
        return (long) RECORDED.getAcquire(this) - capacity() + 1;
    }

    /** Reads the ring, behind the writer. */
    final class Reader {
        private long next;
        private long lost;

        private Reader(long next) {
            this.next = next;
        }

        /** Hands out what was recorded since the last time. */
        void drain(SendLog.Handler handler) {
            long available = (long) RECORDED.getAcquire(SendRing.this);
            while (next < available) {
                int slot = (int) next & mask;
                long stream = streams[slot];
                int write = writes[slot];
                int eventsSoFar = events[slot];
                int end = ends[slot];
                long due = dueNanos[slot];
                long sent = sentNanos[slot];
                VarHandle.loadLoadFence();
                long firstWhole = firstWhole();
                if (next < firstWhole) {
                    lost += firstWhole - next;
                    next = firstWhole;
                } else {
                    next++;
                    handler.onSend(stream, write, eventsSoFar, end, due, sent);
                }
            }
        }

        /** The number of sends that were overwritten before this reader came to them. */
        long lost() {
            return lost;
        }
    }
}
