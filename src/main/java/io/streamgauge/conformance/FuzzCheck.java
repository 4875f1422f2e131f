package io.streamgauge.conformance;

import io.streamgauge.bytes.GrowableBytes;
import io.streamgauge.bytes.Utf8;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Thousands of streams that nobody would write: any bytes at all have one meaning, and every parser comes to an end.
 */
final class FuzzCheck implements Check<ParserSubject> {
    private static final int STREAMS = 10_000;
    private static final int MAX_PIECES = 24;

    /** Pieces that mean something to the format; every other piece is a random byte. */
    private static final List<String> PIECES = List.of(
            "data",
            "event",
            "id",
            "retry",
            ":",
            ": ",
            " ",
            "\n",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "data:",
            "data: x\n",
            "id:\0",
            "\uFEFF",
            "\u00e9",
            "\uD83D\uDE00",
            "1",
            "x");

    @Override
    public Requirement requirement() {
        return new Requirement(
                "SSE-LIM-09",
                Level.MUST,
                "html#event-stream-interpretation",
                "any bytes whatever have the meaning that the standard gives them",
                "What a hostile or broken server sends crashes the client, hangs it or is read in two ways.",
                Set.of(),
                List.of("hostile", "fuzz"),
                "0.1");
    }

    @Override
    public String explain() {
        return """
                bytes     %d streams of up to %d pieces, drawn from the seed of the run: field names,
                          line ends, marks and random bytes; each whole, byte by byte and cut at random
                expected  what a slow interpreter of the standard makes of them""".formatted(STREAMS, MAX_PIECES);
    }

    @Override
    public CaseResult run(ParserSubject subject, Progress progress) throws Exception {
        Random random = new Random(progress.seed());
        for (int i = 0; i < STREAMS; i++) {
            byte[] stream = stream(random);
            Difference expected = SseReference.outcomeOf(stream, subject.capabilities());
            ParserRun run = new ParserRun(subject, stream, expected, progress);
            for (Delivery delivery : deliveries(stream.length, random)) {
                Observation actual = run.deliver(delivery);
                Optional<String> difference = expected.of(actual);
                if (difference.isPresent()) {
                    return wrong(run, delivery, actual, difference.get());
                }
            }
        }
        return CaseResult.ok(requirement());
    }

    private static List<Delivery> deliveries(int length, Random random) {
        return length < 2
                ? List.of(Delivery.whole())
                : List.of(Delivery.whole(), Delivery.byteByByte(length), Delivery.random(random, length));
    }

    private CaseResult wrong(ParserRun run, Delivery delivery, Observation actual, String difference) {
        Verdict verdict = delivery.cuts().length == 0 ? Verdict.FAILED : Verdict.SPLIT;
        return CaseResult.of(
                requirement(),
                verdict,
                delivery.words() + ": " + difference,
                run.evidence(delivery, actual, difference));
    }

    private static byte[] stream(Random random) {
        GrowableBytes stream = new GrowableBytes();
        for (int i = random.nextInt(MAX_PIECES); i > 0; i--) {
            if (random.nextInt(8) == 0) {
                stream.append((byte) random.nextInt(256));
            } else {
                byte[] piece = Utf8.encode(PIECES.get(random.nextInt(PIECES.size())));
                stream.append(piece, 0, piece.length);
            }
        }
        return Arrays.copyOf(stream.array(), stream.length());
    }
}
