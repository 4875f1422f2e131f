package io.streamgauge.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.client.StreamRequest;
import io.streamgauge.delta.TokenUsage;
import io.streamgauge.measure.StreamTimer;
import io.streamgauge.measure.StreamTiming;
import io.streamgauge.provider.Dialect;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is counted per second and per window, from streams with invented stamps. */
class LoadTallyTest {
    private static final long SECOND = 1_000_000_000;
    private static final ByteSlice TEXT = ByteSlice.ofUtf8("x");

    /** A stream sent at {@code sendSecond}, with a token event after each of so many seconds and 10 tokens in all. */
    private static StreamTiming stream(double sendSecond, long tokens, double... tokenSeconds) {
        StreamTimer timer = new StreamTimer();
        long send = (long) (sendSecond * SECOND);
        timer.begin(send, send);
        long at = send;
        for (int k = 0; k < tokenSeconds.length; k++) {
            at = send + (long) (tokenSeconds[k] * SECOND);
            timer.onRead(at);
            timer.onEventBegin(k);
            timer.onText(0, 0, TEXT);
        }
        if (tokens >= 0) {
            TokenUsage usage = new TokenUsage();
            usage.output(tokens);
            timer.onEventBegin(tokenSeconds.length);
            timer.onUsage(usage);
        }
        timer.onTerminalEvent();
        return timer.end(at);
    }

    @Test
    void theWindowTakesWhatFallsIntoIt() {
        WindowTotals window = new WindowTotals(10 * SECOND, 20 * SECOND);
        window.addSend(10 * SECOND - 1);
        window.addSend(10 * SECOND);
        window.addSend(20 * SECOND - 1);
        window.addSend(20 * SECOND);
        window.addEnd(stream(8, 10, 1, 2, 3, 4)); // tokens at 9, 10, 11, 12
        window.addEnd(stream(17, 8, 2, 3)); // tokens at 19, 20: ends outside

        assertEquals(2, window.sent);
        assertEquals(1, window.ended);
        assertEquals(4, window.tokenEvents);
        assertEquals(3 * 2.5 + 4, window.tokens);
        assertTrue(window.isTokensSpread);
        assertEquals(10, window.seconds(true));
    }

    @Test
    void aWindowCountedInRequestsEndsWithTheLastOfThem() {
        WindowTotals window = new WindowTotals(10 * SECOND, Long.MAX_VALUE / 2);
        window.addEnd(stream(11, -1, 4));
        window.addEnd(stream(10, -1, 2));

        assertEquals(5, window.seconds(false));
        assertTrue(window.isTokensUnknown);
        assertEquals(0, window.tokens);
    }

    @Test
    void windowsOfTwoThreadsAddUp() {
        WindowTotals one = new WindowTotals(0, 100 * SECOND);
        WindowTotals two = new WindowTotals(0, 100 * SECOND);
        one.addEnd(stream(1, 10, 1, 2));
        two.addEnd(stream(2, 20, 1, 2));
        one.add(two);

        assertEquals(2, one.ended);
        assertEquals(30, one.tokens);
    }

    @Test
    void eachSecondHasItsNumbers() {
        PerSecond perSecond = new PerSecond(100 * SECOND);
        perSecond.add(perSecond.sent, 100 * SECOND, 1);
        perSecond.add(perSecond.sent, 102 * SECOND + 5, 2);
        perSecond.add(perSecond.ended, 102 * SECOND, 1);
        perSecond.addTtft(stream(102, 1, 0.5));
        PerSecond other = new PerSecond(100 * SECOND);
        other.add(other.sent, 163 * SECOND, 1);
        other.addTtft(stream(102, 1, 0.25));
        perSecond.add(other);

        var series = perSecond.series();
        assertEquals(64, series.get("requestsSent").size());
        assertEquals(List.of(1.0, 0.0, 2.0), series.get("requestsSent").subList(0, 3));
        assertEquals(1.0, series.get("requestsSent").get(63));
        assertEquals(List.of(1.0, 1.0, 2.0), series.get("inFlight").subList(0, 3));
        assertEquals(375_000, series.get("ttftMeanMicros").get(2));
        assertTrue(series.get("ttftMeanMicros").get(1).isNaN());
    }

    @Test
    void whatComesAfterADayCountsForItsLastSecond() {
        PerSecond perSecond = new PerSecond(0);
        perSecond.add(perSecond.sent, 40L * 24 * 3600 * SECOND, 1);

        assertEquals(
                PerSecond.MAX_SECONDS, perSecond.series().get("requestsSent").size());
    }

    @Test
    void targetsAreChosenByWeightAndSeed() {
        StreamRequest request =
                StreamRequest.to(Dialect.GEMINI, URI.create("http://h")).build();
        List<LoadTarget> targets = List.of(
                new LoadTarget("a", request, 1), new LoadTarget("b", request, 3), new LoadTarget("c", request, 6));
        TargetChoice choice = new TargetChoice(targets, 5);
        TargetChoice same = new TargetChoice(targets, 5);
        int[] chosen = new int[3];
        for (int i = 0; i < 10_000; i++) {
            int index = choice.next();
            chosen[index]++;
            assertEquals(index, same.next());
        }
        assertEquals(1_000, chosen[0], 120);
        assertEquals(3_000, chosen[1], 190);
        assertEquals(6_000, chosen[2], 200);
    }
}
