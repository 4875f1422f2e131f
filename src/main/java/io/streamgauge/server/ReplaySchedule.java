package io.streamgauge.server;

import io.streamgauge.server.pace.Constant;
import io.streamgauge.server.pace.Distribution;
import io.streamgauge.server.words.Quantities;
import io.streamgauge.server.words.WordsException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * When the bytes of a body are due, counted from the moment of the request.
 *
 * <p>All instants are computed from that one moment and never from the write before, so that a write that comes late
 * does not delay those behind it and nothing adds up over a long stream. A write is due when its last byte is, and a
 * byte when the event is that it belongs to. {@link DueTimes} does the sums.
 *
 * @param ttft the time to the first event; that of the pace where empty. Later gaps do not depend on it
 * @param burst so many events are due at once, with the first of them
 * @param jitter what each event is late on its own; those behind it are only held back until it is out
 */
public record ReplaySchedule(Pace pace, Optional<Distribution> ttft, int burst, Optional<Distribution> jitter) {
    /** The slowest and the fastest factor that is taken. */
    public static final double MIN_FACTOR = 1e-6;

    /** The fastest factor that is taken: a thousand million times, or an event a nanosecond. */
    public static final double MAX_FACTOR = 1e9;

    /** The longest time to the first event that is taken: an hour. */
    public static final long MAX_TTFT_NANOS = Quantities.MAX_NANOS;

    /** The largest burst that is taken: a million events. */
    public static final int MAX_BURST = 1_000_000;

    /** What is not due by then is due then: 30 days. */
    static final long MAX_DUE_NANOS = TimeUnit.DAYS.toNanos(30);

    /** What sets the pace. */
    public sealed interface Pace {
        /** The recording's own timing, {@code speed} times as fast; without pauses where it has none. */
        record Recorded(double speed) implements Pace {
            /** Checks the factor. */
            public Recorded {
                requireFactor(speed);
            }
        }

        /**
         * An even rate. Bytes in front of the first event (comments) are due at once, those between or behind events
         * with the event before them; so it is with the two paces below.
         */
        record EventsPerSecond(double rate) implements Pace {
            /** Checks the rate. */
            public EventsPerSecond {
                requireFactor(rate);
            }
        }

        /** A rate of generated tokens: an event that brings more of them takes longer; see {@link EventTokens}. */
        record TokensPerSecond(double rate) implements Pace {
            /** Checks the rate. */
            public TokensPerSecond {
                requireFactor(rate);
            }
        }

        /** A pause in front of every event but the first, or of every burst but the first. */
        record Gaps(Distribution gap) implements Pace {}

        /** As fast as the reader takes it. */
        record Unlimited() implements Pace {}
    }

    /** Checks that the parts go together. */
    public ReplaySchedule {
        if (burst < 1 || burst > MAX_BURST) {
            throw WordsException.expected("a burst of 1 to " + MAX_BURST + " events");
        }
        if (burst > 1 && !takesBursts(pace)) {
            throw WordsException.expected("a gap or a rate beside it");
        }
    }

    private static boolean takesBursts(Pace pace) {
        return !(pace instanceof Pace.Recorded || pace instanceof Pace.Unlimited);
    }

    private ReplaySchedule(Pace pace) {
        this(pace, Optional.empty(), 1, Optional.empty());
    }

    private static void requireFactor(double factor) {
        if (!(factor >= MIN_FACTOR && factor <= MAX_FACTOR)) {
            throw new IllegalArgumentException("not from " + MIN_FACTOR + " to " + MAX_FACTOR + ": " + factor);
        }
    }

    /** As recorded. */
    public static ReplaySchedule recorded() {
        return recorded(1);
    }

    /** As recorded, {@code speed} times as fast. */
    public static ReplaySchedule recorded(double speed) {
        return new ReplaySchedule(new Pace.Recorded(speed));
    }

    /** At an even rate, the first event at once. */
    public static ReplaySchedule eventsPerSecond(double rate) {
        return new ReplaySchedule(new Pace.EventsPerSecond(rate));
    }

    /** At a rate of generated tokens, the first of them at once. */
    public static ReplaySchedule tokensPerSecond(double rate) {
        return new ReplaySchedule(new Pace.TokensPerSecond(rate));
    }

    /** With a pause in front of every event, the first at once. */
    public static ReplaySchedule gaps(Distribution gap) {
        return new ReplaySchedule(new Pace.Gaps(gap));
    }

    /** Without pauses. */
    public static ReplaySchedule unlimited() {
        return new ReplaySchedule(new Pace.Unlimited());
    }

    /** The same with another pace. */
    public ReplaySchedule withPace(Pace newPace) {
        return new ReplaySchedule(newPace, ttft, burst, jitter);
    }

    /** The same with another time to the first event, up to {@link #MAX_TTFT_NANOS}. */
    public ReplaySchedule withTtft(long nanos) {
        if (nanos < 0 || nanos > MAX_TTFT_NANOS) {
            throw new IllegalArgumentException("not from 0 to " + MAX_TTFT_NANOS + " ns: " + nanos);
        }
        return withTtft(new Constant(nanos));
    }

    /** The same with another time to the first event. */
    public ReplaySchedule withTtft(Distribution newTtft) {
        return new ReplaySchedule(pace, Optional.of(newTtft), burst, jitter);
    }

    /** The same with so many events at once. */
    public ReplaySchedule withBurst(int events) {
        return new ReplaySchedule(pace, ttft, events, jitter);
    }

    /** The same with events that are late on their own. */
    public ReplaySchedule withJitter(Distribution newJitter) {
        return new ReplaySchedule(pace, ttft, burst, Optional.of(newJitter));
    }

    /** Whether several events can be due at once by choice; where reads were recorded, they tell. */
    boolean takesBursts() {
        return takesBursts(pace);
    }

    /** Whether the instants depend on the seed. Asked with every request, so it allocates nothing. */
    public boolean isRandom() {
        return (pace instanceof Pace.Gaps drawn && drawn.gap().isRandom())
                || (ttft.isPresent() && ttft.get().isRandom())
                || (jitter.isPresent() && jitter.get().isRandom());
    }

    /** The recordings whose timing it draws from, by name. */
    Stream<String> recordings() {
        return distributions().flatMap(Distribution::recordings);
    }

    private Stream<Distribution> distributions() {
        Stream<Distribution> gap = pace instanceof Pace.Gaps drawn ? Stream.of(drawn.gap()) : Stream.empty();
        return Stream.concat(gap, Stream.concat(ttft.stream(), jitter.stream()));
    }
}
