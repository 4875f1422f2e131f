package io.streamgauge.conformance;

import io.streamgauge.time.NanoClock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * The processor time of a thread, which a busy machine does not inflate. Where the JVM does not know it, the wall clock
 * stands in.
 */
final class CpuClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean KNOWN = THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

    private CpuClock() {}

    /** Nanoseconds that this thread has used. */
    static long nanos() {
        return KNOWN ? THREADS.getCurrentThreadCpuTime() : NanoClock.SYSTEM.nanoTime();
    }

    /** Nanoseconds that the thread has used, seen from another one. */
    static long nanosOf(Thread thread) {
        return KNOWN ? THREADS.getThreadCpuTime(thread.getId()) : NanoClock.SYSTEM.nanoTime();
    }
}
