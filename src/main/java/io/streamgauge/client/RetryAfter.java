package io.streamgauge.client;

import io.netty.handler.codec.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a server asks to wait, in the three forms that servers use. */
final class RetryAfter {
    private RetryAfter() {}

    /**
     * {@code retry-after-ms}, else {@code retry-after} in seconds or as a date; nothing when none can be understood.
     */
    static Optional<Duration> of(HttpHeaders headers) {
        Optional<Duration> millis = scaled(headers.get("retry-after-ms"), 1);
        if (millis.isPresent()) {
            return millis;
        }
        Optional<Duration> seconds = scaled(headers.get("retry-after"), 1_000);
        return seconds.isPresent() ? seconds : untilDate(headers.get("retry-after"), headers.get("date"));
    }

    private static Optional<Duration> scaled(@Nullable String number, int millisPerUnit) {
        if (number == null) {
            return Optional.empty();
        }
        try {
            double millis = Double.parseDouble(number.strip()) * millisPerUnit;
            boolean isSane = millis >= 0 && millis < Integer.MAX_VALUE;
            return isSane ? Optional.of(Duration.ofMillis(Math.round(millis))) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The server's own date is the only clock that the date it names can be compared with. */
    private static Optional<Duration> untilDate(@Nullable String date, @Nullable String now) {
        if (date == null || now == null) {
            return Optional.empty();
        }
        try {
            Duration wait = Duration.between(instant(now), instant(date));
            return wait.isNegative() ? Optional.of(Duration.ZERO) : Optional.of(wait);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(String httpDate) {
        return ZonedDateTime.parse(httpDate.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }
}
