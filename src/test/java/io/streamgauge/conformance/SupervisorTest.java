package io.streamgauge.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.time.NanoClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    private static final Requirement REQUIREMENT =
            new Requirement("X-A-1", Level.MUST, "", "", "", Set.of(), List.of(), "0");
    private static final Duration NEVER = Duration.ofDays(1);

    private final Progress progress = new Progress(1);

    private static Supervisor impatient() {
        return new Supervisor(new Supervisor.Patience(Duration.ofMillis(100), NEVER), NanoClock.SYSTEM);
    }

    @Test
    void resultOfACheckIsHandedOn() {
        CaseResult result = CaseResult.of(REQUIREMENT, Verdict.INFO, "seen");
        assertEquals(result, impatient().run(REQUIREMENT, progress, () -> result));
    }

    @Test
    void callThatSpinsIsAHang() {
        CaseResult result = impatient().run(REQUIREMENT, progress, SupervisorTest::spin);
        assertEquals(Verdict.HANG, result.verdict());
        assertTrue(result.note().contains("SupervisorTest.spin"), result::note);
    }

    private static CaseResult spin() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return CaseResult.ok(REQUIREMENT);
    }

    @Test
    void callThatWaitsForeverIsAHang() {
        AtomicLong now = new AtomicLong();
        NanoClock jumping = () -> now.addAndGet(Duration.ofSeconds(1).toNanos());
        Supervisor supervisor = new Supervisor(new Supervisor.Patience(NEVER, Duration.ofSeconds(30)), jumping);
        CountDownLatch never = new CountDownLatch(1);
        CaseResult result = supervisor.run(REQUIREMENT, progress, () -> {
            never.await();
            return CaseResult.ok(REQUIREMENT);
        });
        assertEquals(Verdict.HANG, result.verdict());
    }

    @Test
    void workThatGoesOnIsNoHang() {
        CaseResult result = impatient().run(REQUIREMENT, progress, () -> {
            long end = CpuClock.nanos() + Duration.ofMillis(300).toNanos();
            while (CpuClock.nanos() < end) {
                progress.step();
            }
            return CaseResult.ok(REQUIREMENT);
        });
        assertEquals(Verdict.OK, result.verdict());
    }

    @Test
    void whateverIsThrownIsACrash() {
        CaseResult result = impatient().run(REQUIREMENT, progress, () -> {
            throw new OutOfMemoryError("planted");
        });
        assertEquals(Verdict.CRASH, result.verdict());
        assertTrue(result.note().startsWith("threw java.lang.OutOfMemoryError: planted in "), result::note);
    }

    @Test
    void nothingIsRunWhenTooManyThreadsAreLeftBehind() {
        Supervisor supervisor = new Supervisor(new Supervisor.Patience(Duration.ofMillis(1), NEVER), NanoClock.SYSTEM);
        for (int i = 0; i < Supervisor.MAX_LEFT_BEHIND; i++) {
            assertEquals(
                    Verdict.HANG,
                    supervisor.run(REQUIREMENT, progress, SupervisorTest::spin).verdict());
        }
        CaseResult result = supervisor.run(REQUIREMENT, progress, () -> CaseResult.ok(REQUIREMENT));
        assertEquals(Verdict.UNTESTABLE, result.verdict());
    }
}
