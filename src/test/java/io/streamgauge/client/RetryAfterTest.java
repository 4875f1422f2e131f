package io.streamgauge.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    @ParameterizedTest
    @CsvSource({
        "retry-after, 2, 2000",
        "retry-after, 0.25, 250",
        "retry-after-ms, 1500, 1500",
        "retry-after, 0, 0",
        "Retry-After, 3, 3000"
    })
    void numbersAreUnderstood(String name, String value, long millis) {
        assertEquals(Optional.of(Duration.ofMillis(millis)), RetryAfter.of(headers(name, value)));
    }

    @Test
    void aDateCountsFromTheServersOwn() {
        HttpHeaders headers = headers("retry-after", "Tue, 03 Jun 2025 11:05:40 GMT");
        assertEquals(Optional.empty(), RetryAfter.of(headers));
        headers.set("date", "Tue, 03 Jun 2025 11:05:30 GMT");
        assertEquals(Optional.of(Duration.ofSeconds(10)), RetryAfter.of(headers));
        headers.set("date", "Tue, 03 Jun 2025 11:06:30 GMT");
        assertEquals(Optional.of(Duration.ZERO), RetryAfter.of(headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "NaN", "Infinity", "1e300", ""})
    void nonsenseIsNoAnswer(String value) {
        assertEquals(Optional.empty(), RetryAfter.of(headers("retry-after", value)));
    }

    private static HttpHeaders headers(String name, String value) {
        return new DefaultHttpHeaders().set(name, value);
    }
}
