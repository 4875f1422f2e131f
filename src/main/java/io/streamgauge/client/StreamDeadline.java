package io.streamgauge.client;

import io.streamgauge.time.Scheduler;
import io.streamgauge.time.Timer;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The one timer of a stream: for what it waits for now, and for its total time.
 *
 * <p>Reads only note that something came. The timer is not moved by them: when it goes off too early, it is armed anew
 * for what is left, so that a stream of a thousand reads arms it a handful of times.
 */
final class StreamDeadline {
    private final Scheduler scheduler;
    private final StreamTimeouts timeouts;
    private final Consumer<StreamFailure.Timeout> onExpired;
    private final Timer timer;

    private long startNanos;
    private TimeoutKind kind = TimeoutKind.TOTAL;
    private Duration limit;
    private long sinceNanos;
    private boolean isPaused;

    StreamDeadline(Scheduler scheduler, StreamTimeouts timeouts, Consumer<StreamFailure.Timeout> onExpired) {
        this.scheduler = scheduler;
        this.timeouts = timeouts;
        this.onExpired = onExpired;
        limit = timeouts.total();
        timer = scheduler.newTimer(this::onTimer);
    }

    /** The total time begins, and with it the wait for a connection. */
    void begin() {
        startNanos = now();
        expect(TimeoutKind.CONNECT, timeouts.connect(), startNanos);
    }

    /** The wait is now of this kind and began at {@code nanos}. */
    void expect(TimeoutKind awaited, Duration atMost, long nanos) {
        kind = awaited;
        limit = atMost;
        sinceNanos = nanos;
        timer.armAt(nextNanos());
    }

    /** Something came; the wait begins anew. */
    void onLife(long nanos) {
        sinceNanos = nanos;
    }

    /** Only the total time counts until {@link #resume}. */
    void pause() {
        isPaused = true;
    }

    /** The wait begins anew. */
    void resume() {
        isPaused = false;
        expect(kind, limit, now());
    }

    boolean isPaused() {
        return isPaused;
    }

    void stop() {
        timer.disarm();
    }

    private void onTimer() {
        long now = now();
        if (now - totalNanos() >= 0) {
            onExpired.accept(new StreamFailure.Timeout(TimeoutKind.TOTAL, timeouts.total()));
        } else if (now - nextNanos() >= 0) {
            onExpired.accept(new StreamFailure.Timeout(kind, limit));
        } else {
            timer.armAt(nextNanos());
        }
    }

    private long nextNanos() {
        long next = sinceNanos + limit.toNanos();
        return isPaused || next - totalNanos() > 0 ? totalNanos() : next;
    }

    private long totalNanos() {
        return startNanos + timeouts.total().toNanos();
    }

    private long now() {
        return scheduler.clock().nanoTime();
    }
}
