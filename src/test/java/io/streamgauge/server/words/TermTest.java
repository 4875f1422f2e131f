package io.streamgauge.server.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.server.words.Term.Argument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {
    @Test
    void aTermIsANameWithArgumentsAndMarks() {
        Term term = Term.parse(" drip( 1 , gap = 100ms )@event=5 @p=0.1");

        assertEquals("drip", term.name());
        assertEquals(List.of(new Argument("", "1"), new Argument("gap", "100ms")), term.arguments());
        assertEquals(List.of(new Argument("event", "5"), new Argument("p", "0.1")), term.marks());
        assertEquals("drip(1,gap=100ms)@event=5@p=0.1", term.toString());
    }

    @Test
    void anArgumentMayBeATermOfItsOwn() {
        Term term = Term.parse("bimodal(normal(mean=9ms,sd=1ms),rare=uniform(1ms,2ms),p=0.1)");

        assertEquals(
                List.of(
                        new Argument("", "normal(mean=9ms,sd=1ms)"),
                        new Argument("rare", "uniform(1ms,2ms)"),
                        new Argument("p", "0.1")),
                term.arguments());
    }

    @Test
    void aListIsCutAtTheCommasOutsideOfParentheses() {
        assertEquals(
                List.of("rst@event=5", "drip(1,gap=2ms)", "gzip"), Term.list("rst@event=5, drip(1,gap=2ms) ,gzip"));
        assertEquals(List.of(""), Term.list(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | a name",
                "(1) | a name",
                "a=b | a name",
                "drip( | a closing parenthesis",
                "drip(1 | a closing parenthesis",
                "drip) | an opening parenthesis",
                "drip(1)) | an opening parenthesis",
                "drip(1)x | nothing behind the closing parenthesis"
            })
    void whatIsNoTermIsToldByWhatIsMissing(String text, String expected) {
        WordsException told = assertThrows(WordsException.class, () -> Term.parse(text));

        assertTrue(told.getMessage().startsWith("expected " + expected), told.getMessage());
    }

    @Test
    void theLengthOfATextIsBounded() {
        assertEquals(
                Term.MAX_CHARS, Term.parse("x".repeat(Term.MAX_CHARS)).name().length());
        assertThrows(WordsException.class, () -> Term.parse("x".repeat(Term.MAX_CHARS + 1)));
    }

    @Test
    void argumentsGoByNameOrElseInOrder() {
        Arguments given = Arguments.of(Term.parse("x(3ms,b=7,c=word)"), "x(a,b,c)");

        assertEquals(7, given.count("b", 1, 0, 10));
        assertEquals(3_000_000, given.nanos("a", 0));
        assertEquals("word", given.required("c", text -> text));
        assertEquals(5, given.count("d", 5, 0, 10), "not given");
        given.end();
    }

    @Test
    void whatIsLeftIsAnError() {
        Arguments given = Arguments.of(Term.parse("x(1,colour=red)"), "x(a=1)");
        assertEquals(1, given.count("a", 0, 0, 10));

        WordsException told = assertThrows(WordsException.class, given::end);
        assertEquals("expected x(a=1) without 'colour=red'", told.getMessage());
    }

    @Test
    void anArgumentThatCannotBeReadIsNamed() {
        Arguments given = Arguments.of(Term.parse("x(gap=soon)"), "x(gap=1ms)");

        WordsException told = assertThrows(WordsException.class, () -> given.nanos("gap", 0));
        assertEquals("expected gap to be " + Quantities.TIME, told.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "250, 250000000",
        "250ms, 250000000",
        "1.5s, 1500000000",
        "1.5 s, 1500000000",
        "800us, 800000",
        "0.5us, 500",
        "3600s, 3600000000000"
    })
    void timesHaveAUnitOrAreMilliseconds(String text, long nanos) {
        assertEquals(nanos, Quantities.nanos(text));
        assertEquals(nanos, Quantities.nanos(Quantities.time(nanos)), "written and read again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1m", "-1ms", "3600.1s", "1e3", "999999999999999", "каша"})
    void whatIsNoTimeIsRefused(String text) {
        assertThrows(WordsException.class, () -> Quantities.nanos(text));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "512,512", "512B,512", "2KiB,2048", "1 MiB,1048576"})
    void sizesHaveAUnitOrAreBytes(String text, int bytes) {
        assertEquals(bytes, Quantities.bytes(text, 1, 1 << 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1048577", "2MiB", "1kB", "-1", "1.5KiB", "9999999999"})
    void sizesOutsideOfTheBoundsAreRefused(String text) {
        assertThrows(WordsException.class, () -> Quantities.bytes(text, 1, 1 << 20));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "0.1,0.1", "1e-3,0.001"})
    void numbersAreWrittenPlainly(String text, String plain) {
        assertEquals(plain, Quantities.plain(Quantities.number(text, 0, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "-0.1", "NaN", "Infinity", "0x1", "1d", ""})
    void numbersOutsideOfTheBoundsAreRefused(String text) {
        assertThrows(WordsException.class, () -> Quantities.number(text, 0, 1));
    }
}
