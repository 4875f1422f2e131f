package io.streamgauge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarTest {
    @Test
    void aBarIsAsLongAsItsCostIsLarge() {
        assertEquals(250, Bar.ofCost("peer", 50, 200, 0).width());
        assertEquals(1000, Bar.ofCost("peer", 200, 200, 0).width());
    }

    @Test
    void itsErrorReachesFromTheLeastToTheMost() {
        Bar bar = Bar.ofCost("peer", 100, 200, 20);

        assertTrue(bar.hasError());
        assertEquals("M400 1V7M400 4H600M600 1V7", bar.errorPath());
    }

    @Test
    void anErrorThatIsNotKnownIsNotDrawn() {
        assertFalse(Bar.ofCost("peer", 100, 200, Double.NaN).hasError());
        assertFalse(Bar.ofWhole(0.5).hasError());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e300, 1e300, -5, 0})
    void senselessNumbersStayWithinTheirCell(double senseless) {
        for (Bar bar : new Bar[] {
            Bar.ofCost("peer", senseless, 10, 5),
            Bar.ofCost("peer", 5, senseless, 5),
            Bar.ofCost("peer", 5, 10, senseless)
        }) {
            assertTrue(bar.width() >= 0 && bar.width() <= 1000, bar.toString());
            assertTrue(bar.errorPath().matches("M\\d+ 1V7M\\d+ 4H\\d+M\\d+ 1V7"), bar.errorPath());
        }
    }

    @Test
    void whatWasNotMeasuredHasNoBar() {
        assertFalse(Bar.ofCost("peer", Double.NaN, 10, Double.NaN).shown());
        assertFalse(Bar.NONE.shown());
    }
}
