package io.streamgauge.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Four times the bytes must not cost much more than four times the time: half way, by factors, to the sixteen times of
 * a parser that looks through its buffer again at every read.
 *
 * <p>Measured in processor time, the least of several runs, so that a busy machine changes little; a parser that is too
 * fast for its growth to be seen passes.
 */
final class CostCheck implements Check<ParserSubject> {
    private static final int LINE_BYTES = 128 << 10;
    private static final int FACTOR = 4;
    private static final int READ_BYTES = 1_000;
    private static final int RUNS = 3;
    private static final int ATTEMPTS = 2;
    private static final double MAX_GROWTH = 8.0;
    private static final long SEEN_FROM_NANOS = 20_000_000;

    @Override
    public Requirement requirement() {
        return new Requirement(
                "SSE-LIM-05",
                Level.SHOULD,
                "html#parsing-an-event-stream",
                "the cost of a long event is linear in its length",
                "A parser that looks through its buffer again at every read takes minutes for one inline image.",
                Set.of(),
                List.of("limits", "large", "cost"),
                "0.1");
    }

    @Override
    public String explain() {
        return "One event of " + LINE_BYTES + " bytes in reads of " + READ_BYTES + " bytes, then one of " + FACTOR
                + " times as many."
                + "\nexpected  the second takes less than " + MAX_GROWTH + " times the processor time, or less than "
                + SEEN_FROM_NANOS / 1_000_000 + " ms";
    }

    @Override
    public CaseResult run(ParserSubject subject, Progress progress) throws Exception {
        try {
            long once = 0;
            long more = 0;
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                once = leastNanos(subject, LINE_BYTES, progress);
                more = leastNanos(subject, FACTOR * LINE_BYTES, progress);
                // Measured on both sides, because code that is still cold makes the short line look expensive.
                once = Math.min(once, leastNanos(subject, LINE_BYTES, progress));
                if (more < SEEN_FROM_NANOS || more < MAX_GROWTH * once) {
                    return CaseResult.ok(requirement());
                }
            }
            return slow(
                    "%.1f ms for %d bytes and %.1f ms for %d times as many"
                            .formatted(once / 1e6, LINE_BYTES, more / 1e6, FACTOR),
                    progress);
        } catch (ParserRun.TooSlow tooSlow) {
            return slow("given up " + tooSlow.getMessage(), progress);
        } catch (NotMeasurable wrong) {
            return CaseResult.of(requirement(), Verdict.INFO, "not measured: " + wrong.getMessage());
        }
    }

    private CaseResult slow(String note, Progress progress) {
        return CaseResult.of(
                requirement(), Verdict.SLOW, note, progress.evidence().differing(note));
    }

    private static long leastNanos(ParserSubject subject, int lineBytes, Progress progress) throws Exception {
        byte[] stream = new byte[lineBytes];
        Arrays.fill(stream, (byte) 'x');
        System.arraycopy(new byte[] {'d', 'a', 't', 'a', ':'}, 0, stream, 0, 5);
        stream[lineBytes - 2] = '\n';
        stream[lineBytes - 1] = '\n';
        Difference expected = SseReference.outcomeOf(stream, Set.of());
        ParserRun run = new ParserRun(subject, stream, expected, progress);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long start = CpuClock.nanos();
            Observation actual = run.deliver(Delivery.inReadsOf(READ_BYTES, lineBytes));
            least = Math.min(least, CpuClock.nanos() - start);
            Optional<String> difference = expected.of(actual);
            if (difference.isPresent()) {
                throw new NotMeasurable(difference.get());
            }
        }
        return least;
    }

    /** The event does not come out right, which other cases judge. */
    private static final class NotMeasurable extends Exception {
        private static final long serialVersionUID = 1L;

        NotMeasurable(String message) {
            super(message);
        }
    }
}
