package io.streamgauge.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.load.ArrivalProcess.ConstantRate;
import io.streamgauge.load.ArrivalProcess.PoissonRate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalProcessTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void aConstantRateIsEvenAndDoesNotDrift() {
        long[] slots = ArrivalProcess.schedule(new ConstantRate(3), 1, 3_600 * SECOND, Long.MAX_VALUE);

        assertEquals(3_600 * 3 - 1, slots.length, 1);
        for (int i = 0; i < slots.length; i++) {
            assertEquals((i + 1) * (SECOND / 3.0), (double) slots[i], 10);
        }
    }

    @Test
    void poissonGapsAreExponential() {
        double rate = 1_000;
        long[] slots = ArrivalProcess.schedule(new PoissonRate(rate), 7, 100 * SECOND, Long.MAX_VALUE);
        double[] gaps = new double[slots.length];
        Arrays.setAll(gaps, i -> (slots[i] - (i == 0 ? 0 : slots[i - 1])) / 1e9);
        Arrays.sort(gaps);

        // Kolmogorov and Smirnov: the largest distance to the exponential law, at the level of 0.1 %.
        double worst = 0;
        for (int i = 0; i < gaps.length; i++) {
            double law = 1 - Math.exp(-rate * gaps[i]);
            worst = Math.max(worst, Math.max(law - (double) i / gaps.length, (i + 1.0) / gaps.length - law));
        }
        assertTrue(worst < 1.95 / Math.sqrt(gaps.length), "distance " + worst);
        assertEquals(100_000, slots.length, 4 * Math.sqrt(100_000));
    }

    @Test
    void theSeedDecidesEverySlot() {
        long[] slots = ArrivalProcess.schedule(new PoissonRate(50), 3, 10 * SECOND, Long.MAX_VALUE);

        assertArrayEquals(slots, ArrivalProcess.schedule(new PoissonRate(50), 3, 10 * SECOND, Long.MAX_VALUE));
        assertFalse(Arrays.equals(slots, ArrivalProcess.schedule(new PoissonRate(50), 4, 10 * SECOND, Long.MAX_VALUE)));
        for (int i = 1; i < slots.length; i++) {
            assertTrue(slots[i] >= slots[i - 1]);
        }
    }

    @Test
    void aNumberOfRequestsEndsTheSchedule() {
        long[] whole = ArrivalProcess.schedule(new PoissonRate(50), 3, 10 * SECOND, Long.MAX_VALUE);

        assertArrayEquals(
                Arrays.copyOf(whole, 100), ArrivalProcess.schedule(new PoissonRate(50), 3, Long.MAX_VALUE, 100));
    }

    @Test
    void aScheduleThatDoesNotFitIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ArrivalProcess.schedule(new ConstantRate(1e6), 1, 3_600 * SECOND, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, 2e6, Double.POSITIVE_INFINITY})
    void aRateIsPositiveAndFinite(double rate) {
        assertThrows(IllegalArgumentException.class, () -> new ConstantRate(rate));
        assertThrows(IllegalArgumentException.class, () -> new PoissonRate(rate));
    }
}
