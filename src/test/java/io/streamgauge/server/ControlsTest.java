package io.streamgauge.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.server.fault.Faults;
import io.streamgauge.server.pace.Constant;
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
