package io.streamgauge.load;

import com.sun.management.ThreadMXBean;
import io.streamgauge.measure.LatencyDistribution;
import io.streamgauge.time.Scheduler;
import io.streamgauge.time.Timer;
import java.lang.management.ManagementFactory;

/** How busy one event loop was within the window: its lag behind a regular tick, and the CPU time of its thread. */
final class LoopHealth {
    /** Between two looks at the lag: 10 ms. */
    static final long TICK_NANOS = 10_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private final Scheduler scheduler;
    private final Timer ticker;
    private final LatencyDistribution lag = new LatencyDistribution();
    private long tickNanos;

    private boolean isWatching;
    private long fromNanos;
    private long fromCpuNanos;
    private long fromAllocatedBytes;
    private long fromEvents;
    private long wallNanos;
    private long cpuNanos;
    private long allocatedBytes;
    private long events;

    LoopHealth(Scheduler scheduler) {
        this.scheduler = scheduler;
        ticker = scheduler.newTimer(this::tick);
    }

    /**
     * The window begins; on the loop's thread, as everything here.
     *
     * @param eventsSoFar decoded by this loop until now
     */
    void begin(long eventsSoFar) {
        isWatching = true;
        fromNanos = scheduler.clock().nanoTime();
        fromCpuNanos = threadCpuNanos();
        fromAllocatedBytes = threadAllocatedBytes();
        fromEvents = eventsSoFar;
        tickNanos = fromNanos + TICK_NANOS;
        ticker.armAt(tickNanos);
    }

    /** The window is over, or the run before it; counts once. */
    void end(long eventsSoFar) {
        if (isWatching) {
            isWatching = false;
            ticker.disarm();
            wallNanos = scheduler.clock().nanoTime() - fromNanos;
            cpuNanos = threadCpuNanos() - fromCpuNanos;
            allocatedBytes = threadAllocatedBytes() - fromAllocatedBytes;
            events = eventsSoFar - fromEvents;
        }
    }

    /** Each tick keeps its own instant: one that comes late does not move the next. */
    private void tick() {
        long now = scheduler.clock().nanoTime();
        lag.record(now - tickNanos);
        tickNanos = Math.max(tickNanos + TICK_NANOS, now);
        ticker.armAt(tickNanos);
    }

    private static long threadCpuNanos() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : 0;
    }

    private static long threadAllocatedBytes() {
        return THREADS.isThreadAllocatedMemorySupported() ? THREADS.getCurrentThreadAllocatedBytes() : 0;
    }

    /** How late the loop came to what was due. */
    LatencyDistribution lag() {
        return lag;
    }

    /** CPU time of the loop's thread within the window; 0 where the JVM cannot tell. */
    long cpuNanos() {
        return cpuNanos;
    }

    /** Heap that the loop's thread took within the window; 0 where the JVM cannot tell. */
    long allocatedBytes() {
        return allocatedBytes;
    }

    /** Events decoded within the window. */
    long events() {
        return events;
    }

    /** The share of the window that the thread was running, from 0 to 1. */
    double cpuShare() {
        return wallNanos == 0 ? 0 : (double) cpuNanos / wallNanos;
    }
}
