package io.streamgauge.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.streamgauge.bytes.ByteSlice;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseWriterTest {
    private final SseWriter writer = new SseWriter();

    @Test
    void everyBlockEndsWithABlankLine() {
        assertEquals("data: a\n\n", writer.data("a").end().copyUtf8());
        assertEquals(
                "event: e\nid: 1\nretry: 5\ndata: b\n\n",
                writer.event("e").id("1").retry(5).data("b").end().copyUtf8());
        assertEquals("\n", writer.end().copyUtf8());
    }

    @Test
    void dataIsSplitWhereALineWouldEnd() {
        assertEquals(
                "data: a\ndata: b\ndata: c\ndata: \ndata: d\ndata: \n\n",
                writer.data("a\nb\rc\r\n\nd\r").end().copyUtf8());
    }

    @Test
    void leadingSpacesSurvive() {
        assertEquals("data:  a\n\n", writer.data(" a").end().copyUtf8());
        assertEquals(
                List.of("0@0  e / ` a` # i"),
                read(writer.event(" e").id(" i").data(" a").end().copyBytes()));
    }

    @Test
    void commentsAreLinesOfTheirOwn() {
        assertEquals(":\n\n", writer.comment("").end().copyUtf8());
        assertEquals(
                ":data: a\n:id: 2\n\n", writer.comment("data: a\nid: 2").end().copyUtf8());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "a\rb", "a\r\ndata: injected", "a\0"})
    void nothingCanBeInjectedIntoASingleLine(String value) {
        assertThrows(IllegalArgumentException.class, () -> writer.event(value));
        assertThrows(IllegalArgumentException.class, () -> writer.id(value));
        assertThrows(IllegalArgumentException.class, () -> writer.id(ByteSlice.ofUtf8(value)));
        assertEquals("data: a\n\n", writer.data("a").end().copyUtf8(), "a refused value leaves nothing behind");
    }

    @Test
    void retryIsNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> writer.retry(-1));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        long seed = 20_260_104;
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            String type = text(random).replaceAll("[\r\n\0]", "");
            String id = text(random).replaceAll("[\r\n\0]", "");
            String data = text(random);
            byte[] block =
                    writer.event(type).id(id).data(ByteSlice.ofUtf8(data)).end().copyBytes();
            String joined = data.replace("\r\n", "\n")
                    .replace('\r', '\n')
                    .replace("\n", "\\n")
                    .replace("\0", "\\0");
            String expected = "0@0" + (type.isEmpty() ? "" : " " + type + " /") + " `" + joined + "`"
                    + (id.isEmpty() ? "" : " #" + id);
            assertEquals(List.of(expected), read(block), "seed " + seed + ", round " + round);
        }
    }

    private static String text(Random random) {
        String[] pieces = {"a", "\n", "\r", "\r\n", " ", ":", "data:", "é", "\uD83D\uDE00", "\u2028", "\0", "\uFEFF"};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static List<String> read(byte[] block) {
        return new Delivery(SseParser::new).cutAt(block);
    }
}
