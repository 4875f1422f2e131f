package io.streamgauge.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.streamgauge.bytes.ByteSlice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordBufferTest extends TextBufferContract {
    @Override
    TextBuffer newBuffer(int maxPendingBytes, TextSink sink) {
        return new WordBuffer(maxPendingBytes, sink);
    }

    private static String pieces(int maxPendingBytes, String text) {
        Pieces pieces = new Pieces();
        TextBuffer buffer = new WordBuffer(maxPendingBytes, pieces);
        buffer.push(ByteSlice.ofUtf8(text));
        buffer.end();
        return String.join("¦", pieces.list);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`Hello, world! `          | `Hello,¦ world!¦ `",
                "`  two  blanks`           | `  two¦  blanks`",
                "3.14 e.g. don't           | 3.14¦ e.g.¦ don't",
                "10\u00A0km            | 10\u00A0km",
                "你好，世界。再见             | 你¦好，¦世¦界。¦再¦见",
                "「東京」へ行く               | 「東¦京」¦へ¦行¦く",
                "データベース                | デー¦タ¦ベー¦ス",
                "安装Java版                | 安¦装¦Java¦版",
                "한국어 문장                 | 한국어¦ 문장",
                "ภาษาไทย ง่าย              | ภาษาไทย¦ ง่าย",
                "👩‍🚀 🇩🇪🇫🇷 e\u0301    | 👩‍🚀¦ 🇩🇪🇫🇷¦ e\u0301"
            })
    void aWordEndsBeforeWhiteSpaceOrWithAnIdeograph(String text, String expected) {
        assertEquals(expected, pieces(1024, text));
    }

    @Test
    void aWordIsHandedOutAsSoonAsTheWhiteSpaceBehindItComes() {
        Pieces pieces = new Pieces();
        WordBuffer buffer = new WordBuffer(pieces);
        buffer.push(ByteSlice.ofUtf8("Hel"));
        buffer.push(ByteSlice.ofUtf8("lo"));
        assertEquals(List.of(), pieces.list);
        buffer.push(ByteSlice.ofUtf8(" wor"));
        assertEquals(List.of("Hello"), pieces.list);
        assertEquals(4, buffer.pendingBytes());
    }

    @ParameterizedTest
    @CsvSource({"15, 1", "16, 1", "17, 2"})
    void aWordAsLongAsTheLimitStaysWhole(int length, int expectedPieces) {
        assertEquals(expectedPieces, pieces(16, "w".repeat(length)).split("¦").length);
    }

    @Test
    void aLongWordIsPartedBetweenWhatPeopleSeeAsCharacters() {
        String family = "👩‍👧";
        assertEquals(family + "¦" + family + "¦" + family, pieces(16, family.repeat(3)));
        assertEquals("abcdefghijklmno¦o\u0301p", pieces(16, "abcdefghijklmnoo\u0301p"));
        assertEquals("xxxx🇩🇪¦🇫🇷", pieces(16, "xxxx🇩🇪🇫🇷"));
    }

    @Test
    void aCharacterLongerThanTheLimitIsPartedBetweenCodePoints() {
        assertEquals("a" + "\u0301".repeat(7) + "¦" + "\u0301".repeat(3), pieces(16, "a" + "\u0301".repeat(10)));
    }

    @Test
    void aLimitThatHoldsNoCharacterIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new WordBuffer(15, piece -> {}));
    }
}
