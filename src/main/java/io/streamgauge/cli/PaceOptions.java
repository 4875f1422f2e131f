package io.streamgauge.cli;

import io.streamgauge.server.Fragmentation;
import io.streamgauge.server.MannerWords;
import io.streamgauge.server.PaceProfile;
import io.streamgauge.server.ReplayManner;
import io.streamgauge.server.words.SettingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How the fake provider replays: how fast, in which pieces, and what goes wrong. */
final class PaceOptions {
    /** The flags of {@link MannerWords}' names, in its grammar; a time without a unit is in milliseconds. */
    @ArgGroup
    Pace pace = new Pace();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            completionCandidates = Profiles.class,
            description = "A pace that was seen in the wild: ${COMPLETION-CANDIDATES}. The other options change it.")
    @Nullable
    String profile;

    @Option(
            names = "--ttft",
            paramLabel = "TIME",
            description = "Time from the request to the first event, or a distribution as for --gap; that of the pace "
                    + "when left out.")
    @Nullable
    String ttft;

    @Option(
            names = "--burst",
            paramLabel = "N",
            description = "So many events at once, at a rate or with a gap between bursts.")
    @Nullable
    String burst;

    @Option(
            names = "--jitter",
            paramLabel = "TIME",
            description = "Each event is late by up to so long, or by a distribution; it does not add up.")
    @Nullable
    String jitter;

    @Option(
            names = "--fragmentation",
            paramLabel = "HOW",
            description = "How bodies are cut into writes: " + Fragmentation.FORMS + ". Default: recorded.")
    @Nullable
    String fragmentation;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = "What goes wrong, such as rst@event=5 or stall(for=2s)@p=0.1; 'serve --list-faults' explains "
                    + "all. Repeatable.")
    List<String> faults = new ArrayList<>();

    /** At most one of these. */
    static final class Pace {
        @Option(
                names = "--speed",
                paramLabel = "FACTOR",
                description = "As recorded, so many times as fast. Default: 1.")
        @Nullable
        String speed;

        @Option(names = "--rate", paramLabel = "N", description = "So many events per second.")
        @Nullable
        String rate;

        @Option(names = "--token-rate", paramLabel = "N", description = "So many generated tokens per second.")
        @Nullable
        String tokenRate;

        @Option(
                names = "--gap",
                paramLabel = "TIME",
                description = "Time between events: 20ms, uniform(min=10ms,max=30ms), normal(mean=20ms,sd=2ms), "
                        + "lognormal(p50=20ms,p99=80ms), exponential(mean=20ms), bimodal(usual=..,rare=..,p=0.1), "
                        + "empirical or empirical(RECORDING).")
        @Nullable
        String gap;

        @Option(names = "--unlimited", description = "As fast as it can be sent.")
        boolean unlimited;

        private @Nullable String rate() {
            return unlimited ? "unlimited" : rate;
        }
    }

    /** Every profile's word. */
    static final class Profiles implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(PaceProfile.values()).map(PaceProfile::word).iterator();
        }
    }

    /** What the flags say; as recorded where they say nothing. */
    ReplayManner manner(CommandSpec spec) {
        Map<String, List<String>> given = given();
        try {
            return MannerWords.read(name -> given.getOrDefault(name, List.of()), ReplayManner.RECORDED);
        } catch (SettingException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    /** The flags that were given, as they stand on the command line. */
    List<String> names() {
        return given().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> "--" + entry.getKey())
                .sorted()
                .toList();
    }

    private Map<String, List<String>> given() {
        return Map.of(
                MannerWords.SPEED,
                list(pace.speed),
                MannerWords.RATE,
                list(pace.rate()),
                MannerWords.TOKEN_RATE,
                list(pace.tokenRate),
                MannerWords.GAP,
                list(pace.gap),
                MannerWords.TTFT,
                list(ttft),
                MannerWords.BURST,
                list(burst),
                MannerWords.JITTER,
                list(jitter),
                MannerWords.PROFILE,
                list(profile),
                MannerWords.FRAGMENTATION,
                list(fragmentation),
                MannerWords.FAULT,
                faults);
    }

    private static List<String> list(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
