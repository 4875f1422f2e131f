package io.streamgauge;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.IntConsumer;

/** What work costs the thread that does it, as the JVM counts it. */
public final class ThreadCost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The JVM itself allocates a little on any thread now and then, when it replaces code; work that does, always. */
    private static final int ALLOCATION_WINDOWS = 20;

    private static final int CPU_WINDOWS = 7;

    private ThreadCost() {}

    /** The least number of bytes that the work allocated in any of several attempts. */
    public static long allocatedBytes(Runnable work) {
        return allocatedBytes(0, work);
    }

    /** The same, but no more attempts are made once the work was seen to allocate no more than {@code allowed}. */
    public static long allocatedBytes(long allowed, Runnable work) {
        long least = Long.MAX_VALUE;
        for (int window = 0; window < ALLOCATION_WINDOWS && least > allowed; window++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    /**
     * How many times the CPU time of {@code work} on {@code small} its CPU time on {@code large} is; other threads and
     * waiting do not count. The two are measured in turn, so that what disturbs the one disturbs the other.
     */
    public static double cpuGrowth(IntConsumer work, int small, int large) {
        long leastOfSmall = Long.MAX_VALUE;
        long leastOfLarge = Long.MAX_VALUE;
        for (int window = 0; window < CPU_WINDOWS; window++) {
            leastOfSmall = Math.min(leastOfSmall, cpuNanos(work, small));
            leastOfLarge = Math.min(leastOfLarge, cpuNanos(work, large));
        }
        return (double) leastOfLarge / leastOfSmall;
    }

    private static long cpuNanos(IntConsumer work, int size) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.accept(size);
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
