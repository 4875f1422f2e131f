package io.streamgauge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0          | 0 µs",
                "0.84       | 0.840 µs",
                "1          | 1.00 µs",
                "38.04      | 38.0 µs",
                "999.4      | 999 µs",
                "999.6      | 1.00 ms",
                "1000       | 1.00 ms",
                "20890      | 20.9 ms",
                "999400     | 999 ms",
                "999600     | 1.00 s",
                "2181000    | 2.18 s",
                "86400000000 | 86,400 s",
                "-12.5      | -12.5 µs",
                "NaN        | –",
                "Infinity   | –",
                "1e300      | –"
            })
    void timesHaveThreeDigitsAndTheUnitThatFits(double micros, String shown) {
        assertEquals(shown, Units.micros(micros));
    }

    @ParameterizedTest
    @CsvSource({"28.94, 28.9 ns", "999.4, 999 ns", "999.9, 1.00 µs", "2507, 2.51 µs", "NaN, –"})
    void nanosecondsAreKeptWhileTheyAreFew(double nanos, String shown) {
        assertEquals(shown, Units.nanos(nanos));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "17, 17.0", "0.11, 0.110", "204, 204", "9999, '9,999'", "-3.14159, -3.14", "0.0001234, 0.000123"
    })
    void numbersHaveThreeDigits(double value, String shown) {
        assertEquals(shown, Units.number(value));
    }

    @ParameterizedTest
    @CsvSource({"1, 100.0 %", "0.99999, 99.9 %", "0.875, 87.5 %", "0, 0.0 %", "NaN, –"})
    void onlyTheWholeIsAHundredPerCent(double share, String shown) {
        assertEquals(shown, Units.share(share));
    }

    @ParameterizedTest
    @CsvSource({"11.84, +11.8 %", "-3.06, −3.1 %", "0.04, 0.0 %", "-0.04, 0.0 %", "NaN, –"})
    void changesCarryTheirSign(double percent, String shown) {
        assertEquals(shown, Units.change(percent));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10000, 10 ms", "1500000, 1.5 s", "100, 100 µs", "200, 200 µs", "50.5, 50.5 µs"})
    void ticksCarryNoEmptyDigits(double micros, String shown) {
        assertEquals(shown, Units.tick(micros));
    }

    @ParameterizedTest
    @CsvSource({"9880, '9,880'", "12345, 12.3 k", "32700000, 32.7 M"})
    void largeRatesAreShort(double value, String shown) {
        assertEquals(shown, Units.compact(value));
    }

    @ParameterizedTest
    @CsvSource({"119999, 120 s", "120000, 2 min 00 s", "412000, 6 min 52 s", "58211, 58.2 s", "NaN, –"})
    void longDurationsAreMinutes(double millis, String shown) {
        assertEquals(shown, Units.duration(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "hi-IN-u-nu-deva", "fr-FR"})
    void noLocaleChangesANumber(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertEquals("1,234,567", Units.count(1_234_567L));
            assertEquals("20.9 ms", Units.micros(20_890));
            assertEquals("6 min 52 s", Units.duration(412_000));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void oneIsSingular() {
        assertEquals("1 case", Units.counted(1, "case"));
        assertEquals("0 cases", Units.counted(0, "case"));
        assertEquals("1,000 cases", Units.counted(1_000, "case"));
    }
}
