package io.streamgauge.server.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.server.words.WordsException;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultWordsTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "site/markdown/faults.md");

    private static Stream<String> everyWord() {
        return FaultCatalogue.kinds().map(FaultKind::word);
    }

    @ParameterizedTest
    @MethodSource("everyWord")
    void theWordsOfAFaultAreReadBack(String word) {
        Faults faults = Faults.parse(word);

        assertEquals(faults, Faults.parse(faults.toString()));
        assertTrue(faults.toString().startsWith(word), faults.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rst@event=5",
                "rst@byte=100@p=0.25",
                "fin@time=1500ms",
                "stall(for=ever)@head",
                "stall(for=2s)@end",
                "drop@each@p=0.1",
                "drip(bytes=3,gap=50ms)@start",
                "status(code=429,body=vendor,retry-after=2s)@time=1s@p=0.5",
                "redirect(code=302,to=/elsewhere)",
                "content-type(type=text/html; charset=utf-8)",
                "error(code=503,then=go-on)@event=3",
                "gzip(flush=end)",
                "none",
                "rst@event=5, gzip(flush=write)"
            })
    void canonicalWordsStayAsTheyAre(String words) {
        assertEquals(words, Faults.parse(words).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explode | one of fin, rst, stall, drip, ",
                "rst@evnt=5 | rst followed by @event=N, @byte=N, @time=T, @head, @start, @middle, @end, @each, @p=P",
                "rst@event=-1 | event to be a whole number from 0 to ",
                "rst@event=5@byte=3 | rst followed by @event=N",
                "rst@p=1.5 | p to be a number from 0 to 1",
                "rst(5) | rst without '5'",
                "gzip@event=5 | gzip followed by @p=P",
                "status@event=5 | status followed by @time=T, @p=P",
                "status(42) | code to be a whole number from 200 to 599",
                "status(429,body=xml) | body to be one of vendor, html, empty, stream",
                "drop@head | drop followed by @event=N",
                "stall(soon) | for to be a time such as",
                "drip(gap=1h) | gap to be a time such as",
                "headers(count=10000,bytes=64KiB) | count times bytes to be at most",
                "huge-line(65MiB) | bytes to be a size such as",
                "'rst,' | a name, perhaps with arguments",
                "rst,none | one of fin, rst",
                "'' | a name, perhaps with arguments"
            })
    void whatCannotBeReadIsToldByWhatWasExpected(String words, String expected) {
        WordsException told = assertThrows(WordsException.class, () -> Faults.parse(words));

        assertTrue(told.getMessage().startsWith("expected " + expected), told.getMessage());
    }

    @Test
    void anAnswerHasABoundedNumberOfFaults() {
        String sixteen = Stream.generate(() -> "drop").limit(Faults.MAX_FAULTS).collect(Collectors.joining(","));

        assertEquals(Faults.MAX_FAULTS, Faults.parse(sixteen).all().size());
        assertThrows(WordsException.class, () -> Faults.parse(sixteen + ",drop"));
    }

    @Test
    void anAnswerIsOnlySoLarge() {
        String much = "huge-line(bytes=40MiB)@start";

        Scripts.struck(much, Scripts.sse());
        assertThrows(WordsException.class, () -> Scripts.struck(much + "," + much, Scripts.sse()));
    }

    @Test
    void everyFaultIsInTheCatalogueOnce() {
        TreeSet<String> types = Arrays.stream(Fault.class.getPermittedSubclasses())
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> found = FaultCatalogue.kinds()
                .map(kind -> Faults.parse(kind.word()).all().get(0).getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(types, found);
        assertEquals(everyWord().count(), everyWord().distinct().count());
    }

    @Test
    void onlyChanceIsRandom() {
        assertFalse(Faults.parse("rst@event=5, gzip, drop@each@p=1, fin@p=0").isRandom());
        assertTrue(Faults.parse("rst@event=5@p=0.5").isRandom());
        assertTrue(Faults.parse("garbage").isRandom());
    }

    @Test
    void theManualsPageIsWhatTheCodeSays() throws IOException {
        assertEquals(FaultManual.markdown(), Files.readString(PAGE, StandardCharsets.UTF_8), "site/markdown/faults.md");
    }
}
