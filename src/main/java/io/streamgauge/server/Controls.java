package io.streamgauge.server;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one request wants its answer replayed: the server's own settings, changed by the {@code x-streamgauge-*} headers.
 *
 * @param recording the recording's name, where a header gives it
 * @param seed what random choices come from, where a header gives it
 */
record Controls(Optional<String> recording, ReplaySchedule schedule, Fragmentation fragmentation, OptionalLong seed) {
    static final String PREFIX = "x-streamgauge-";
    static final String RECORDING = PREFIX + "recording";
    static final String RATE = PREFIX + "rate";
    static final String SPEED = PREFIX + "speed";
    static final String TTFT = PREFIX + "ttft";
    static final String FRAGMENTATION = PREFIX + "fragmentation";
    static final String SEED = PREFIX + "seed";

    private static final String UNLIMITED = "unlimited";
    private static final String RECORDED = "recorded";
    private static final Pattern DURATION = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?) ?(us|ms|s)?");

    /**
     * Reads the headers of a request.
     *
     * @throws RefusedException naming the header and what was expected, when a value cannot be used
     */
    static Controls of(HttpHeaders headers, ReplaySchedule schedule, Fragmentation fragmentation)
            throws RefusedException {
        Optional<Long> ttft =
                read(headers, TTFT, "a time such as 250ms, 1.5s or 800us, up to an hour", Controls::nanos);
        Optional<Fragmentation> cut = read(headers, FRAGMENTATION, Fragmentation.FORMS, Fragmentation::parse);
        Optional<Long> seed = read(headers, SEED, "a whole number of 64 bits", Long::valueOf);
        ReplaySchedule pace = pace(headers).orElse(schedule);
        long ttftNanos = ttft.orElse(schedule.ttftNanos());
        return new Controls(
                Optional.ofNullable(headers.get(RECORDING)),
                pace.withTtft(ttftNanos),
                cut.orElse(fragmentation),
                seed.map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    private static Optional<ReplaySchedule> pace(HttpHeaders headers) throws RefusedException {
        String factors = "from " + ReplaySchedule.MIN_FACTOR + " to " + ReplaySchedule.MAX_FACTOR;
        Optional<ReplaySchedule> rate =
                read(headers, RATE, "events per second " + factors + ", recorded or unlimited", Controls::rate);
        Optional<ReplaySchedule> speed = read(
                headers,
                SPEED,
                "a factor " + factors + ", 1 being as recorded",
                text -> ReplaySchedule.recorded(Double.parseDouble(text)));
        if (rate.isPresent() && speed.isPresent()) {
            throw new RefusedException(
                    Refusal.BAD_REQUEST,
                    "Headers " + RATE + " and " + SPEED + " exclude each other: expected one of them.");
        }
        return rate.or(() -> speed);
    }

    private static ReplaySchedule rate(String text) {
        return switch (text) {
            case UNLIMITED -> ReplaySchedule.unlimited();
            case RECORDED -> ReplaySchedule.recorded();
            default -> ReplaySchedule.eventsPerSecond(Double.parseDouble(text));
        };
    }

    /** A time in nanoseconds; without a unit it is in milliseconds. */
    private static long nanos(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        @Nullable String unit = parts.group(2);
        double nanosPerUnit = unit == null || unit.equals("ms") ? 1e6 : unit.equals("s") ? 1e9 : 1e3;
        double nanos = Double.parseDouble(parts.group(1)) * nanosPerUnit;
        if (nanos > ReplaySchedule.MAX_TTFT_NANOS) {
            throw new IllegalArgumentException(text);
        }
        return Math.round(nanos);
    }

    private static <T> Optional<T> read(HttpHeaders headers, String name, String expected, Function<String, T> reader)
            throws RefusedException {
        @Nullable String value = headers.get(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value.strip()));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    Refusal.BAD_REQUEST, "Header " + name + " is '" + value + "': expected " + expected + ".");
        }
    }
}
