package io.streamgauge.provider;

import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.provider.reference.ReferenceDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a body three times: as always, with every event read in full, and by the reference decoder. What is told is the
 * same each time, and however the body is cut.
 */
final class ThreeReadings {
    /** Whose answers differ. */
    enum Pair {
        FAST_AND_FULL("the fast path", "the same events read in full"),
        FULL_AND_CUT("events read in full, cut", "the same, whole"),
        FULL_AND_REFERENCE("events read in full", "the reference decoder");

        private final String one;
        private final String other;

        Pair(String one, String other) {
            this.one = one;
            this.other = other;
        }
    }

    /** Where two answers part. */
    record Difference(Pair pair, List<Object> one, List<Object> other) {
        private static final int SHOWN = 3;

        private static Optional<Difference> of(Pair pair, List<Object> one, List<Object> other) {
            return one.equals(other) ? Optional.empty() : Optional.of(new Difference(pair, one, other));
        }

        @Override
        public String toString() {
            int at = 0;
            while (at < Math.min(one.size(), other.size()) && one.get(at).equals(other.get(at))) {
                at++;
            }
            return "delta " + at + " differs\n  " + pair.one + ": " + from(one, at) + "\n  " + pair.other + ": "
                    + from(other, at);
        }

        private static String from(List<Object> all, int at) {
            return all.subList(at, Math.min(all.size(), at + SHOWN)).toString();
        }
    }

    static final int[] WHOLE = {};

    private ThreeReadings() {}

    /** Compares all readings of a body that is cut at these positions, which ascend. */
    static Optional<Difference> difference(Dialect dialect, byte[] body, int[] cuts) {
        Told full = read(dialect, body, WHOLE, true);
        return differenceOfCut(dialect, body, cuts, full).or(() -> differenceOfReference(dialect, body, full));
    }

    /** Compares what the reference decoder tells with what is known to be told of a body. */
    static Optional<Difference> differenceOfReference(Dialect dialect, byte[] body, Told full) {
        Told reference = new Told();
        try {
            ReferenceDecoder.decode(dialect, body, reference);
        } catch (RuntimeException | StackOverflowError e) {
            reference.threw(e);
        }
        return Difference.of(
                Pair.FULL_AND_REFERENCE, full.withoutPlacesOfBadJson(), reference.withoutPlacesOfBadJson());
    }

    /** Compares the readings of a cut body with what is known to be told of it. */
    static Optional<Difference> differenceOfCut(Dialect dialect, byte[] body, int[] cuts, Told full) {
        return Difference.of(
                        Pair.FAST_AND_FULL, read(dialect, body, cuts, false).all(), full.all())
                .or(() -> Difference.of(
                        Pair.FULL_AND_CUT, read(dialect, body, cuts, true).all(), full.all()));
    }

    /** What is told of a body; each read lies in an array that is spoiled afterwards. */
    static Told read(Dialect dialect, byte[] body, int[] cuts, boolean inFull) {
        Told told = new Told();
        try {
            DeltaDecoder decoder = dialect.newDecoder(told);
            EventParser parser = dialect.newParser(ParserLimits.DEFAULTS, decoder);
            if (inFull && decoder instanceof JsonEventDecoder events) {
                events.readInFull();
            } else {
                parser.use(decoder.shortcut());
            }
            int at = 0;
            for (int cut : cuts) {
                feed(parser, body, at, cut);
                at = cut;
            }
            feed(parser, body, at, body.length);
            parser.end();
            decoder.end();
        } catch (RuntimeException | StackOverflowError e) {
            told.threw(e);
        }
        return told;
    }

    private static void feed(EventParser parser, byte[] body, int from, int to) {
        byte[] read = Arrays.copyOfRange(body, from, to);
        parser.feed(read, 0, read.length);
        Arrays.fill(read, (byte) '#');
    }
}
