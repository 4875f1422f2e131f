package io.streamgauge.time;

/** A monotonic clock. */
@FunctionalInterface
public interface NanoClock {
    /** The clock of this machine; on one host the same in every process. */
    NanoClock SYSTEM = System::nanoTime;

    /** Nanoseconds since an arbitrary point; only differences mean something, and they may wrap. */
    long nanoTime();
}
