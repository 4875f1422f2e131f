package io.streamgauge.conformance;

import io.streamgauge.time.NanoClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Runs checks on a thread of their own and watches it.
 *
 * <p>A check hangs when no step was made for so much processor time: a spinning parser is found as soon on a busy
 * machine as on an idle one, and is never taken for one that merely waits for a core. A thread that waits for something
 * that never comes uses none; the wall clock finds it. Java cannot end a thread that does not listen, so a hung one is
 * interrupted and left behind; after {@value #MAX_LEFT_BEHIND} of them no more checks are run.
 */
final class Supervisor {
    /** Threads that may be left spinning. */
    static final int MAX_LEFT_BEHIND = 8;

    private static final long LOOK_MILLIS = 10;
    private static final int SHOWN_FRAMES = 3;

    /** How long a single call may take. */
    record Patience(Duration processorTime, Duration wallTime) {
        /** Two seconds of work, or half a minute of waiting. */
        static final Patience DEFAULT = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(30));
    }

    private final Patience patience;
    private final NanoClock clock;
    private int leftBehind;

    Supervisor(Patience patience, NanoClock clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /** What the check comes to, whatever the subject does. */
    CaseResult run(Requirement requirement, Progress progress, Callable<CaseResult> check) {
        if (leftBehind >= MAX_LEFT_BEHIND) {
            return CaseResult.of(
                    requirement, Verdict.UNTESTABLE, leftBehind + " threads of the subject are still running");
        }
        FutureTask<CaseResult> task = new FutureTask<>(() -> resultOf(requirement, progress, check));
        Thread thread = new Thread(task, "check " + requirement.id());
        thread.setDaemon(true);
        thread.start();
        try {
            return await(requirement, progress, task, thread);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the harness itself failed in " + requirement.id(), e);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return CaseResult.of(requirement, Verdict.UNTESTABLE, "the run was interrupted");
        }
    }

    /** A subject may throw anything, errors included. */
    private static CaseResult resultOf(Requirement requirement, Progress progress, Callable<CaseResult> check) {
        try {
            return check.call();
        } catch (Throwable thrown) {
            String what = "threw " + described(thrown) + " in " + frames(thrown.getStackTrace());
            return ended(requirement, Verdict.CRASH, progress.evidence(), what);
        }
    }

    private CaseResult await(Requirement requirement, Progress progress, FutureTask<CaseResult> task, Thread thread)
            throws ExecutionException, InterruptedException {
        long steps = progress.steps();
        long wallStart = clock.nanoTime();
        long cpuStart = CpuClock.nanosOf(thread);
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillRunning) {
                long cpu = CpuClock.nanosOf(thread);
                if (progress.steps() != steps) {
                    steps = progress.steps();
                    wallStart = clock.nanoTime();
                    cpuStart = cpu;
                } else if (cpu - cpuStart > patience.processorTime().toNanos()
                        || clock.nanoTime() - wallStart > patience.wallTime().toNanos()) {
                    return hang(requirement, progress, thread);
                }
            }
        }
    }

    private CaseResult hang(Requirement requirement, Progress progress, Thread thread) {
        String where = frames(thread.getStackTrace());
        Evidence evidence = progress.evidence();
        leftBehind++;
        thread.interrupt();
        return ended(requirement, Verdict.HANG, evidence, "a call has not returned; last seen in " + where);
    }

    private static String described(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (RuntimeException e) {
            return thrown.getClass().getName();
        }
    }

    private static CaseResult ended(Requirement requirement, Verdict verdict, Evidence evidence, String what) {
        String note = evidence.delivery().isEmpty() ? what : evidence.delivery() + ": " + what;
        return CaseResult.of(requirement, verdict, note, evidence.differing(what));
    }

    private static String frames(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .limit(SHOWN_FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
