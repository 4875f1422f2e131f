package io.streamgauge.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.streamgauge.bytes.ByteSlice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceBufferTest extends TextBufferContract {
    @Override
    TextBuffer newBuffer(int maxPendingBytes, TextSink sink) {
        return new SentenceBuffer(maxPendingBytes, sink);
    }

    private static String pieces(int maxPendingBytes, String text) {
        Pieces pieces = new Pieces();
        TextBuffer buffer = new SentenceBuffer(maxPendingBytes, pieces);
        buffer.push(ByteSlice.ofUtf8(text));
        buffer.end();
        return String.join("¦", pieces.list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "One.¦ Two!¦ Three?¦ Four",
                "Really?!¦ Yes...¦ No….¦ Fine.",
                "She said \"Stop!\"¦ He did not.",
                "(So be it.)¦ [Really.]¦ {Done.}¦ Ok.",
                "»Gut.«¦ „Ja.“¦ ‘Yes.’¦ “No.”¦ End.",
                "**Bold.**¦ *Thin.*¦ _Under._¦ `code.`¦ After.",
                "First.¦   Second.",
                "In 2024.¦ Then 3.50 was paid.¦ Pi is 3.14159.¦ Done.",
                "Ask at example.com.¦ Or not.",
                "今日は。¦元気ですか？¦「はい！」¦と言った。",
                "好吗？！¦很好。”¦他说。",
                "पहला वाक्य।¦ दूसरा वाक्य॥¦ तीसरा",
                "ما هذا؟¦ كتاب۔¦ نعم.¦ لا.",
                "Heading without stop¦\nText.¦\n\n- item¦\n- item¦\u2028After",
                "Mixed line¦\r\nends¦\rhere¦\nnow.",
                "Say no.¦ Then go.¦ See No. 5 of vol. 3, Fig. 7.",
                "It ends etc.¦ And goes on.",
                "¿Qué?¦ ¡Nada!¦ «Vale.»¦ Fin."
            })
    void aSentenceEndsHere(String sentences) {
        assertEquals(sentences, pieces(4096, sentences.replace("¦", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. Smith met Mr. Jones and Prof. Dr. Meier.",
                "See e.g. Figure 3 and cf. Table 4, i.e. Both.",
                "(e.g. This one, vs. That one)",
                "J. R. R. Tolkien wrote it.",
                "1. Item one",
                "12. Item twelve",
                "\"What?\" she asked, and \"no!\" he said.",
                "Wait... what?",
                "Yahoo! is a name.",
                "Version 2.0.1 of foo.bar.baz is e.V. registered",
                "d.h. Er kam z.B. Gestern",
                "St. Nikolaus, Nr. 5"
            })
    void noSentenceEndsWithin(String text) {
        assertEquals(text, pieces(4096, text));
    }

    @Test
    void theNumberOfAnItemEndsNothingAnywhere() {
        assertEquals("Steps:¦\n1. First.¦ Again.¦\n2. Second.", pieces(4096, "Steps:\n1. First. Again.\n2. Second."));
    }

    @Test
    void aSentenceIsHandedOutWithTheFirstLetterOfTheNextOne() {
        Pieces pieces = new Pieces();
        SentenceBuffer buffer = new SentenceBuffer(pieces);
        buffer.push(ByteSlice.ofUtf8("It is."));
        buffer.push(ByteSlice.ofUtf8(" "));
        assertEquals(List.of(), pieces.list);
        buffer.push(ByteSlice.ofUtf8("S"));
        assertEquals(List.of("It is."), pieces.list);
        assertEquals(2, buffer.pendingBytes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one two three four | one two three¦ four",
                "one twothreefourfivesix | one¦ twothreefourfiv¦esix",
                "onetwothreefourfive | onetwothreefourf¦ive"
            })
    void aSentenceLongerThanTheLimitIsPartedBetweenWords(String text, String expected) {
        assertEquals(expected, pieces(16, text));
    }

    @Test
    void aFlushAmidASentenceDoesNotHideItsEnd() {
        Pieces pieces = new Pieces();
        SentenceBuffer buffer = new SentenceBuffer(pieces);
        buffer.push(ByteSlice.ofUtf8("It may"));
        buffer.flush();
        buffer.push(ByteSlice.ofUtf8(" be. Or n"));
        assertEquals(List.of("It may", " be."), pieces.list);
    }
}
