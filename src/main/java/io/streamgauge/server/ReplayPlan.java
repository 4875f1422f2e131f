package io.streamgauge.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.streamgauge.server.fault.ContentCoding;
import io.streamgauge.server.fault.Ending;
import io.streamgauge.server.fault.Script;
import io.streamgauge.server.plan.TimedBody;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is written when: one body, cut into writes, each with the instant it is due. Computed once for all streams that
 * are replayed alike; immutable.
 */
final class ReplayPlan {
    private final Bytes bytes;
    private final int[] ends;
    private final int[] events;
    private final long[] dueNanos;
    private final Outline outline;

    /** Where the bytes of a body are. */
    interface Bytes {
        /** The number of bytes. */
        int length();

        /** A slice that shares the bytes; the caller has to release it. */
        ByteBuf retainedBytes(int start, int length);

        /** Bytes on the heap, for one answer. */
        static Bytes of(byte[] array) {
            ByteBuf buffer = Unpooled.wrappedBuffer(array);
            return new Bytes() {
                @Override
                public int length() {
                    return array.length;
                }

                @Override
                public ByteBuf retainedBytes(int start, int length) {
                    return buffer.retainedSlice(start, length);
                }
            };
        }
    }

    /**
     * When the answer begins and how it ends.
     *
     * @param headNanos when status and headers are due; {@link Script#NEVER_NANOS} for never
     * @param endNanos when the end is due, if not with the last write
     */
    record Outline(long headNanos, Ending ending, long endNanos) {
        /** At once and in order. */
        static final Outline PLAIN = new Outline(0, Ending.IN_ORDER, 0);
    }

    private ReplayPlan(Bytes bytes, int[] ends, int[] events, long[] dueNanos, Outline outline) {
        this.bytes = bytes;
        this.ends = ends;
        this.events = events;
        this.dueNanos = dueNanos;
        this.outline = outline;
    }

    /**
     * Cuts and times a body.
     *
     * @throws IllegalArgumentException when that takes more than {@link Fragmentation#MAX_WRITES} writes
     */
    static ReplayPlan of(
            ReplayBody body, Fragmentation fragmentation, ReplaySchedule schedule, DueTimes.Source source) {
        int[] ends =
                fragmentation.ends(body.index(), body.timing(), body.recording().body(), source.seed());
        int[] events = new int[ends.length];
        for (int i = 0; i < ends.length; i++) {
            events[i] = body.index().eventsWithin(ends[i]);
        }
        return new ReplayPlan(body, ends, events, DueTimes.of(schedule, source, ends), Outline.PLAIN);
    }

    /** All of a body in one write, {@code dueNanos} after the request. */
    static ReplayPlan whole(ReplayBody body, long dueNanos) {
        return new ReplayPlan(
                body,
                new int[] {body.length()},
                new int[] {body.index().events()},
                new long[] {dueNanos},
                Outline.PLAIN);
    }

    /** What a script says. */
    static ReplayPlan of(Script script) {
        TimedBody body = script.body();
        Optional<ContentCoding.Compressed> compressed =
                script.transfer().coding().map(coding -> coding.compress(body, script.isWhole()));
        byte[] sent = compressed.map(ContentCoding.Compressed::bytes).orElse(body.bytes());
        int[] ends = new int[body.writes()];
        int[] events = new int[ends.length];
        long[] due = new long[ends.length];
        int writes = 0;
        for (int i = 0; i < ends.length; i++) {
            int write = i;
            int end = compressed.map(coded -> coded.end(write)).orElse(body.end(write));
            // A compressor may keep all of a write to itself.
            if (end > (writes == 0 ? 0 : ends[writes - 1])) {
                ends[writes] = end;
                events[writes] = body.index().eventsWithin(body.end(i));
                due[writes++] = body.dueNanos(i);
            }
        }
        Outline outline = new Outline(
                script.head().nanos(), script.finish().ending(), script.finish().nanos());
        return new ReplayPlan(
                Bytes.of(sent),
                Arrays.copyOf(ends, writes),
                Arrays.copyOf(events, writes),
                Arrays.copyOf(due, writes),
                outline);
    }

    /** The same as a value that faults can change. */
    TimedBody timedBody(ReplayBody body) {
        return TimedBody.of(body.framing(), body.copy(), ends, dueNanos);
    }

    /** When status and headers are due, in nanoseconds since the request. */
    long headNanos() {
        return outline.headNanos();
    }

    /** How it ends. */
    Ending ending() {
        return outline.ending();
    }

    /** When the end is due, in nanoseconds since the request. */
    long endNanos() {
        return Math.max(outline.endNanos(), lastDueNanos());
    }

    /** Whether the end goes out with the last write. */
    boolean endsWithLastWrite() {
        return outline.ending() == Ending.IN_ORDER && outline.endNanos() <= lastDueNanos();
    }

    /** The number of bytes that are sent. */
    int length() {
        return bytes.length();
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
        return bytes.retainedBytes(start, ends[write] - start);
    }
}
