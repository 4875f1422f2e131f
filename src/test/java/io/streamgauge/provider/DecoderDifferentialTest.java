package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.Recording;
import io.streamgauge.provider.ThreeReadings.Difference;
import io.streamgauge.time.NanoClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Three decoders that share no code tell the same of every stream: the fast path that decodes an event by the shape of
 * the one before, the same decoder with every event read in full, and the reference decoder.
 *
 * <p>{@code streamgauge.mutations} says how many damaged streams are tried, {@code streamgauge.seed} which ones, and
 * {@code streamgauge.mutation} tries one alone.
 */
class DecoderDifferentialTest {
    private static final long MUTATIONS = Long.getLong("streamgauge.mutations", 1300);
    private static final long SEED = Long.getLong("streamgauge.seed", 20261120);
    private static final long ONLY = Long.getLong("streamgauge.mutation", -1);

    /** A campaign has time; the ordinary build has not. */
    private static final boolean IS_CAMPAIGN = MUTATIONS >= 100_000;

    /** Bodies up to this length are cut in two at every place. */
    private static final int MAX_BYTES_CUT_EVERYWHERE = IS_CAMPAIGN ? 3000 : 300;

    /** Bodies up to this length are read byte by byte. */
    private static final int MAX_BYTES_ONE_BY_ONE = IS_CAMPAIGN ? 10_000_000 : 5000;

    private static final int RANDOM_CUTS = IS_CAMPAIGN ? 30 : 1;
    private static final int MAX_DIFFERENCES = 8;
    private static final int SHOWN_BYTES = 3000;

    private static final List<Dialect> DIALECTS = List.of(Dialect.values());
    private static final Path PROJECT =
            Path.of(System.getProperty("basedir", "."), "..").normalize();
    private static final Map<Dialect, List<Recording>> RECORDINGS = new EnumMap<>(Dialect.class);

    @BeforeAll
    static void readRecordings() {
        for (Path folder : List.of(PROJECT.resolve("corpora"), PROJECT.resolve("../shared/recordings"))) {
            Collection<Recording> recordings =
                    Files.isDirectory(folder) ? Corpus.read(folder).recordings() : List.of();
            for (Recording recording : recordings) {
                RECORDINGS
                        .computeIfAbsent(recording.metadata().dialect(), dialect -> new ArrayList<>())
                        .add(recording);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRecordingIsToldTheSameHoweverItIsCut(Dialect dialect) {
        List<Recording> recordings = RECORDINGS.getOrDefault(dialect, List.of());
        assertTrue(!recordings.isEmpty(), () -> "no recordings of " + dialect);
        SplittableRandom random = new SplittableRandom(SEED);
        for (Recording recording : recordings) {
            byte[] body = recording.copyBody();
            Told full = ThreeReadings.read(dialect, body, ThreeReadings.WHOLE, true);
            assertSame(recording, body, ThreeReadings.differenceOfReference(dialect, body, full));
            for (int[] cuts : cutsOf(body.length, random)) {
                assertSame(recording, body, ThreeReadings.differenceOfCut(dialect, body, cuts, full));
            }
        }
    }

    private static List<int[]> cutsOf(int length, SplittableRandom random) {
        List<int[]> all = new ArrayList<>();
        if (length <= MAX_BYTES_CUT_EVERYWHERE) {
            IntStream.range(1, length).forEach(cut -> all.add(new int[] {cut}));
        }
        if (length <= MAX_BYTES_ONE_BY_ONE) {
            all.add(ThreeReadings.WHOLE);
            all.add(Shrinker.everywhere(length));
        }
        for (int i = 0; i < RANDOM_CUTS; i++) {
            all.add(random.ints(1 + length / 300L, 0, length + 1).sorted().toArray());
        }
        return all;
    }

    private static void assertSame(Recording recording, byte[] body, Optional<Difference> difference) {
        difference.ifPresent(found -> fail(recording.name() + ", " + body.length + " bytes: " + found));
    }

    @Test
    void everyDamagedStreamIsToldTheSame() {
        NanoClock clock = NanoClock.SYSTEM;
        long start = clock.nanoTime();
        Map<Dialect, Vocabulary> vocabularies = new EnumMap<>(Dialect.class);
        RECORDINGS.forEach((dialect, recordings) -> vocabularies.put(
                dialect,
                new Vocabulary(
                        dialect, recordings.stream().map(Recording::copyBody).toList())));
        Queue<String> differences = new ConcurrentLinkedQueue<>();
        LongStream numbers = ONLY >= 0 ? LongStream.of(ONLY) : LongStream.range(0, MUTATIONS);
        LongAdder tried = new LongAdder();
        numbers.parallel()
                .filter(number -> differences.size() < MAX_DIFFERENCES)
                .forEach(number -> {
                    tried.increment();
                    trial(number, vocabularies).ifPresent(differences::add);
                });
        long seconds = TimeUnit.NANOSECONDS.toSeconds(clock.nanoTime() - start);
        String summary = tried + " damaged streams of " + vocabularies.size() + " dialects, seed " + SEED + ", "
                + seconds + " s, " + differences.size() + " told differently";
        System.out.println(summary);
        assertEquals("", String.join("\n\n", differences), summary);
    }

    /** Tries one damaged stream, which its number and the seed decide. */
    private static Optional<String> trial(long number, Map<Dialect, Vocabulary> vocabularies) {
        Dialect dialect = DIALECTS.get((int) (number % DIALECTS.size()));
        SplittableRandom random = new SplittableRandom(SEED + number);
        StreamMutator mutator = new StreamMutator(dialect, vocabularies.get(dialect), random);
        byte[] mutant = mutator.mutant();
        int[] cuts = mutator.cuts(mutant.length);
        return ThreeReadings.difference(dialect, mutant, cuts)
                .map(difference -> report(number, dialect, mutant, cuts, difference));
    }

    private static String report(long number, Dialect dialect, byte[] mutant, int[] cuts, Difference found) {
        Shrinker shrinker = new Shrinker((body, at) -> ThreeReadings.difference(dialect, body, at)
                .filter(difference -> difference.pair() == found.pair())
                .isPresent());
        shrinker.shrink(mutant, cuts);
        Object difference = ThreeReadings.difference(dialect, shrinker.body(), shrinker.cuts())
                .map(Object::toString)
                .orElse("none");
        String cut = shrinker.cuts().length == shrinker.body().length - 1 && shrinker.cuts().length > 1
                ? "at every byte"
                : Arrays.toString(shrinker.cuts());
        return "mutation " + number + " of " + dialect.wireName() + ", seed " + SEED + ", cut " + cut + ": "
                + difference + "\n  of " + shrinker.body().length + " bytes: " + shown(shrinker.body());
    }

    private static String shown(byte[] body) {
        StringBuilder text = new StringBuilder();
        String bytes = new String(body, StandardCharsets.ISO_8859_1);
        for (char c : bytes.substring(0, Math.min(bytes.length(), SHOWN_BYTES)).toCharArray()) {
            boolean isPlain = c >= ' ' && c < 0x7F;
            text.append(isPlain ? String.valueOf(c) : c == '\n' ? "<LF>" : c == '\r' ? "<CR>" : "<" + (int) c + ">");
        }
        return text.toString();
    }
}
