package io.streamgauge.server;

import io.netty.buffer.ByteBuf;

/**
 * What is written when: one body, cut into writes, each with the instant it is due. Computed once for all streams that
 * are replayed alike; immutable.
 */
final class ReplayPlan {
    private final ReplayBody body;
    private final int[] ends;
    private final int[] events;
    private final long[] dueNanos;

    private ReplayPlan(ReplayBody body, int[] ends, int[] events, long[] dueNanos) {
        this.body = body;
        this.ends = ends;
        this.events = events;
        this.dueNanos = dueNanos;
    }

    /**
     * Cuts and times a body.
     *
     * @throws IllegalArgumentException when that takes more than {@link Fragmentation#MAX_WRITES} writes
     */
    static ReplayPlan of(ReplayBody body, Fragmentation fragmentation, ReplaySchedule schedule, long seed) {
        int[] ends = fragmentation.ends(body.index(), body.timing(), body.length(), seed);
        int[] events = new int[ends.length];
        for (int i = 0; i < ends.length; i++) {
            events[i] = body.index().eventsWithin(ends[i]);
        }
        return new ReplayPlan(body, ends, events, schedule.dueNanos(body.index(), body.timing(), ends));
    }

    /** All of a body in one write, {@code dueNanos} after the request. */
    static ReplayPlan whole(ReplayBody body, long dueNanos) {
        return new ReplayPlan(
                body, new int[] {body.length()}, new int[] {body.index().events()}, new long[] {dueNanos});
    }

    /** When the last write is due; 0 where there is none. */
    long lastDueNanos() {
        return dueNanos.length == 0 ? 0 : dueNanos[dueNanos.length - 1];
    }

    /** The number of writes; 0 for an empty body. */
    int writes() {
        return ends.length;
    }

    /** Where a write ends in the body, exclusive. */
    int end(int write) {
        return ends[write];
    }

    /** The number of events that are whole after a write. */
    int events(int write) {
        return events[write];
    }

    /** When a write is due, in nanoseconds since the request. */
    long dueNanos(int write) {
        return dueNanos[write];
    }

    /** The bytes of a write, a slice that the caller has to release. */
    ByteBuf retainedBytes(int write) {
        int start = write == 0 ? 0 : ends[write - 1];
        return body.retainedBytes(start, ends[write] - start);
    }
}
