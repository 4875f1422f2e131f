package io.streamgauge.server;

import io.streamgauge.server.pace.Chance;
import io.streamgauge.server.pace.Distribution;
import io.streamgauge.server.pace.RecordedTimes;
import io.streamgauge.server.plan.EventIndex;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Makes instants of a schedule, for one body and one seed.
 *
 * <p>Sums are kept as real numbers in nanoseconds, which are exact to a nanosecond for 100 days, and rounded once at
 * the end: rounding each gap would let a long stream drift.
 */
final class DueTimes {
    /** Which row of the seed's draws is for what; a stream that only changes its jitter keeps its gaps. */
    private static final int TTFT_ROW = 1;

    private static final int GAP_ROW = 2;
    private static final int JITTER_ROW = 3;

    private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ReplaySchedule schedule;
    private final Source source;
    private final double ttftNanos;

    /**
     * What the instants are made of.
     *
     * @param tokens the generated tokens of the body, counted when first needed
     * @param ttfts recorded times to the first byte, for {@code empirical}
     * @param gaps recorded times between reads, for {@code empirical}
     * @param seed of all draws
     */
    record Source(
            EventIndex index,
            RecordedTiming timing,
            Supplier<EventTokens> tokens,
            RecordedTimes ttfts,
            RecordedTimes gaps,
            long seed) {}

    private DueTimes(ReplaySchedule schedule, Source source) {
        this.schedule = schedule;
        this.source = source;
        ttftNanos = schedule.ttft()
                .map(ttft -> notNegative(ttft.drawNanos(new Chance(source.seed(), TTFT_ROW), source.ttfts())))
                .orElse(Double.NaN);
    }

    /**
     * When each write of a body is due.
     *
     * @param ends where the writes end, exclusive and rising
     * @return nanoseconds since the request; never falling
     */
    static long[] of(ReplaySchedule schedule, Source source, int[] ends) {
        return new DueTimes(schedule, source).ofWrites(ends);
    }

    private static double notNegative(double nanos) {
        return Math.max(0, nanos);
    }

    /** The time to the first event where the pace has none of its own. */
    private double ttftOrNone() {
        return Double.isNaN(ttftNanos) ? 0 : ttftNanos;
    }

    private long[] ofWrites(int[] ends) {
        if (schedule.pace() instanceof ReplaySchedule.Pace.Recorded recorded) {
            return rounded(jittered(recorded(recorded.speed(), ends)));
        }
        if (schedule.pace() instanceof ReplaySchedule.Pace.Unlimited) {
            double[] due = new double[ends.length];
            java.util.Arrays.fill(due, ttftOrNone());
            return rounded(jittered(due));
        }
        double[] ofEvents = jittered(ofEvents());
        double[] due = new double[ends.length];
        for (int i = 0; i < ends.length; i++) {
            int event = source.index().eventNeededFor(ends[i]);
            due[i] = event < 0 ? 0 : ofEvents[event];
        }
        return rounded(due);
    }

    private double[] recorded(double speed, int[] ends) {
        RecordedTiming timing = source.timing();
        double[] due = new double[ends.length];
        for (int i = 0; i < ends.length; i++) {
            due[i] = timing.reads() == 0 ? ttftOrNone() : recordedDue(timing, speed, ends[i]);
        }
        return due;
    }

    private double recordedDue(RecordedTiming timing, double speed, int end) {
        long micros = timing.micros(timing.readWith(end));
        if (Double.isNaN(ttftNanos)) {
            return TimeUnit.MICROSECONDS.toNanos(micros) / speed;
        }
        long sinceFirst = micros - timing.micros(timing.readWith(1));
        return ttftNanos + TimeUnit.MICROSECONDS.toNanos(sinceFirst) / speed;
    }

    private double[] ofEvents() {
        double[] due = new double[source.index().events()];
        if (schedule.pace() instanceof ReplaySchedule.Pace.Gaps gaps) {
            sumGaps(gaps.gap(), due);
        } else if (schedule.pace() instanceof ReplaySchedule.Pace.EventsPerSecond even) {
            for (int event = 0; event < due.length; event++) {
                due[event] = ttftOrNone() + firstOfBurst(event) * NANOS_PER_SECOND / even.rate();
            }
        } else if (schedule.pace() instanceof ReplaySchedule.Pace.TokensPerSecond even) {
            EventTokens tokens = source.tokens().get();
            for (int event = 0; event < due.length; event++) {
                double since = tokens.sinceFirst(firstOfBurst(event));
                due[event] = ttftOrNone() + since * NANOS_PER_SECOND / even.rate();
            }
        }
        return due;
    }

    private int firstOfBurst(int event) {
        return event - event % schedule.burst();
    }

    private void sumGaps(Distribution gap, double[] due) {
        Chance chance = new Chance(source.seed(), GAP_ROW);
        double at = ttftOrNone();
        for (int event = 0; event < due.length; event++) {
            if (event > 0 && event % schedule.burst() == 0) {
                at += notNegative(gap.drawNanos(chance, source.gaps()));
            }
            due[event] = at;
        }
    }

    private double[] jittered(double[] due) {
        schedule.jitter().ifPresent(jitter -> {
            Chance chance = new Chance(source.seed(), JITTER_ROW);
            double before = 0;
            for (int i = 0; i < due.length; i++) {
                before = Math.max(before, due[i] + notNegative(jitter.drawNanos(chance, source.gaps())));
                due[i] = before;
            }
        });
        return due;
    }

    private static long[] rounded(double[] due) {
        long[] nanos = new long[due.length];
        for (int i = 0; i < due.length; i++) {
            nanos[i] = Math.min(Math.round(due[i]), ReplaySchedule.MAX_DUE_NANOS);
        }
        return nanos;
    }
}
