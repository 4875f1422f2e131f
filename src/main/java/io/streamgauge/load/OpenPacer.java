package io.streamgauge.load;

import io.streamgauge.time.Scheduler;
import io.streamgauge.time.Timer;

/** Every n-th slot of a schedule. A slot that comes late is sent at once and keeps its instant. */
final class OpenPacer implements Pacer {
    private final Scheduler scheduler;
    private final Timer timer;
    private final Starter starter;
    private final long startNanos;
    private final long[] slots;
    private final long measuredFrom;
    private final int step;
    private int next;

    /**
     * Paces a worker's share.
     *
     * @param slots rising nanoseconds since the start; shared by all workers
     * @param first the worker's first slot
     * @param step the number of workers
     * @param measuredFrom from this offset on requests are measured
     */
    OpenPacer(
            Scheduler scheduler,
            Starter starter,
            long startNanos,
            long[] slots,
            int first,
            int step,
            long measuredFrom) {
        this.scheduler = scheduler;
        this.starter = starter;
        this.startNanos = startNanos;
        this.slots = slots;
        this.step = step;
        this.measuredFrom = measuredFrom;
        next = first;
        timer = scheduler.newTimer(this::sendDue);
    }

    @Override
    public void begin() {
        armForNext();
    }

    private void sendDue() {
        while (!isExhausted() && startNanos + slots[next] - scheduler.clock().nanoTime() <= 0) {
            long slot = slots[next];
            next += step;
            starter.start(0, startNanos + slot, slot >= measuredFrom);
        }
        armForNext();
    }

    private void armForNext() {
        if (!isExhausted()) {
            timer.armAt(startNanos + slots[next]);
        }
    }

    @Override
    public void ended(int user, long nanos, boolean success) {}

    @Override
    public boolean isExhausted() {
        return next >= slots.length;
    }

    @Override
    public void stop() {
        next = slots.length;
        timer.disarm();
    }
}
