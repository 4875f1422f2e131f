package io.streamgauge.corpus.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pauses against the figures of the real streams they stand for. */
class PacingTest {
    private static final int SAMPLES = 20_000;

    @Test
    void aLocalModelHardlyVaries() {
        Gaps gaps = Gaps.of(Pacing.LOCAL_REGULAR);

        assertEquals(32.0, gaps.percentileMillis(50), 0.1);
        assertEquals(33.5, gaps.percentileMillis(98), 0.2);
        assertEquals(33.9, gaps.percentileMillis(100), 0.05);
    }

    @Test
    void aSmallModelHasATail() {
        Gaps gaps = Gaps.of(Pacing.LOCAL_FAST);

        assertEquals(7.3, gaps.percentileMillis(50), 0.15);
        assertEquals(11.0, gaps.percentileMillis(95), 1.0);
        assertEquals(15.1, gaps.percentileMillis(100), 0.05);
    }

    @Test
    void aReasoningModelHasASecondHump() {
        Gaps gaps = Gaps.of(Pacing.LOCAL_BIMODAL);

        assertEquals(9.5, gaps.percentileMillis(50), 0.2);
        assertEquals(28.4, gaps.percentileMillis(95), 1.5);
        assertEquals(38.1, gaps.percentileMillis(99), 2.0);
    }

    @Test
    void inferenceHardwareMakesFourHundredAndFiftyTokensASecond() {
        assertEquals(450, Gaps.of(Pacing.ACCELERATED).perSecond(), 15);
    }

    @Test
    void aHostedModelMakesSixtyFiveTokensASecond() {
        assertEquals(67, Gaps.of(Pacing.HOSTED).perSecond(), 5);
    }

    @Test
    void burstsHaveThreePiecesOnAverage() {
        assertEquals(3.1, SAMPLES / (double) Gaps.of(Pacing.BURSTS).pauses(), 0.2);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstPieceTakesItsTime(Pacing pacing) {
        Dice dice = new Dice(1, pacing.name());

        assertTrue(pacing.firstMicros(dice) >= 40_000);
        assertTrue(pacing.firstMicros(dice) <= 1_600_000);
    }

    /** Many gaps, the shortest first. */
    private static final class Gaps {
        private final long[] sorted;

        private Gaps(long[] sorted) {
            this.sorted = sorted;
        }

        static Gaps of(Pacing pacing) {
            Dice dice = new Dice(1, pacing.name());
            return new Gaps(LongStream.generate(() -> pacing.nextMicros(dice))
                    .limit(SAMPLES)
                    .sorted()
                    .toArray());
        }

        double percentileMillis(int percent) {
            return sorted[Math.min(SAMPLES - 1, SAMPLES * percent / 100)] / 1e3;
        }

        double perSecond() {
            return 1e6 * SAMPLES / LongStream.of(sorted).sum();
        }

        long pauses() {
            return Arrays.stream(sorted).filter(micros -> micros > 0).count();
        }
    }
}
