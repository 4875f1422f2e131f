package io.streamgauge.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {
    private final Delivery delivery = new Delivery(SseParser::new);

    @Test
    void blankLineEndsAnEvent() {
        assertEquals(List.of("0@0 `a`", "1@9 `b`"), delivery.of("data: a\n\ndata:b\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void everyLineEndIsALineEnd(String end) {
        String body = "event: e~data:1~data: 2~id:7~~:c~retry:3~data~~".replace("~", end);
        int second = body.lastIndexOf("data");
        assertEquals(
                List.of("0@0 e / `1\\n2` #7", "comment `c`", "retry 3", "1@" + second + " `` #7"), delivery.of(body));
    }

    @Test
    void lateLineFeedBelongsToItsCarriageReturn() {
        assertEquals(List.of("0@0 `a\\nb`", "1@17 `c`"), delivery.of("data:a\r\ndata:b\r\n\rdata:c\r\r\n"));
    }

    @Test
    void severalDataLinesAreJoinedByLineFeeds() {
        assertEquals(List.of("0@0 `\\na\\n\\nb\\n`"), delivery.of("data\ndata:a\ndata:\ndata: b\ndata\n\n"));
    }

    @Test
    void eventBeginsAtItsFirstDataEventOrIdLine() {
        assertEquals(
                List.of("comment ` hi`", "retry 5", "ignored@14 `x`", "0@16 e / `a`"),
                delivery.of(": hi\nretry: 5\nx\nevent:e\ndata:a\n\n"));
    }

    @Test
    void everyUnknownFieldIsReported() {
        assertEquals(
                List.of(
                        "ignored@0 `{\"error\":`",
                        "ignored@10 `}`",
                        "ignored@13 `Data:x`",
                        "ignored@20 ` data:x`",
                        "0@28 `a`"),
                delivery.of("{\"error\":\n}\n\nData:x\n data:x\ndata:a\nid:\0\n\n"));
    }

    @Test
    void ignoredLineOfTheEndOfTheBodyIsReported() {
        assertEquals(List.of("ignored@0 `{\"error\":1}`"), delivery.of("{\"error\":1}"));
        assertEquals(List.of("comment `408 Timeout`"), delivery.of(":408 Timeout"));
    }

    @Test
    void eventCutOffByTheEndIsUnterminated() {
        assertEquals(List.of("0@0 `a`", "1@8 `b` unterminated"), delivery.of("data:a\n\ndata:b"));
        assertEquals(List.of("0@0 `b` unterminated"), delivery.of("data:b\n"));
        assertEquals(List.of("0@0 e / `b` unterminated"), delivery.of("event:e\r\ndata:b\r\n"));
        assertEquals(List.of("0@0 `` unterminated"), delivery.of("data:"));
        assertEquals(List.of("0@0 e / `b` unterminated"), delivery.of("data:b\nevent:e"));
    }

    @Test
    void idAndRetryNeedTheEndOfTheirLine() {
        assertEquals(List.of("0@0 `b` unterminated"), delivery.of("data:b\nid:7"));
        assertEquals(List.of("0@0 `b` unterminated"), delivery.of("data:b\nretry:70"));
        assertEquals(List.of("0@0 `b` unterminated"), delivery.of("data:b\nid:7\n"));
    }

    @Test
    void oneByteOrderMarkIsDropped() {
        assertEquals(List.of("0@3 `a`"), delivery.of("<EF BB BF>data:a\n\n"));
        assertEquals(
                List.of("ignored@3 `\uFEFFdata:a`", "0@13 `b`"), delivery.of("<EF BB BF EF BB BF>data:a\ndata:b\n\n"));
        assertEquals(List.of("ignored@0 `\uFFFDdata:a`"), delivery.of("<EF BB>data:a\n\n"));
        assertEquals(List.of("ignored@0 `\uFFFD`"), delivery.of("<EF>"));
    }

    @Test
    void retryBeyondALongIsTheLargestLong() {
        assertEquals(
                List.of("retry 9223372036854775807", "retry 9223372036854775807", "retry 10"),
                delivery.of("retry:9223372036854775807\nretry:9223372036854775808\nretry:0010\n"));
    }

    @Test
    void lastEventIdIsThatOfTheLastCompleteBlock() {
        SseParser parser = new SseParser(event -> {});
        feed(parser, "id:1\ndata:a\n\nid:2\n\nid:3\ndata:b\n");
        assertEquals("2", parser.copyLastEventId());
        parser.end();
        assertEquals("2", parser.copyLastEventId());
        parser.reset();
        assertEquals("", parser.copyLastEventId());
    }

    @Test
    void nothingOfOneBodyLeaksIntoTheNext() {
        for (String first :
                List.of("", "<EF>", "id:1\nevent:e\ndata:x", "id:1\n\nda", "data:x\r", ":c", "data: long")) {
            Transcript transcript = new Transcript();
            SseParser parser = new SseParser(transcript);
            feed(parser, first);
            transcript.lines.clear();
            parser.reset();
            feed(parser, "<EF BB BF>\n\ndata:a\n\n");
            assertEquals(List.of("0@5 `a`"), transcript.lines, "after " + first);
        }
    }

    @Test
    void bodyThatHasEndedTakesNothingMore() {
        SseParser parser = new SseParser(event -> {});
        parser.end();
        parser.end();
        assertThrows(IllegalStateException.class, () -> feed(parser, "data:a"));
    }

    @Test
    void memoryStaysBoundedWhateverIsRepeated() {
        for (String endless : List.of("\n", "\r\n", ":c\n", "x\n", "event:e\n", "id:1\n", "data\n\n", "retry:1\n")) {
            byte[] read = endless.repeat(8_000).getBytes(StandardCharsets.US_ASCII);
            SseParser parser = new SseParser(event -> {});
            feed(parser, "data:a\n");
            long before = allocatedBytes();
            for (int i = 0; i < 20; i++) {
                parser.feed(read, 0, read.length - 1);
                parser.feed(read, read.length - 1, 1);
            }
            assertTrue(allocatedBytes() - before < 100_000, "memory allocated for endless " + endless);
        }
    }

    @Test
    void readsAllocateNothingOnceRoomHasGrown() {
        byte[] body = Transcript.bytes("event: e\nid: 1\ndata: a\ndata: b\n\n:c\n\ndata: cde\n\n".repeat(1_000));
        ByteBuffer direct = ByteBuffer.allocateDirect(body.length).put(body).flip();
        SseParser parser = new SseParser(event -> {});
        feedInReadsOf(700, parser, body);
        parser.feed(direct.rewind());
        long before = allocatedBytes();
        for (int i = 0; i < 50; i++) {
            feedInReadsOf(700, parser, body);
            parser.feed(direct.rewind());
        }
        assertTrue(allocatedBytes() - before < 10_000, "memory allocated for 100 bodies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: x", "data\n", "data: one of a million lines\n"})
    void costOfALargeEventIsLinearInSmallReads(String repeated) {
        byte[] piece = repeated.getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[32 << 20];
        for (int at = 0; at < body.length; at++) {
            body[at] = piece[at % piece.length];
        }
        long[] events = new long[1];
        SseParser parser = new SseParser(event -> events[0]++);
        assertTimeout(Duration.ofSeconds(10), () -> feedInReadsOf(1448, parser, body));
        feed(parser, "\n\n");
        assertEquals(1, events[0]);
    }

    private static void feedInReadsOf(int size, SseParser parser, byte[] body) {
        for (int at = 0; at < body.length; at += size) {
            parser.feed(body, at, Math.min(size, body.length - at));
        }
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private static void feed(SseParser parser, String text) {
        byte[] bytes = Transcript.bytes(text);
        parser.feed(bytes, 0, bytes.length);
    }
}
