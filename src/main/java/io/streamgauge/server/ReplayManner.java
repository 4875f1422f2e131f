package io.streamgauge.server;

import io.streamgauge.server.fault.Faults;

/** How an answer is replayed: how fast, in which pieces, and what goes wrong. {@link MannerWords} reads it. */
public record ReplayManner(ReplaySchedule schedule, Fragmentation fragmentation, Faults faults) {
    /** As recorded. */
    public static final ReplayManner RECORDED =
            new ReplayManner(ReplaySchedule.recorded(), Fragmentation.recorded(), Faults.NONE);

    /** The same at another pace. */
    public ReplayManner withSchedule(ReplaySchedule other) {
        return new ReplayManner(other, fragmentation, faults);
    }

    /** The same in other pieces. */
    public ReplayManner withFragmentation(Fragmentation other) {
        return new ReplayManner(schedule, other, faults);
    }

    /** The same with other faults. */
    public ReplayManner withFaults(Faults others) {
        return new ReplayManner(schedule, fragmentation, others);
    }

    /** Whether chance has a part in it, so that every answer needs a seed of its own; the cut alone needs none. */
    public boolean isRandom() {
        return schedule.isRandom() || faults.isRandom();
    }
}
