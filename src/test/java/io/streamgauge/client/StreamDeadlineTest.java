package io.streamgauge.client;

import static io.streamgauge.client.Answers.DONE;
import static io.streamgauge.client.Answers.HEAD;
import static io.streamgauge.client.Answers.LAST_CHUNK;
import static io.streamgauge.client.Answers.chunk;
import static io.streamgauge.client.Answers.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every wait is bounded, to the nanosecond, and none of these tests takes any time. */
class StreamDeadlineTest {
    private static final StreamTimeouts TIMEOUTS = new StreamTimeouts(
            Duration.ofMillis(10),
            Duration.ofMillis(20),
            Duration.ofMillis(30),
            Duration.ofMillis(200),
            Duration.ofMillis(5));
    private static final long MILLI = 1_000_000;

    private final RecordingListener listener = new RecordingListener();
    private final WiredExchange wired = new WiredExchange(ClientOptions.DEFAULTS.withTimeouts(TIMEOUTS), listener);

    @Test
    void aHeadThatDoesNotComeIsWaitedForOnlySoLong() {
        wired.time.advance(20 * MILLI - 1);
        assertEquals(Optional.empty(), listener.outcome);
        wired.time.advance(1);
        assertTimeout(TimeoutKind.FIRST_BYTE, 20);
    }

    @Test
    void silenceIsCountedFromTheLastRead() {
        wired.read(HEAD + chunk(text("a")));
        wired.time.advance(29 * MILLI);
        wired.read(chunk(": ping\n\n"));
        wired.time.advance(30 * MILLI - 1);
        assertEquals(Optional.empty(), listener.outcome);
        wired.time.advance(1);
        assertTimeout(TimeoutKind.IDLE, 30);
        assertEquals("a", listener.text());
    }

    @Test
    void theWholeStreamIsBoundedHoweverLivelyItIs() {
        wired.read(HEAD);
        for (int i = 0; i < 19; i++) {
            wired.time.advance(10 * MILLI);
            wired.read(chunk(text("x")));
        }
        wired.time.advance(10 * MILLI);
        assertTimeout(TimeoutKind.TOTAL, 200);
    }

    @Test
    void aStreamThatHangsBehindItsEndIsASuccess() {
        wired.read(HEAD + chunk(text("a")) + chunk(DONE));
        wired.time.advance(5 * MILLI - 1);
        assertEquals(Optional.empty(), listener.outcome);
        wired.time.advance(1);
        assertTrue(listener.outcome().isSuccess());
        assertFalse(wired.channel.isOpen());
        wired.close();
    }

    @Test
    void anErrorBodyThatHangsIsStillAnErrorStatus() {
        wired.read("HTTP/1.1 500 No\r\ncontent-length: 1000\r\n\r\n{\"error\":{\"message\":\"bad\"}}");
        wired.time.advance(30 * MILLI);
        assertEquals("HTTP 500: bad", listener.failure().describe());
        wired.close();
    }

    @Test
    void whilePausedOnlyTheTotalTimeCounts() {
        wired.read(HEAD + chunk(text("a")));
        wired.exchange.pause();
        wired.channel.runPendingTasks();
        assertFalse(wired.channel.config().isAutoRead());
        wired.time.advance(100 * MILLI);
        assertEquals(Optional.empty(), listener.outcome);
        wired.exchange.resume();
        wired.channel.runPendingTasks();
        assertTrue(wired.channel.config().isAutoRead());
        wired.time.advance(30 * MILLI);
        assertTimeout(TimeoutKind.IDLE, 30);
    }

    @Test
    void aStreamInTimeLeavesNoTimerBehind() {
        wired.read(HEAD + chunk(text("a")) + chunk(DONE) + LAST_CHUNK);
        assertTrue(listener.outcome().isSuccess());
        wired.owner.close();
        assertFalse(wired.time.advanceToNextTimer());
        wired.close();
    }

    private void assertTimeout(TimeoutKind kind, int millis) {
        assertEquals(new StreamFailure.Timeout(kind, Duration.ofMillis(millis)), listener.failure());
        assertFalse(wired.channel.isOpen());
        wired.close();
    }
}
