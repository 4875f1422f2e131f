package io.streamgauge.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.time.ManualTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long MILLI = 1_000_000;
    private static final long START = Long.MAX_VALUE - 20 * MILLI; // instants wrap within the test

    private record Sent(int user, long plan, long at, boolean measured) {}

    private final ManualTime time = new ManualTime(START);
    private final List<Sent> sent = new ArrayList<>();

    private void record(int user, long planNanos, boolean measured) {
        sent.add(new Sent(user, (planNanos - START) / MILLI, (time.nanoTime() - START) / MILLI, measured));
    }

    private static long[] millis(long... slots) {
        return Arrays.stream(slots).map(slot -> slot * MILLI).toArray();
    }

    private OpenPacer open(long measuredFrom, long... slots) {
        return new OpenPacer(time, this::record, START, millis(slots), 0, 1, measuredFrom * MILLI);
    }

    @Test
    void slotsAreSentAtTheirInstants() {
        OpenPacer pacer = open(20, 10, 20, 35);
        pacer.begin();
        time.advance(34 * MILLI);
        assertFalse(pacer.isExhausted());
        time.advance(MILLI);

        assertEquals(List.of(new Sent(0, 10, 10, false), new Sent(0, 20, 20, true), new Sent(0, 35, 35, true)), sent);
        assertTrue(pacer.isExhausted());
    }

    @Test
    void lateSlotsAreSentAtOnceAndKeepTheirInstant() {
        open(0, 10, 20, 30, 90).begin();
        time.stall(50 * MILLI);
        time.advance(100 * MILLI);

        assertEquals(
                List.of(
                        new Sent(0, 10, 50, true),
                        new Sent(0, 20, 50, true),
                        new Sent(0, 30, 50, true),
                        new Sent(0, 90, 90, true)),
                sent);
    }

    @Test
    void workersTakeTurns() {
        new OpenPacer(time, this::record, START, millis(1, 2, 3, 4, 5), 1, 2, 0).begin();
        time.advance(10 * MILLI);

        assertEquals(List.of(2L, 4L), sent.stream().map(Sent::plan).toList());
    }

    @Test
    void aStoppedScheduleSendsNothingMore() {
        OpenPacer pacer = open(0, 10, 20);
        pacer.begin();
        time.advance(10 * MILLI);
        pacer.stop();
        time.advance(100 * MILLI);

        assertEquals(1, sent.size());
        assertTrue(pacer.isExhausted());
    }

    private ClosedPacer closed(long endMillis, long requests, long thinkMillis, long... first) {
        long[] instants =
                Arrays.stream(first).map(millis -> START + millis * MILLI).toArray();
        ClosedPacer.End end = new ClosedPacer.End(START + endMillis * MILLI, new AtomicLong(requests));
        return new ClosedPacer(time, this::record, instants, START + 10 * MILLI, thinkMillis * MILLI, end);
    }

    private void ended(ClosedPacer pacer, int user) {
        pacer.ended(user, time.nanoTime(), true);
    }

    @Test
    void aUserAsksAgainAfterTheAnswerAndSomeThought() {
        ClosedPacer pacer = closed(100, Long.MAX_VALUE, 5, 0, 2);
        pacer.begin();
        time.advance(4 * MILLI);
        ended(pacer, 0);
        time.advance(6 * MILLI);
        ended(pacer, 0);
        time.advance(85 * MILLI);
        ended(pacer, 1);
        time.advance(100 * MILLI);
        ended(pacer, 0);

        assertEquals(
                List.of(
                        new Sent(0, 0, 0, false),
                        new Sent(1, 2, 2, false),
                        new Sent(0, 9, 9, false),
                        new Sent(0, 15, 15, true)),
                sent);
        assertTrue(pacer.isExhausted());
    }

    @Test
    void withoutThoughtTheNextRequestIsSentAtOnce() {
        ClosedPacer pacer = closed(100, Long.MAX_VALUE, 0, 0);
        pacer.begin();
        for (int i = 0; i < 10; i++) {
            time.advance(3 * MILLI);
            ended(pacer, 0);
        }
        assertEquals(11, sent.size());
        assertTrue(sent.stream().allMatch(request -> request.plan() == request.at()));
    }

    @Test
    void onlySoManyRequestsAreMeasured() {
        ClosedPacer pacer = closed(1_000, 3, 0, 0);
        pacer.begin();
        for (int i = 0; i < 20 && !pacer.isExhausted(); i++) {
            time.advance(6 * MILLI);
            ended(pacer, 0);
        }
        assertEquals(3, sent.stream().filter(Sent::measured).count());
        assertTrue(pacer.isExhausted());
    }

    @Test
    void whoeverWasRefusedDoesNotAskAgainAtOnce() {
        ClosedPacer pacer = closed(1_000, Long.MAX_VALUE, 0, 0);
        pacer.begin();
        pacer.ended(0, time.nanoTime(), false);
        time.advance(99 * MILLI);
        assertEquals(1, sent.size());
        time.advance(MILLI);
        assertEquals(2, sent.size());
    }

    @Test
    void stoppedUsersAskNoMore() {
        ClosedPacer pacer = closed(1_000, Long.MAX_VALUE, 0, 0, 50);
        pacer.begin();
        pacer.stop();
        ended(pacer, 0);
        time.advance(500 * MILLI);

        assertEquals(1, sent.size());
        assertTrue(pacer.isExhausted());
    }
}
