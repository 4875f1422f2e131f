package io.streamgauge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @CsvSource({
        "0000, ␀",
        "0009, ␉",
        "000A, ␊",
        "000D, ␍",
        "001B, ␛",
        "007F, ␡",
        "0085, ⟦U+0085⟧",
        "00AD, ⟦U+00AD⟧",
        "061C, ⟦U+061C⟧",
        "200B, ⟦U+200B⟧",
        "200E, ⟦U+200E⟧",
        "2028, ⟦U+2028⟧",
        "202A, ⟦U+202A⟧",
        "202E, ⟦U+202E⟧",
        "2066, ⟦U+2066⟧",
        "2069, ⟦U+2069⟧",
        "D800, ⟦U+D800⟧",
        "DFFF, ⟦U+DFFF⟧",
        "FDD0, ⟦U+FDD0⟧",
        "FEFF, ⟦U+FEFF⟧",
        "FFFE, ⟦U+FFFE⟧",
        "FFFF, ⟦U+FFFF⟧",
        "E0041, ⟦U+E0041⟧",
        "10FFFF, ⟦U+10FFFF⟧"
    })
    void whatHidesOrReordersIsShownByItsName(String point, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(point, 16)) + "b";
        assertEquals("a" + shown + "b", VisibleText.inline(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "é e\u0301 漢字", "👩\u200d💻 \ud83d\ude00", "</script><!-- \" ' &", "�"})
    void honestTextStays(String text) {

        assertEquals(text, VisibleText.inline(text));
    }

    @Test
    void nothingThatComesOutIsAControl() {
        StringBuilder all = new StringBuilder();
        for (int point = 0; point < 0x30000; point++) {
            all.appendCodePoint(point).append(' ');
        }
        for (int from = 0; from < all.length(); from += VisibleText.MAX_BLOCK_CHARS) {
            String part = all.substring(from, Math.min(all.length(), from + VisibleText.MAX_BLOCK_CHARS));
            VisibleText.block(part).codePoints().forEach(VisibleTextTest::assertHarmless);
        }
    }

    private static void assertHarmless(int point) {
        int type = Character.getType(point);
        boolean joiner = point == 0x200C || point == 0x200D;
        assertTrue(
                point == '\n' || joiner || (type != Character.CONTROL && type != Character.FORMAT),
                () -> "U+%04X came through".formatted(point));
        assertTrue(type != Character.SURROGATE && type != Character.LINE_SEPARATOR, () -> "U+%04X".formatted(point));
    }

    @Test
    void linesOfABlockStayLinesAndOthersDoNot() {
        assertEquals("a\nb␍\nc", VisibleText.block("a\nb\r\nc"));
        assertEquals("a␊b␍␊c", VisibleText.inline("a\nb\r\nc"));
    }

    @Test
    void longTextIsCutWithANote() {
        int limit = VisibleText.MAX_INLINE_CHARS;
        assertEquals("x".repeat(limit - 1), VisibleText.inline("x".repeat(limit - 1)));
        assertEquals("x".repeat(limit), VisibleText.inline("x".repeat(limit)));
        assertEquals("x".repeat(limit) + "… (cut, 401 characters in all)", VisibleText.inline("x".repeat(limit + 1)));
        assertTrue(VisibleText.block("x".repeat(1 << 20)).endsWith("… (cut, 1,048,576 characters in all)"));
    }

    @Test
    void theCutNeverHalvesACharacter() {
        String text = "x".repeat(VisibleText.MAX_INLINE_CHARS - 1) + "\ud83d\ude00 and more";
        assertTrue(VisibleText.inline(text).contains("\ud83d\ude00… (cut"));
    }
}
