package io.streamgauge.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.server.fault.Faults;
import io.streamgauge.server.pace.Constant;
import io.streamgauge.server.pace.LogNormal;
import io.streamgauge.server.pace.Normal;
import io.streamgauge.server.pace.Uniform;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlsTest {
    private static final ReplaySchedule SCHEDULE =
            ReplaySchedule.eventsPerSecond(20).withTtft(7);
    private static final ReplayManner MANNER =
            new ReplayManner(SCHEDULE, Fragmentation.events(3), Faults.parse("rst@event=3, gzip"));

    private static Controls controls(String... namesAndValues) throws RefusedException {
        HttpHeaders headers = new DefaultHttpHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add("X-StreamGauge-" + namesAndValues[i], namesAndValues[i + 1]);
        }
        return Controls.of(headers, MANNER);
    }

    @Test
    void withoutHeadersTheServersSettingsHold() throws RefusedException {
        assertEquals(new Controls(Optional.empty(), MANNER, OptionalLong.empty()), controls());
    }

    @Test
    void everyHeaderChangesOneThing() throws RefusedException {
        assertEquals(Optional.of("a/b"), controls("recording", "a/b").recording());
        assertEquals(OptionalLong.of(-5), controls("seed", "-5").seed());
        assertEquals(
                Fragmentation.random(1, 64),
                controls("fragmentation", "random:1-64").manner().fragmentation());
        assertEquals(
                ReplaySchedule.eventsPerSecond(12.5).withTtft(7),
                controls("rate", "12.5").manner().schedule());
        assertEquals(
                ReplaySchedule.unlimited().withTtft(7),
                controls("rate", "unlimited").manner().schedule());
        assertEquals(
                ReplaySchedule.recorded().withTtft(7),
                controls("rate", "recorded").manner().schedule());
        assertEquals(
                ReplaySchedule.recorded(4).withTtft(7),
                controls("speed", "4").manner().schedule());
    }

    @Test
    void aPaceMayBeToldInDetail() throws RefusedException {
        ReplaySchedule schedule = controls(
                        "gap", "lognormal(p50=20ms,p99=80ms)",
                        "ttft", "normal(200ms,20ms)",
                        "burst", "4",
                        "jitter", "5ms")
                .manner()
                .schedule();

        assertEquals(
                ReplaySchedule.gaps(new LogNormal(20_000_000, 80_000_000))
                        .withTtft(new Normal(200_000_000, 20_000_000))
                        .withBurst(4)
                        .withJitter(new Uniform(0, 5_000_000)),
                schedule);
        assertEquals(
                ReplaySchedule.tokensPerSecond(450).withTtft(7),
                controls("token-rate", "450").manner().schedule());
    }

    @Test
    void aProfileIsAPaceThatOthersChange() throws RefusedException {
        assertEquals(
                PaceProfile.FAST.schedule(),
                controls("profile", "fast").manner().schedule());
        ReplayManner changed =
                controls("profile", "large-chunks", "ttft", "1s", "rate", "10").manner();
        assertEquals(ReplaySchedule.eventsPerSecond(10).withTtft(1_000_000_000).withBurst(48), changed.schedule());
        assertEquals(Fragmentation.events(48), changed.fragmentation());
    }

    @Test
    void faultsReplaceThoseOfTheServerAndAddUpAmongThemselves() throws RefusedException {
        assertEquals(Faults.NONE, controls("fault", "none").manner().faults());
        assertEquals(
                Faults.parse("fin@event=1, drop, gzip"),
                controls("fault", "fin@event=1, drop", "fault", "gzip").manner().faults());
        assertEquals(MANNER.faults(), controls("rate", "5").manner().faults());
    }

    @ParameterizedTest
    @CsvSource({
        "250ms,250000000",
        "250,250000000",
        "1.5s,1500000000",
        "1.5 s,1500000000",
        "800us,800000",
        "0,0",
        "3600s,3600000000000"
    })
    void timesHaveAUnitOrAreMilliseconds(String text, long nanos) throws RefusedException {
        assertEquals(
                Optional.of(new Constant(nanos)),
                controls("ttft", text).manner().schedule().ttft());
    }

    @ParameterizedTest
    @CsvSource({
        "rate,fast,events per second",
        "rate,0,events per second",
        "rate,-1,events per second",
        "rate,NaN,events per second",
        "rate,1e10,events per second",
        "rate,'',events per second",
        "speed,unlimited,a factor",
        "speed,0,a factor",
        "ttft,3601s,a time",
        "ttft,-1ms,a time",
        "ttft,1m,a time",
        "ttft,99999999999999999999,a time",
        "gap,'lognormal(p50=soon,p99=1s)',p50 to be a time",
        "gap,often,'a time such as 20ms, constant(20ms), uniform'",
        "token-rate,fast,tokens per second",
        "burst,0,a whole number from 1 to",
        "jitter,much,a time such as",
        "profile,slowest,'one of local, local-slow, local-small, bimodal, fast, hosted, large-chunks'",
        "fault,explode,'one of fin, rst, stall'",
        "fragmentation,bytes:0,'recorded, event, events:N, bytes:N, byte, random:MIN-MAX, utf8, crlf, data or whole'",
        "seed,1.5,a whole number",
        "seed,99999999999999999999,a whole number"
    })
    void aValueThatCannotBeUsedIsRefusedByNameWithWhatWasExpected(String name, String value, String expected) {
        RefusedException refused = assertThrows(RefusedException.class, () -> controls(name, value));

        assertEquals(Refusal.BAD_REQUEST, refused.refusal());
        assertTrue(
                refused.message()
                        .startsWith("Header x-streamgauge-" + name + " is '" + value + "': expected " + expected),
                refused.message());
    }

    @Test
    void rateAndSpeedExcludeEachOther() {
        RefusedException refused = assertThrows(RefusedException.class, () -> controls("rate", "5", "speed", "2"));

        assertEquals("Header x-streamgauge-rate is '5': expected no speed beside it.", refused.message());
    }
}
