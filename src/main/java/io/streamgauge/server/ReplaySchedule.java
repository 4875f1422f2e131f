package io.streamgauge.server;

import java.util.concurrent.TimeUnit;

/**
 * When the bytes of a body are due, counted from the moment of the request.
 *
 * <p>All instants are computed from that one moment and never from the write before, so that a write that comes late
 * does not delay those behind it and nothing adds up over a long stream. A write is due when its last byte is, and a
 * byte when the event is that it belongs to.
 *
 * @param factor the speed or the rate; 1 where the pace has none
 * @param ttftNanos the time to the first event, or {@link #TTFT_OF_PACE}; later gaps do not depend on it
 */
public record ReplaySchedule(Pace pace, double factor, long ttftNanos) {
    /** The time to the first event is as recorded; where nothing is recorded, none. */
    public static final long TTFT_OF_PACE = -1;

    /** The slowest and the fastest factor that is taken. */
    public static final double MIN_FACTOR = 1e-6;

    /** The fastest factor that is taken: a thousand million times, or an event a nanosecond. */
    public static final double MAX_FACTOR = 1e9;

    /** The longest time to the first event that is taken: an hour. */
    public static final long MAX_TTFT_NANOS = TimeUnit.HOURS.toNanos(1);

    /** What is not due by then is due then: 30 days. */
    static final long MAX_DUE_NANOS = TimeUnit.DAYS.toNanos(30);

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** What sets the pace. */
    public enum Pace {
        /** The recording's own timing, {@code factor} times as fast; without pauses where it has none. */
        RECORDED,
        /**
         * An even rate of {@code factor} events a second. Bytes in front of the first event (comments) are due at once,
         * those between or behind events with the event before them.
         */
        EVENTS_PER_SECOND,
        /** As fast as the reader takes it. */
        UNLIMITED
    }

    /** Checks that both numbers are within their bounds. */
    public ReplaySchedule {
        if (!(factor >= MIN_FACTOR && factor <= MAX_FACTOR)) {
            throw new IllegalArgumentException("not from " + MIN_FACTOR + " to " + MAX_FACTOR + ": " + factor);
        }
        if (ttftNanos != TTFT_OF_PACE && (ttftNanos < 0 || ttftNanos > MAX_TTFT_NANOS)) {
            throw new IllegalArgumentException("not from 0 to " + MAX_TTFT_NANOS + " ns: " + ttftNanos);
        }
    }

    /** As recorded. */
    public static ReplaySchedule recorded() {
        return recorded(1);
    }

    /** As recorded, {@code speed} times as fast. */
    public static ReplaySchedule recorded(double speed) {
        return new ReplaySchedule(Pace.RECORDED, speed, TTFT_OF_PACE);
    }

    /** At an even rate, the first event at once. */
    public static ReplaySchedule eventsPerSecond(double rate) {
        return new ReplaySchedule(Pace.EVENTS_PER_SECOND, rate, TTFT_OF_PACE);
    }

    /** Without pauses. */
    public static ReplaySchedule unlimited() {
        return new ReplaySchedule(Pace.UNLIMITED, 1, TTFT_OF_PACE);
    }

    /** The same pace with another time to the first event. */
    public ReplaySchedule withTtft(long newTtftNanos) {
        return new ReplaySchedule(pace, factor, newTtftNanos);
    }

    /**
     * When each write of a body is due.
     *
     * @param ends where the writes end, exclusive and rising
     * @return nanoseconds since the request; never falling
     */
    long[] dueNanos(EventIndex index, RecordedTiming timing, int[] ends) {
        long[] due = new long[ends.length];
        for (int i = 0; i < ends.length; i++) {
            due[i] = switch (pace) {
                case RECORDED -> timing.reads() == 0 ? Math.max(0, ttftNanos) : recordedDue(timing, ends[i]);
                case EVENTS_PER_SECOND -> evenDue(index.eventNeededFor(ends[i]));
                case UNLIMITED -> Math.max(0, ttftNanos);
            };
        }
        return due;
    }

    private long recordedDue(RecordedTiming timing, int end) {
        long micros = timing.micros(timing.readWith(end));
        if (ttftNanos == TTFT_OF_PACE) {
            return capped(TimeUnit.MICROSECONDS.toNanos(micros) / factor);
        }
        long sinceFirst = micros - timing.micros(timing.readWith(1));
        return capped(ttftNanos + TimeUnit.MICROSECONDS.toNanos(sinceFirst) / factor);
    }

    private long evenDue(int event) {
        return event < 0 ? 0 : capped(Math.max(0, ttftNanos) + event * NANOS_PER_SECOND / factor);
    }

    private static long capped(double nanos) {
        return Math.min(Math.round(nanos), MAX_DUE_NANOS);
    }
}
