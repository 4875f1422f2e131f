package io.streamgauge.server;

import io.streamgauge.server.fault.Faults;
import io.streamgauge.server.pace.Distribution;
import io.streamgauge.server.pace.Distributions;
import io.streamgauge.server.pace.Uniform;
import io.streamgauge.server.words.Choices;
import io.streamgauge.server.words.Quantities;
import io.streamgauge.server.words.SettingException;
import io.streamgauge.server.words.WordsException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a {@link ReplayManner} out of words, wherever they stand: in flags, in the headers of a request, in a scenario
 * file. The only place that knows their names.
 */
public final class MannerWords {
    /** As recorded, so many times as fast. */
    public static final String SPEED = "speed";

    /** Events per second, or {@code recorded} or {@code unlimited}. */
    public static final String RATE = "rate";

    /** Generated tokens per second. */
    public static final String TOKEN_RATE = "token-rate";

    /** The pause in front of each event. */
    public static final String GAP = "gap";

    /** The time to the first event. */
    public static final String TTFT = "ttft";

    /** Events that come at once. */
    public static final String BURST = "burst";

    /** What each event is late on its own. */
    public static final String JITTER = "jitter";

    /** A named pace, which the others change. */
    public static final String PROFILE = "profile";

    /** The cut into writes. */
    public static final String FRAGMENTATION = "fragmentation";

    /** What goes wrong; may be given several times. */
    public static final String FAULT = "fault";

    /** All names, in the order of the manual. */
    public static final List<String> NAMES =
            List.of(SPEED, RATE, TOKEN_RATE, GAP, TTFT, BURST, JITTER, PROFILE, FRAGMENTATION, FAULT);

    private static final String UNLIMITED = "unlimited";
    private static final String RECORDED = "recorded";
    private static final String FACTORS = "from " + ReplaySchedule.MIN_FACTOR + " to " + ReplaySchedule.MAX_FACTOR;

    private final Source source;

    /** Where words come from. */
    @FunctionalInterface
    public interface Source {
        /** What was given for one of {@link #NAMES}; none where nothing was. */
        List<String> of(String name);
    }

    private MannerWords(Source source) {
        this.source = source;
    }

    /**
     * Changes a manner as the words say.
     *
     * @throws SettingException naming the setting and what was expected, when one cannot be read
     */
    public static ReplayManner read(Source source, ReplayManner base) {
        return new MannerWords(source).in(base);
    }

    private ReplayManner in(ReplayManner base) {
        Function<String, PaceProfile> profiles = text -> Choices.of(PaceProfile.class, PaceProfile::word, text);
        ReplayManner manner = one(PROFILE, "a profile", profiles)
                .map(profile -> profile.in(base))
                .orElse(base);
        Optional<Fragmentation> cut = one(FRAGMENTATION, Fragmentation.FORMS, Fragmentation::parse);
        return new ReplayManner(
                schedule(manner.schedule()), cut.orElse(manner.fragmentation()), faults(manner.faults()));
    }

    private ReplaySchedule schedule(ReplaySchedule base) {
        Optional<ReplaySchedule.Pace> pace = pace();
        Optional<Integer> burst = one(
                BURST,
                "a number of events from 1 to " + ReplaySchedule.MAX_BURST,
                text -> Quantities.count(text, 1, ReplaySchedule.MAX_BURST));
        Optional<Distribution> ttft = one(TTFT, Distributions.FORMS, Distributions::parse);
        Optional<Distribution> jitter = one(JITTER, Distributions.FORMS, MannerWords::jitter);
        ReplaySchedule paced =
                pace.map(given -> base.withBurst(1).withPace(given)).orElse(base);
        int events = burst.orElse(paced.takesBursts() ? base.burst() : 1);
        ReplaySchedule late = jitter.map(paced::withJitter).orElse(paced);
        ReplaySchedule timed = ttft.map(late::withTtft).orElse(late);
        try {
            return timed.withBurst(events);
        } catch (WordsException e) {
            throw new SettingException(BURST, String.valueOf(events), e.expected());
        }
    }

    /** A bare time is the most an event is late, not what all of them are. */
    private static Distribution jitter(String text) {
        return Quantities.isTime(text) ? new Uniform(0, Quantities.nanos(text)) : Distributions.parse(text);
    }

    private Optional<ReplaySchedule.Pace> pace() {
        List<String> given = Stream.of(SPEED, RATE, TOKEN_RATE, GAP)
                .filter(name -> !source.of(name).isEmpty())
                .toList();
        if (given.size() > 1) {
            throw new SettingException(
                    given.get(1), source.of(given.get(1)).get(0), "no " + given.get(0) + " beside it");
        }
        Optional<ReplaySchedule.Pace> speed = one(
                SPEED,
                "a factor " + FACTORS + ", 1 being as recorded",
                text -> new ReplaySchedule.Pace.Recorded(Double.parseDouble(text)));
        return speed.or(() -> one(RATE, "events per second " + FACTORS + ", recorded or unlimited", MannerWords::rate))
                .or(() -> one(
                        TOKEN_RATE,
                        "tokens per second " + FACTORS,
                        text -> new ReplaySchedule.Pace.TokensPerSecond(Double.parseDouble(text))))
                .or(() ->
                        one(GAP, Distributions.FORMS, text -> new ReplaySchedule.Pace.Gaps(Distributions.parse(text))));
    }

    private static ReplaySchedule.Pace rate(String text) {
        return switch (text) {
            case UNLIMITED -> new ReplaySchedule.Pace.Unlimited();
            case RECORDED -> new ReplaySchedule.Pace.Recorded(1);
            default -> new ReplaySchedule.Pace.EventsPerSecond(Double.parseDouble(text));
        };
    }

    private Faults faults(Faults base) {
        Faults all = Faults.NONE;
        for (String text : source.of(FAULT)) {
            all = all.and(read(FAULT, text, Faults.FORMS, Faults::parse));
        }
        return source.of(FAULT).isEmpty() ? base : all;
    }

    private <T> Optional<T> one(String name, String forms, Function<String, ? extends T> reader) {
        return source.of(name).stream().findFirst().map(text -> read(name, text, forms, reader));
    }

    private static <T> T read(String name, String text, String forms, Function<String, ? extends T> reader) {
        try {
            return reader.apply(text.strip());
        } catch (WordsException e) {
            throw new SettingException(name, text, e.expected());
        } catch (IllegalArgumentException e) {
            throw new SettingException(name, text, forms);
        }
    }
}
