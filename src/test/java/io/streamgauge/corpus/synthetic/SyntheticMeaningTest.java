package io.streamgauge.corpus.synthetic;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.accumulate.Message;
import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.CorpusReport;
import io.streamgauge.corpus.CorpusVerifier;
import io.streamgauge.corpus.Decoding;
import io.streamgauge.corpus.Fragments;
import io.streamgauge.corpus.KnownFailures;
import io.streamgauge.delta.EndReason;
import io.streamgauge.provider.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The decoders against what the recordings mean, whose expectations know nothing of them. */
class SyntheticMeaningTest {
    static Stream<SyntheticCorpusTest.Made> recordings() {
        return SyntheticCorpusTest.recordings();
    }

    /** Another seed cuts the same words into other pieces. */
    @Test
    void otherSeedsDecodeToWhatWasMeantToo(@TempDir Path folder) throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            int recordings = SyntheticCorpus.write(folder, seed);

            CorpusReport report = new CorpusVerifier(
                            KnownFailures.none(), List.of(Fragments.WHOLE, Fragments.random(seed)))
                    .verify(Corpus.read(folder), stem -> {});

            assertEquals(List.of(), report.problems(), "seed " + seed);
            assertEquals(List.of(), report.differences(), "seed " + seed);
            assertEquals(recordings, report.passed(), "seed " + seed);
        }
    }

    /**
     * The verifier compares what is stated; here it counts that null was said. A blocked prompt finishes by that word.
     */
    @ParameterizedTest
    @MethodSource("recordings")
    void whatWasNotSaidIsNotHeard(SyntheticCorpusTest.Made made) {
        Message message = decoded(made);
        JsonNode expected = made.expected();

        assertAll(
                () -> assertEquals(
                        expected.path("finish_reason")
                                .asString(expected.path("block_reason").asString("")),
                        message.first().finishWord()),
                () -> assertEquals(
                        expected.path("refusal").asString(""), message.first().refusal()),
                () -> assertEquals(
                        !expected.path("usage").isNull(), message.usage().isKnown()),
                () -> assertEquals(
                        !expected.path("error").isNull(), message.error().isPresent()));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void everyStreamEndsAsItShould(SyntheticCorpusTest.Made made) {
        EndReason end = decoded(made).end().orElseThrow();
        boolean cut = made.metadata().path("features").toString().contains("\"truncated\"");
        boolean failed = !made.expected().path("error").isNull();

        if (failed) {
            assertEquals(EndReason.ERROR, end);
        } else if (cut) {
            assertEquals(EndReason.TRUNCATED, end);
        } else {
            assertTrue(end.isComplete(), end::name);
        }
    }

    private static Message decoded(SyntheticCorpusTest.Made made) {
        Dialect dialect =
                Dialect.byWireName(made.metadata().path("api").asString()).orElseThrow();
        return Decoding.of(dialect, made.body(), Fragments.WHOLE).message();
    }
}
