package io.streamgauge.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunVerdictTest {
    @ParameterizedTest
    @CsvSource({"PASS, 0", "FINDING, 1", "COULD_NOT_RUN, 3", "INVALID, 4", "INCONCLUSIVE, 5"})
    void everyVerdictHasItsExitCode(RunVerdict verdict, int exitCode) {
        assertEquals(exitCode, verdict.exitCode());
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, INCONCLUSIVE, INCONCLUSIVE",
        "INCONCLUSIVE, INVALID, INVALID",
        "INVALID, COULD_NOT_RUN, COULD_NOT_RUN",
        "COULD_NOT_RUN, FINDING, FINDING",
        "PASS, PASS, PASS"
    })
    void theGraverOfTwoVerdictsWins(RunVerdict one, RunVerdict other, RunVerdict both) {
        assertEquals(both, one.and(other));
        assertEquals(both, other.and(one));
    }

    @Test
    void theOrderOfThePartsDoesNotMatter() {
        for (RunVerdict a : RunVerdict.values()) {
            for (RunVerdict b : RunVerdict.values()) {
                for (RunVerdict c : RunVerdict.values()) {
                    assertEquals(a.and(b).and(c), a.and(b.and(c)));
                }
            }
        }
    }
}
