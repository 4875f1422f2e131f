package io.streamgauge.time;

import java.util.Arrays;

/**
 * Timers in the order of their deadlines: the heart of every {@link Scheduler}.
 *
 * <p>A binary heap whose entries know their place, so that arming, moving and disarming take O(log n) steps and
 * allocate nothing but a larger heap now and then. Timers with one deadline run in the order they were armed in. One
 * thread.
 */
public final class DeadlineQueue {
    private static final int NOT_ARMED = -1;

    private final Runnable onEarlierFirst;
    private Entry[] heap = new Entry[16];
    private int size;
    private long armed;

    /**
     * Makes an empty queue.
     *
     * @param onEarlierFirst called when the first deadline has become earlier than it was, or has come into being
     */
    public DeadlineQueue(Runnable onEarlierFirst) {
        this.onEarlierFirst = onEarlierFirst;
    }

    /** A timer of this queue, not armed yet. */
    public Timer newTimer(Runnable task) {
        return new Entry(task);
    }

    /** Whether no timer is armed. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The number of armed timers. */
    public int size() {
        return size;
    }

    /**
     * When the first timer is due.
     *
     * @throws IllegalStateException when no timer is armed
     */
    public long firstDeadlineNanos() {
        if (size == 0) {
            throw new IllegalStateException("no timer is armed");
        }
        return heap[0].deadlineNanos;
    }

    /**
     * Runs the first timer if it is due. What its work throws is thrown here; the timer is off the queue then.
     *
     * @return whether one was run
     */
    public boolean runFirstIfDue(long nowNanos) {
        if (size == 0 || heap[0].deadlineNanos - nowNanos > 0) {
            return false;
        }
        Entry first = heap[0];
        remove(first);
        first.task.run();
        return true;
    }

    private void insert(Entry entry) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, Math.multiplyExact(size, 2));
        }
        size++;
        siftUp(size - 1, entry);
    }

    private void remove(Entry entry) {
        int gap = entry.index;
        entry.index = NOT_ARMED;
        size--;
        Entry last = heap[size];
        heap[size] = null;
        if (gap < size) {
            siftUp(gap, last);
            siftDown(last.index, last);
        }
    }

    private void siftUp(int from, Entry entry) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!entry.isBefore(heap[parent])) {
                break;
            }
            put(at, heap[parent]);
            at = parent;
        }
        put(at, entry);
    }

    private void siftDown(int from, Entry entry) {
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(entry)) {
                break;
            }
            put(at, heap[child]);
            at = child;
        }
        put(at, entry);
    }

    private void put(int index, Entry entry) {
        heap[index] = entry;
        entry.index = index;
    }

    private final class Entry implements Timer {
        private final Runnable task;
        private long deadlineNanos;
        private long order;
        private int index = NOT_ARMED;

        Entry(Runnable task) {
            this.task = task;
        }

        /** By difference, because instants of a clock may wrap. */
        boolean isBefore(Entry other) {
            long difference = deadlineNanos - other.deadlineNanos;
            return difference < 0 || (difference == 0 && order < other.order);
        }

        @Override
        public void armAt(long newDeadlineNanos) {
            boolean earlier = size == 0 || newDeadlineNanos - heap[0].deadlineNanos < 0;
            disarm();
            deadlineNanos = newDeadlineNanos;
            order = armed++;
            insert(this);
            if (earlier) {
                onEarlierFirst.run();
            }
        }

        @Override
        public void disarm() {
            if (index != NOT_ARMED) {
                remove(this);
            }
        }

        @Override
        public boolean isArmed() {
            return index != NOT_ARMED;
        }
    }
}
