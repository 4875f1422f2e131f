package io.streamgauge.server;

import io.streamgauge.provider.Dialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** The recordings of a server, by name, dialect and model. Any thread may ask. */
final class Library {
    private static final long[] NO_TIMES = new long[0];

    private final Map<String, ReplayBody> byName = new TreeMap<>();
    /** Empty where several recordings share the last part of their names. */
    private final Map<String, Optional<ReplayBody>> byShortName = new HashMap<>();

    private final Map<Dialect, Shelf> byDialect = new EnumMap<>(Dialect.class);
    private final Map<Dialect, Map<String, Shelf>> byModel = new EnumMap<>(Dialect.class);
    private final long[] ttfts;

    /** Takes the recordings over; of two with one name the server could serve only one, so that is an error. */
    Library(Collection<ServedRecording> recordings) {
        for (ServedRecording recording : recordings) {
            ReplayBody body = new ReplayBody(recording);
            if (byName.put(recording.name(), body) != null) {
                throw new IllegalArgumentException("two recordings have the name " + recording.name());
            }
            byDialect
                    .computeIfAbsent(recording.dialect(), dialect -> new Shelf())
                    .add(body);
            byShortName.merge(recording.shortName(), Optional.of(body), (one, other) -> Optional.empty());
            if (!recording.model().isEmpty()) {
                byModel.computeIfAbsent(recording.dialect(), dialect -> new HashMap<>())
                        .computeIfAbsent(recording.model(), model -> new Shelf())
                        .add(body);
            }
        }
        ttfts = byName.values().stream()
                .flatMapToLong(body -> LongStream.of(body.ttftNanos()))
                .toArray();
    }

    /** Some recordings that take turns. */
    private static final class Shelf {
        private final List<ReplayBody> bodies = new ArrayList<>();
        private final AtomicLong turns = new AtomicLong();

        void add(ReplayBody body) {
            bodies.add(body);
        }

        ReplayBody next() {
            return bodies.get((int) Math.floorMod(turns.getAndIncrement(), (long) bodies.size()));
        }
    }

    /** The recording of this name, or the only one whose name ends so. */
    Optional<ReplayBody> byName(String name) {
        return Optional.ofNullable(byName.get(name)).or(() -> byShortName.getOrDefault(name, Optional.empty()));
    }

    /** The recording of this dialect that a request for {@code model} gets. */
    Optional<ReplayBody> byModel(Dialect dialect, String model) {
        Optional<ReplayBody> named =
                byName(model).filter(body -> body.recording().dialect() == dialect);
        return named.or(() -> Optional.ofNullable(
                        byModel.getOrDefault(dialect, Map.of()).get(model))
                .map(Shelf::next));
    }

    Optional<ReplayBody> inTurn(Dialect dialect) {
        return Optional.ofNullable(byDialect.get(dialect)).map(Shelf::next);
    }

    Optional<ReplayBody> bySeed(Dialect dialect, long seed) {
        return Optional.ofNullable(byDialect.get(dialect))
                .map(shelf -> shelf.bodies.get(new SplittableRandom(seed).nextInt(shelf.bodies.size())));
    }

    /** When the first byte of a recording came or, without a name, of each that has timing; in nanoseconds. */
    long[] recordedTtfts(String name) {
        return name.isEmpty() ? ttfts : byName(name).map(ReplayBody::ttftNanos).orElse(NO_TIMES);
    }

    /** What lies between the reads of a recording or, without a name, of the one at hand; in nanoseconds. */
    long[] recordedGaps(String name, ReplayBody atHand) {
        return (name.isEmpty() ? Optional.of(atHand) : byName(name))
                .map(ReplayBody::gapsNanos)
                .orElse(NO_TIMES);
    }

    /** All recordings, in the order of their names. */
    Collection<ReplayBody> all() {
        return byName.values();
    }

    /** Lets go of all bytes that were made ready to be sent. */
    void release() {
        byName.values().forEach(ReplayBody::release);
    }
}
