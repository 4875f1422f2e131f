package io.streamgauge.load;

import io.streamgauge.time.Scheduler;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Shares the arrivals of a plan out among its workers, in turn. */
final class Pacers {
    private final LoadPlan plan;
    private final RunTimes times;
    private final long[] slots;
    private final ClosedPacer.End end;
    private int workers;

    Pacers(LoadPlan plan, RunTimes times) {
        this.plan = plan;
        this.times = times;
        slots = plan.arrival() instanceof ArrivalProcess.Open open ? slots(open) : new long[0];
        long requests =
                plan.measured().isTime() ? Long.MAX_VALUE : plan.measured().requests();
        end = new ClosedPacer.End(times.windowToNanos(), new AtomicLong(requests));
    }

    private long[] slots(ArrivalProcess.Open open) {
        long warmUp = plan.warmUp().toNanos();
        if (plan.measured().isTime()) {
            long end = warmUp + plan.measured().time().toNanos();
            return ArrivalProcess.schedule(open, plan.seed(), end, Long.MAX_VALUE);
        }
        long warming = ArrivalProcess.schedule(open, plan.seed(), warmUp, Long.MAX_VALUE).length;
        return ArrivalProcess.schedule(
                open, plan.seed(), Long.MAX_VALUE, warming + plan.measured().requests());
    }

    /** The next worker's share. */
    Pacer next(Scheduler scheduler, Pacer.Starter starter) {
        int worker = workers++;
        if (plan.arrival() instanceof ArrivalProcess.ClosedUsers closed) {
            return new ClosedPacer(
                    scheduler,
                    starter,
                    firstInstants(closed, worker),
                    times.windowFromNanos(),
                    closed.thinkTime().toNanos(),
                    end);
        }
        return new OpenPacer(
                scheduler,
                starter,
                times.startNanos(),
                slots,
                worker,
                plan.loops(),
                plan.warmUp().toNanos());
    }

    /** Whether every request has been due. */
    boolean isOver(long nanos) {
        if (plan.measured().isTime()) {
            return nanos - times.windowToNanos() >= 0;
        }
        return plan.arrival() instanceof ArrivalProcess.Open
                ? nanos - times.startNanos() >= slots[slots.length - 1]
                : end.requestsLeft().get() <= 0;
    }

    private long[] firstInstants(ArrivalProcess.ClosedUsers closed, int worker) {
        long ramp = closed.ramp().toNanos();
        return IntStream.range(0, closed.users())
                .filter(user -> user % plan.loops() == worker)
                .mapToLong(user -> times.startNanos() + ramp / closed.users() * user)
                .toArray();
    }
}
