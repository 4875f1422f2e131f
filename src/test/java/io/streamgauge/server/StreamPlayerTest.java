package io.streamgauge.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.provider.Dialect;
import io.streamgauge.server.fault.Ending;
import io.streamgauge.server.fault.FaultContext;
import io.streamgauge.server.fault.Faults;
import io.streamgauge.server.pace.Distributions;
import io.streamgauge.time.ManualTime;
import io.streamgauge.transport.LeakCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LeakCheck.class)
class StreamPlayerTest implements StreamPlayer.Listener {
    private static final long TEN_MILLIS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ManualTime time = new ManualTime(Long.MAX_VALUE - TimeUnit.MINUTES.toNanos(5));
    private final long start = time.nanoTime();
    private final LoopSends sends = new LoopSends(1 << 17);
    private final FakeSink sink = new FakeSink();
    private final List<String> told = new ArrayList<>();
    private final List<ReplayBody> bodies = new ArrayList<>();

    /** Notes what it is given: the text of each write and a bar for each flush. */
    private static final class FakeSink implements ResponseSink {
        final StringBuilder wire = new StringBuilder();
        int room = Integer.MAX_VALUE;

        @Override
        public void head(int status, HttpHeaders headers) {
            wire.append("<").append(status).append(">");
        }

        @Override
        public void body(ByteBuf bytes) {
            wire.append(bytes.toString(UTF_8));
            room--;
            bytes.release();
        }

        @Override
        public void end() {
            wire.append("<end>");
        }

        @Override
        public void flush() {
            wire.append('|');
        }

        @Override
        public boolean isWritable() {
            return room > 0;
        }

        String take() {
            String all = wire.toString();
            wire.setLength(0);
            return all;
        }
    }

    @Override
    public void onBlocked() {
        told.add("blocked");
    }

    @Override
    public void onUnblocked() {
        told.add("unblocked");
    }

    @Override
    public void onPlayed() {
        told.add("played");
    }

    @Override
    public void onCutOff(Ending how) {
        told.add("cut off, " + how);
    }

    @AfterEach
    void releaseBodies() {
        bodies.forEach(ReplayBody::release);
    }

    private ReplayBody body(String text) {
        ReplayBody replayed =
                new ReplayBody(TestRecordings.recording("r", Dialect.OLLAMA_CHAT, "", "application/x-ndjson", text));
        bodies.add(replayed);
        return replayed;
    }

    private StreamPlayer player(String body, Fragmentation fragmentation, ReplaySchedule schedule) {
        ReplayBody replayed = body(body);
        ReplayPlan plan = ReplayPlan.of(replayed, fragmentation, schedule, TestRecordings.source(replayed, 1));
        return new StreamPlayer(plan, 1, sink, sends, time, this);
    }

    private void play(StreamPlayer player) {
        player.start(200, new DefaultHttpHeaders(), start);
    }

    private List<Long> lateness() {
        List<Long> lateness = new ArrayList<>();
        sends.ring().newReader().drain((stream, write, events, end, due, sent) -> lateness.add(sent - due));
        return lateness;
    }

    @Test
    void aTenMinuteStreamAtTenMillisecondsDoesNotDrift() {
        int events = 60_000;
        play(player("1\n".repeat(events), Fragmentation.events(1), ReplaySchedule.eventsPerSecond(100)));
        List<Long> sentAt = new ArrayList<>();

        time.advance(TimeUnit.MINUTES.toNanos(10));
        sends.ring().newReader().drain((stream, write, eventsSoFar, end, due, sent) -> {
            assertEquals(write + 1, eventsSoFar);
            assertEquals(due, sent);
            sentAt.add(sent - start);
        });

        assertEquals(events, sentAt.size());
        for (int k = 0; k < events; k++) {
            assertEquals(k * TEN_MILLIS, sentAt.get(k), "event " + k);
        }
        assertEquals(List.of("played"), told);
    }

    @Test
    void drawnGapsDoNotDriftEither() {
        int events = 20_000;
        ReplaySchedule schedule = ReplaySchedule.gaps(Distributions.parse("lognormal(p50=25ms,p99=90ms)"));
        ReplayBody body = body("1\n".repeat(events));
        ReplayPlan plan = ReplayPlan.of(body, Fragmentation.events(1), schedule, TestRecordings.source(body, 3));
        play(new StreamPlayer(plan, 1, sink, sends, time, this));
        long[] last = new long[1];

        time.advance(plan.lastDueNanos());
        sends.ring().newReader().drain((stream, write, soFar, end, due, sent) -> {
            assertEquals(due, sent);
            last[0] = sent - start;
        });

        assertTrue(plan.lastDueNanos() > TimeUnit.MINUTES.toNanos(8), "a stream of minutes");
        assertEquals(plan.lastDueNanos(), last[0]);
        assertEquals(List.of("played"), told);
    }

    @Test
    void constantGapsOfTenMinutesEndOnTheNanosecond() {
        int events = 18_001;
        ReplaySchedule schedule = ReplaySchedule.gaps(Distributions.parse("33.333333ms"));
        play(player("1\n".repeat(events), Fragmentation.events(1), schedule));
        long[] last = new long[1];

        time.advance(TimeUnit.MINUTES.toNanos(10));
        sends.ring().newReader().drain((stream, write, soFar, end, due, sent) -> last[0] = sent - start);

        assertEquals(18_000 * 33_333_333L, last[0]);
        assertEquals(List.of("played"), told);
    }

    private StreamPlayer struck(String body, String faults) {
        ReplayBody replayed = body(body);
        ReplayPlan plan = ReplayPlan.of(
                replayed,
                Fragmentation.events(1),
                ReplaySchedule.eventsPerSecond(100),
                TestRecordings.source(replayed, 1));
        Prepared prepared = Prepared.withFaults(
                replayed,
                plan,
                Faults.parse(faults),
                1,
                chance -> new FaultContext(Dialect.OLLAMA_CHAT, "/", status -> new byte[0], chance));
        return new StreamPlayer(prepared.plan(), 1, sink, sends, time, this);
    }

    @Test
    void anAnswerThatBreaksOffDoesSoWhenItsNextEventWasDue() {
        play(struck("1\n2\n3\n", "rst@event=2"));
        assertEquals("<200>1\n|", sink.take());
        time.advance(TEN_MILLIS);
        assertEquals("2\n|", sink.take());
        time.advance(TEN_MILLIS - 1);
        assertEquals(List.of(), told);
        time.advance(1);

        assertEquals("", sink.take(), "no end");
        assertEquals(List.of("cut off, RESET"), told);
    }

    @Test
    void aHeadThatIsLateMakesNothingElseLater() {
        play(struck("1\n2\n", "stall(for=10ms)@head"));
        assertEquals("", sink.take());
        time.advance(TEN_MILLIS);
        assertEquals("<200>1\n|", sink.take());
        time.advance(TEN_MILLIS);
        assertEquals("2\n<end>|", sink.take());
        assertEquals(List.of("played"), told);
    }

    @Test
    void anEndThatIsLateComesAlone() {
        play(struck("1\n", "stall(for=10ms)@end"));
        assertEquals("<200>1\n|", sink.take());
        time.advance(TEN_MILLIS);
        assertEquals("<end>|", sink.take());
        assertEquals(List.of("played"), told);
    }

    @Test
    void whatNeverComesWaitsForNothing() {
        play(struck("1\n2\n", "stall@head"));
        play(struck("1\n2\n", "stall@event=1"));
        time.advance(TimeUnit.HOURS.toNanos(1));

        assertEquals("<200>1\n|", sink.take());
        assertEquals(List.of(), told);
    }

    @Test
    void anAnswerThatBreaksOffBeforeItsHeadSendsNothing() {
        play(struck("1\n2\n", "fin@head"));
        time.advance(0);

        assertEquals("", sink.take());
        assertEquals(List.of("cut off, CLOSED"), told);
    }

    @Test
    void aStallMakesSomeWritesLateAndNoneBehindThem() {
        play(player("1\n2\n3\n4\n5\n", Fragmentation.events(1), ReplaySchedule.eventsPerSecond(100)));
        assertEquals("<200>1\n|", sink.take());

        time.stall(2 * TEN_MILLIS + 3);
        assertEquals("2\n|3\n|", sink.take(), "at once, and each on its own");
        time.advance(TEN_MILLIS - 4);
        assertEquals("", sink.take());
        time.advance(1);
        assertEquals("4\n|", sink.take(), "due as if nothing had happened");
        time.advance(TEN_MILLIS);

        assertEquals("5\n<end>|", sink.take());
        assertEquals(List.of(0L, TEN_MILLIS + 3, 3L, 0L, 0L), lateness());
    }

    @Test
    void theHeadGoesOutAtOnceOrWithTheFirstWrite() {
        play(player("1\n", Fragmentation.whole(), ReplaySchedule.unlimited()));
        assertEquals("<200>1\n<end>|", sink.take(), "one packet");

        play(player("1\n", Fragmentation.whole(), ReplaySchedule.unlimited().withTtft(5)));
        assertEquals("<200>|", sink.take());
        time.advance(5);
        assertEquals("1\n<end>|", sink.take());
    }

    @Test
    void theMomentOfTheRequestMayLieInThePast() {
        time.advance(TEN_MILLIS + 1);
        play(player("1\n2\n3\n", Fragmentation.events(1), ReplaySchedule.eventsPerSecond(100)));

        assertEquals("<200>1\n|2\n|", sink.take());
        assertEquals(List.of(TEN_MILLIS + 1, 1L), lateness());
    }

    @Test
    void anEmptyBodyIsHeadAndEnd() {
        play(player("", Fragmentation.events(1), ReplaySchedule.recorded()));

        assertEquals("<200><end>|", sink.take());
        assertEquals(List.of("played"), told);
    }

    @Test
    void aReaderThatIsSlowIsWaitedForAndDelaysNobodyElse() {
        sink.room = 2;
        StreamPlayer player = player("1\n2\n3\n4\n", Fragmentation.events(1), ReplaySchedule.unlimited());
        play(player);
        assertEquals("<200>1\n|2\n|", sink.take());
        assertEquals(List.of("blocked"), told);

        time.advance(50);
        sink.room = 10;
        player.onWritable();
        assertEquals("3\n|4\n<end>|", sink.take());
        assertEquals(List.of("blocked", "unblocked", "played"), told);
        assertEquals(List.of(0L, 0L, 50L, 50L), lateness());

        player.onWritable();
        assertEquals("", sink.take());
    }

    @Test
    void writabilityMeansNothingToAStreamThatWaitsForItsTime() {
        StreamPlayer player = player("1\n2\n", Fragmentation.events(1), ReplaySchedule.eventsPerSecond(100));
        play(player);
        sink.take();
        player.onWritable();

        assertEquals("", sink.take());
        assertEquals(List.of(), told);
    }

    @Test
    void aCancelledStreamWritesNothingMore() {
        StreamPlayer player = player("1\n2\n3\n", Fragmentation.events(1), ReplaySchedule.eventsPerSecond(100));
        play(player);
        sink.take();
        player.cancel();

        time.advance(10 * TEN_MILLIS);
        player.onWritable();

        assertEquals("", sink.take());
        assertEquals(List.of(), told);
    }

    @Test
    void aLongBurstLeavesOthersTheirTurn() {
        int writes = 3 * StreamPlayer.MAX_WRITES_PER_TURN + 1;
        play(player("x".repeat(writes), Fragmentation.bytes(1), ReplaySchedule.unlimited()));

        assertEquals(
                StreamPlayer.MAX_WRITES_PER_TURN,
                sink.take().chars().filter(c -> c == 'x').count());
        assertTrue(told.isEmpty());
        time.advance(0);
        assertEquals(
                writes - StreamPlayer.MAX_WRITES_PER_TURN,
                sink.take().chars().filter(c -> c == 'x').count());
        assertEquals(List.of("played"), told);
    }
}
