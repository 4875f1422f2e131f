package io.streamgauge.load;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.streamgauge.client.StreamClient;
import io.streamgauge.time.NanoClock;
import io.streamgauge.transport.EventLoops;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a plan. One runner runs one load at a time; the calling thread waits, and reads the server's log meanwhile. */
public final class LoadRunner {
    /** How often the calling thread looks up while it waits: 20 ms, so that no server's log runs over. */
    private static final long LOOK_UP_MILLIS = 20;

    private final LoadPlan plan;
    private final SendSource sends;

    /** A runner for a load on servers that keep no log, or whose log is out of reach. */
    public LoadRunner(LoadPlan plan) {
        this(plan, SendSource.NONE);
    }

    /**
     * A runner that compares its stamps with those of the server.
     *
     * @param sends of the one server that all targets lead to, on this host
     */
    public LoadRunner(LoadPlan plan, SendSource sends) {
        this.plan = plan;
        this.sends = sends;
    }

    /** Is told on the calling thread, now and then, how far a run has come. */
    @FunctionalInterface
    public interface Progress {
        /** So much of what is planned has passed; {@code total} is zero when it is counted in requests. */
        void passed(Duration elapsed, Duration total);
    }

    /** Runs the load to its end. */
    public LoadResult run() throws InterruptedException {
        return run((elapsed, total) -> {});
    }

    /**
     * Runs the load to its end.
     *
     * @throws InterruptedException if the calling thread is interrupted; the load is then given up
     */
    public LoadResult run(Progress progress) throws InterruptedException {
        try (EventLoops loops = EventLoops.start("load", plan.loops());
                StreamClient client = new StreamClient(loops, plan.client())) {
            EventLoop first = (EventLoop) loops.group().iterator().next();
            NanoClock clock = loops.schedulerOf(first).clock();
            try (GcPauses pauses = new GcPauses(clock)) {
                RunTimes times = RunTimes.of(plan, clock.nanoTime());
                Pacers pacers = new Pacers(plan, times);
                List<LoadWorker> workers = workers(loops, client, times, pacers);
                SentWrites writes = await(workers, pacers, times, clock, progress);
                return LoadResult.of(plan, times, workers, writes, pauses);
            }
        }
    }

    private List<LoadWorker> workers(EventLoops loops, StreamClient client, RunTimes times, Pacers pacers) {
        List<LoadWorker> workers = new ArrayList<>();
        for (EventExecutor executor : loops.group()) {
            EventLoop loop = (EventLoop) executor;
            workers.add(new LoadWorker(
                    plan,
                    times,
                    loop,
                    loops.schedulerOf(loop),
                    client,
                    pacers,
                    plan.seed() + workers.size(),
                    sends != SendSource.NONE));
            loop.execute(workers.get(workers.size() - 1)::begin);
        }
        return workers;
    }

    private SentWrites await(
            List<LoadWorker> workers, Pacers pacers, RunTimes times, NanoClock clock, Progress progress)
            throws InterruptedException {
        SentWrites writes = new SentWrites();
        CompletableFuture<Void> all =
                CompletableFuture.allOf(workers.stream().map(LoadWorker::done).toArray(CompletableFuture<?>[]::new));
        Duration total =
                plan.measured().isTime() ? plan.warmUp().plus(plan.measured().time()) : Duration.ZERO;
        Drain drain = new Drain(plan.drain());
        while (!isDone(all)) {
            long now = clock.nanoTime();
            sends.drain(writes);
            progress.passed(Duration.ofNanos(now - times.startNanos()), total);
            drain.watch(pacers.isOver(now), now, workers);
        }
        sends.drain(writes);
        return writes;
    }

    private static boolean isDone(CompletableFuture<Void> all) throws InterruptedException {
        try {
            all.get(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of the load failed", e.getCause());
        }
    }

    /** Lets streams that are under way at the end go on for a while, then cuts them off. */
    private static final class Drain {
        /** Beyond it a worker that is cut off and does not end is a defect: 10 s. */
        private static final long GRACE_NANOS = 10_000_000_000L;

        private enum State {
            RUNNING,
            DRAINING,
            CUT
        }

        private final long drainNanos;
        private State state = State.RUNNING;
        private long untilNanos;

        Drain(Duration drain) {
            drainNanos = drain.toNanos();
        }

        void watch(boolean isOver, long now, List<LoadWorker> workers) {
            if (state == State.RUNNING && isOver) {
                state = State.DRAINING;
                untilNanos = now + drainNanos;
            }
            if (state == State.RUNNING || now - untilNanos < 0) {
                return;
            }
            if (state == State.CUT) {
                throw new IllegalStateException("streams that were cut off did not end");
            }
            state = State.CUT;
            untilNanos = now + GRACE_NANOS;
            workers.forEach(LoadWorker::cut);
        }
    }
}
