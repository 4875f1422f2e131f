package io.streamgauge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "abc | abc | 3",
                "abc | abd | 2",
                "abc | xyz | 0",
                "ab  | abc | 2",
                "``  | abc | 0",
            })
    void contrastPartsWhereTextsBeginToDiffer(String expected, String actual, int same) {
        Contrast contrast = Contrast.of(expected, actual);
        assertEquals(same, contrast.same());
        assertEquals(expected, contrast.common() + contrast.expectedRest());
        assertEquals(actual, contrast.common() + contrast.actualRest());
    }

    @Test
    void contrastNeverPartsACharacter() {
        Contrast contrast = Contrast.of("a\ud83d\ude00", "a\ud83d\ude01");
        assertEquals("a", contrast.common());
        assertEquals("\ud83d\ude00", contrast.expectedRest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "7", "8", "9", "15", "17", "3 4 12", "0 8 16", "7 8 9"})
    void everyCutIsMarkedWhereItFalls(String positions) {
        String digits = "000102030405060708090a0b0c0d0e0f1011";
        List<Long> cuts =
                Arrays.stream(positions.split(" ", -1)).map(Long::valueOf).toList();
        StringBuilder expected = new StringBuilder(digits);
        for (int i = cuts.size() - 1; i >= 0; i--) {
            expected.insert(2 * cuts.get(i).intValue(), "|");
        }
        String marked = HexStrip.of(digits, 0, cuts).orElseThrow().lines().stream()
                .map(line -> String.join("|", line.runs()).replace(" ", ""))
                .collect(Collectors.joining());
        assertEquals(expected.toString(), marked);
    }

    @Test
    void theTextOfEveryLineStandsBelowThatOfTheFirst() {
        for (long cut = 0; cut <= 18; cut++) {
            HexStrip strip =
                    HexStrip.of("64".repeat(18), 0, List.of(cut, cut + 2)).orElseThrow();
            List<Integer> columns = strip.lines().stream()
                    .map(line -> line.width() + line.padding().length())
                    .distinct()
                    .toList();
            assertEquals(1, columns.size(), "cut " + cut + ": " + columns);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "40, 0", "48, 0", "5000, 4952", "9999, 9911", "100000, 9911"})
    void theWindowLiesAroundTheCut(long cut, long firstOffset) {
        HexStrip strip = HexStrip.of("61".repeat(10_000), 0, List.of(cut)).orElseThrow();
        assertTrue(strip.lines().size() * HexStrip.BYTES_PER_LINE <= HexStrip.MAX_BYTES);
        assertEquals(
                firstOffset / HexStrip.BYTES_PER_LINE * HexStrip.BYTES_PER_LINE,
                strip.lines().get(0).offset());
        boolean marked = strip.lines().stream().anyMatch(line -> line.runs().size() > 1);
        assertEquals(cut < 10_000, marked);
    }

    @Test
    void aWindowOfTheStreamKeepsItsOffsets() {
        HexStrip strip = HexStrip.of("c3bc", 2840, List.of(2841L)).orElseThrow();
        assertEquals(List.of(new HexStrip.Line(2840, List.of("c3", "bc"), "  ", "··")), strip.lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "zz", "0x00", "6 1"})
    void whatIsNoHexIsNoStrip(String digits) {
        assertEquals(Optional.empty(), HexStrip.of(digits, 0, List.of()));
    }

    @Test
    void hugeInputsAreNotRead() {
        assertTrue(HexStrip.of("61".repeat(1 << 20), 0, List.of(5L)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "ok, OK",
        "NON_STRICT, NON_STRICT",
        "Non-Strict, NON_STRICT",
        "NOT-APPLICABLE, NOT_APPLICABLE",
        "PASSED, UNKNOWN",
        "'', UNKNOWN"
    })
    void outcomesAreReadInEverySpelling(String word, Outcome outcome) {
        assertEquals(outcome, Outcome.of(word));
    }

    @Test
    void anUnknownOutcomeNeverLooksLikeAPass() {
        assertTrue(Outcome.UNKNOWN.failing());
        assertTrue(Outcome.UNTESTABLE.failing());
        assertTrue(Outcome.HANG.erring() && Outcome.CRASH.erring() && !Outcome.SPLIT.erring());
    }

    @Test
    void anchorsAreStableReadableAndDistinct() {
        assertEquals("case-SSE-ENC-16", Anchor.of("case", "SSE-ENC-16"));
        assertNotEquals(Anchor.of("case", "a b"), Anchor.of("case", "a-b"));
        assertNotEquals(Anchor.of("case", "a b"), Anchor.of("case", "a  b"));
        String longOne = Anchor.of("case", "x".repeat(500) + "1");
        assertNotEquals(longOne, Anchor.of("case", "x".repeat(500) + "2"));
        assertTrue(longOne.length() <= Anchor.MAX_CHARS + 9);
        assertTrue(Anchor.of("case", "</script>\"漢").matches("[A-Za-z][A-Za-z0-9.-]*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 10     | 5 | [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]",
                "0 | 318    | 5 | [0.0, 100.0, 200.0, 300.0]",
                "-15 | 15   | 6 | [-15.0, -10.0, -5.0, 0.0, 5.0, 10.0, 15.0]",
                "0 | 0      | 4 | [0.0, 0.5, 1.0]"
            })
    void ticksAreRound(double low, double high, int wished, String ticks) {
        assertEquals(ticks, Scale.linear(low, high, 0, 100).ticks(wished).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 | 1900    | [0.0, 500.0, 1000.0, 1500.0, 2000.0]",
                "10  | 300     | [10.0, 20.0, 50.0, 100.0, 200.0]",
                "10  | 3000000 | [10.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0]"
            })
    void timesFarApartGetDecades(double least, double most, String ticks) {
        assertEquals(ticks, Scale.ofTimes(least, most, 0, 100).ticks(5).toString());
    }

    @Test
    void axesRunFromEndToEnd() {
        for (Scale scale : List.of(Scale.linear(0, 10, 200, 20), Scale.ofTimes(1, 1_000, 200, 20))) {
            assertEquals(200, scale.at(scale.ticks(5).get(0)), 1e-9);
            assertEquals(20, scale.at(1e9), 1e-9);
            assertEquals(200, scale.at(-5), 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "漢字, 4", "e\u0301, 1", "\ud83d\ude00, 2", "'', 0"})
    void widthIsCountedInColumns(String text, int columns) {
        assertEquals(columns, TextWidth.of(text));
    }

    @ParameterizedTest
    @CsvSource({"abcdef, 6, abcdef", "abcdef, 5, abcd…", "漢字漢字, 5, 漢字…", "漢字漢字, 4, 漢…"})
    void textIsCutToItsColumns(String text, int columns, String cut) {
        assertEquals(cut, TextWidth.cut(text, columns));
        assertTrue(TextWidth.of(cut) <= columns);
    }

    @ParameterizedTest
    @CsvSource({
        "achievedShare, 0.9987, 99.9 %",
        "stallMicros, 500000, 500 ms",
        "longestPauseMillis, 2, 2.00 ms",
        "warmUpSeconds, 3, 3.00 s",
        "eventsPerSecond, 9880.3, '9,880'",
        "loops, 2, 2",
        "loops, NaN, –"
    })
    void theNameOfAFieldTellsItsUnit(String field, double value, String shown) {
        assertEquals(shown, Words.number(field, value));
    }

    @Test
    void namesOfFieldsBecomeWords() {
        assertEquals("Events per second", Words.ofName("eventsPerSecond"));
        assertEquals("Achieved", Words.ofName("achievedShare"));
        assertEquals("Seconds", Words.ofName("seconds"));
        assertEquals("", Words.ofName(""));
        assertEquals("TTFT, planned", Words.metric("ttft_plan").name());
        assertEquals("Some own metric", Words.metric("someOwnMetric").name());
    }
}
