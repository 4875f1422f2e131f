package io.streamgauge.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlsTest {
    private static final ReplaySchedule SCHEDULE =
            ReplaySchedule.eventsPerSecond(20).withTtft(7);
    private static final Fragmentation FRAGMENTATION = Fragmentation.events(3);

    private static Controls controls(String... namesAndValues) throws RefusedException {
        HttpHeaders headers = new DefaultHttpHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.set("X-StreamGauge-" + namesAndValues[i], namesAndValues[i + 1]);
        }
        return Controls.of(headers, SCHEDULE, FRAGMENTATION);
    }

    @Test
    void withoutHeadersTheServersSettingsHold() throws RefusedException {
        assertEquals(new Controls(Optional.empty(), SCHEDULE, FRAGMENTATION, OptionalLong.empty()), controls());
    }

    @Test
    void everyHeaderChangesOneThing() throws RefusedException {
        assertEquals(Optional.of("a/b"), controls("recording", "a/b").recording());
        assertEquals(OptionalLong.of(-5), controls("seed", "-5").seed());
        assertEquals(
                Fragmentation.random(1, 64),
                controls("fragmentation", "random:1-64").fragmentation());
        assertEquals(
                ReplaySchedule.eventsPerSecond(12.5).withTtft(7),
                controls("rate", "12.5").schedule());
        assertEquals(
                ReplaySchedule.unlimited().withTtft(7),
                controls("rate", "unlimited").schedule());
        assertEquals(
                ReplaySchedule.recorded().withTtft(7),
                controls("rate", "recorded").schedule());
        assertEquals(
                ReplaySchedule.recorded(4).withTtft(7), controls("speed", "4").schedule());
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
        assertEquals(nanos, controls("ttft", text).schedule().ttftNanos());
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
        "fragmentation,bytes:0,'recorded, event, events:N, bytes:N, byte, random:MIN-MAX or whole'",
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

        assertTrue(refused.message().contains("x-streamgauge-rate and x-streamgauge-speed"), refused.message());
    }
}
