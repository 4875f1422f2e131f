package io.streamgauge.corpus.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkerTest {
    private final Chunker chunker = new Chunker(new Dice(1, "chunker"));

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "tides", "ring-buffer", "polyglot", "emoji", "thai", "almanac", "arabic"})
    void piecesJoinToTheText(String name) {
        String text = Texts.of(name);

        assertEquals(text, String.join("", chunker.tokens(text)));
        assertEquals(text, String.join("", chunker.deltas(text, 4.3)));
        assertEquals(text, String.join("", chunker.fragments(text, 3)));
        assertEquals(text, String.join("", chunker.halves(text)));
        assertEquals(text, String.join("", chunker.paragraphs(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"polyglot", "emoji"})
    void noPieceSplitsACodePoint(String name) {
        String text = Texts.of(name);

        assertEquals(
                List.of(),
                chunker.tokens(text).stream().filter(ChunkerTest::isHalved).toList());
        assertEquals(
                List.of(),
                chunker.fragments(text, 2).stream()
                        .filter(ChunkerTest::isHalved)
                        .toList());
    }

    @Test
    void halvesSplitEveryPair() {
        assertEquals(
                List.of("a", " \uD83D", "\uDE00", "\uD83D", "\uDC4B", "!"),
                chunker.halves("a \uD83D\uDE00\uD83D\uDC4B!"));
    }

    @Test
    void deltasHaveTheLengthTheyShould() {
        String text = Texts.of("almanac");
        double tokens = chunker.tokens(text).size();

        assertEquals(tokens, chunker.deltas(text, 1).size(), tokens / 20);
        assertEquals(tokens / 4.3, chunker.deltas(text, 4.3).size(), tokens / 10);
        assertTrue(chunker.deltas(text, 18).size() < tokens / 12);
    }

    @Test
    void aTokenTakesTheBlankBeforeItAlong() {
        assertEquals(
                List.of("Tea", " at", " ", " five", ":", " 17", ":", "00", ",", "\n\n", "雨音", "。"),
                chunker.tokens("Tea at  five: 17:00,\n\n雨音。"));
        assertEquals(List.of("   ", " x", ";", " ", " y", " ==="), chunker.tokens("    x;  y ==="));
    }

    private static boolean isHalved(String piece) {
        return Character.isLowSurrogate(piece.charAt(0)) || Character.isHighSurrogate(piece.charAt(piece.length() - 1));
    }
}
