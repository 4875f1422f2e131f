package io.streamgauge.record;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a proxy tells, and waits for it. */
final class RecordingLog implements RecordingListener {
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<RecordedAnswer> recorded = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> passed = new LinkedBlockingQueue<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    @Override
    public void onRecorded(RecordedAnswer answer) {
        recorded.add(answer);
    }

    @Override
    public void onPassed(String request, String reason) {
        passed.add(request + ": " + reason);
    }

    @Override
    public void onFailed(String problem) {
        failures.add(problem);
    }

    RecordedAnswer awaitRecorded() throws InterruptedException {
        RecordedAnswer answer = recorded.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(answer, () -> "a recording; failed: " + failures + ", passed: " + passed);
        return answer;
    }

    String awaitPassed() throws InterruptedException {
        String reason = passed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(reason, "something that is not recorded");
        return reason;
    }

    List<String> failures() {
        return failures;
    }

    boolean isQuiet() {
        return recorded.isEmpty() && passed.isEmpty() && failures.isEmpty();
    }
}
