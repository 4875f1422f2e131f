package io.streamgauge.conformance;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** How far a check has got, told by the thread that runs it and read by the one that watches. */
public final class Progress {
    private final long seed;
    private final AtomicLong steps = new AtomicLong();
    private volatile Supplier<Evidence> evidence = Evidence::none;

    Progress(long seed) {
        this.seed = seed;
    }

    /** What every random choice of a check comes from. */
    public long seed() {
        return seed;
    }

    /** A call into the subject is about to be made, or has returned. */
    public void step() {
        steps.lazySet(steps.get() + 1); // One thread writes.
    }

    /** What to show if a call that follows never returns or throws. */
    public void entering(Supplier<Evidence> evidenceSoFar) {
        evidence = evidenceSoFar;
    }

    long steps() {
        return steps.get();
    }

    Evidence evidence() {
        return evidence.get();
    }
}
