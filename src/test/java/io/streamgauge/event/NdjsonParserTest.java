package io.streamgauge.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NdjsonParserTest {
    private final Delivery delivery = new Delivery(NdjsonParser::new);

    @Test
    void everyLineIsAnEvent() {
        assertEquals(List.of("0@0 `{\"a\":1}`", "1@8 `{}`"), delivery.of("{\"a\":1}\n{}\n"));
    }

    @Test
    void carriageReturnBeforeLineFeedBelongsToTheEnd() {
        assertEquals(List.of("0@0 `{}`", "1@4 `[]`"), delivery.of("{}\r\n[]\r\n"));
    }

    @Test
    void carriageReturnElsewhereEndsNothing() {
        assertEquals(List.of("0@0 `{\\r}`", "1@5 `[\\r]\\r`"), delivery.of("{\r}\r\n[\r]\r\r\n"));
    }

    @Test
    void blankLinesArePassedOver() {
        assertEquals(List.of("0@3 `1`", "1@12 `2`"), delivery.of("\n\r\n1\n\n \t \r\n\n2\n\n"));
    }

    @Test
    void oneByteOrderMarkIsDroppedAndCounted() {
        assertEquals(List.of("0@3 `1`", "1@5 `\uFEFF2`"), delivery.of("<EF BB BF>1\n<EF BB BF>2\n"));
    }

    @Test
    void falseByteOrderMarkBelongsToTheFirstLine() {
        assertEquals(List.of("0@0 `\uFFFD1`"), delivery.of("<EF BB>1\n"));
        assertEquals(List.of("0@0 `\uFFFD` unterminated"), delivery.of("<EF BB>"));
    }

    @Test
    void lastLineWithoutItsEndIsUnterminated() {
        assertEquals(List.of("0@0 `{}`", "1@3 `{\"a` unterminated"), delivery.of("{}\n{\"a"));
        assertEquals(List.of("0@0 `{}` unterminated"), delivery.of("{}\r"));
        assertEquals(List.of("0@0 `{}`"), delivery.of("{}\n  "));
    }

    @Test
    void lineOfTheLimitPassesAndOneByteMoreFails() {
        Delivery atMostFour = new Delivery(handler -> new NdjsonParser(new ParserLimits(4, 100, 100), handler));
        assertEquals(List.of("0@0 `123`", "1@4 `1234`", "2@10 `1`"), atMostFour.of("123\n1234\r\n1\n"));
        assertEquals(List.of("0@0 `1`", "LINE_TOO_LONG@6 in event 1"), atMostFour.of("1\n12345\n1\n"));
        assertEquals(List.of("LINE_TOO_LONG@4 in event 0"), atMostFour.of("1234\r\r\n"));
        assertEquals(List.of("LINE_TOO_LONG@4 in event 0"), atMostFour.of("12345"));
    }

    @Test
    void theSmallerLimitNamesTheFailure() {
        Delivery atMostFour = new Delivery(handler -> new NdjsonParser(new ParserLimits(100, 4, 100), handler));
        assertEquals(List.of("EVENT_TOO_LONG@4 in event 0"), atMostFour.of("12345\n"));
    }

    @Test
    void whatLiesBeforeTheEndOfTooLongABodyIsHandedOut() {
        Delivery atMostFour = new Delivery(handler -> new NdjsonParser(new ParserLimits(100, 100, 4), handler));
        assertEquals(List.of("0@0 `1`", "1@2 `2`"), atMostFour.of("1\n2\n"));
        assertEquals(List.of("0@0 `1`", "1@2 `2`", "BODY_TOO_LONG@4 in event 2"), atMostFour.of("1\n2\n3"));
        assertEquals(List.of("0@0 `1`", "BODY_TOO_LONG@4 in event 1"), atMostFour.of("1\n23\n"));
    }

    @Test
    void resetStartsAnotherBody() {
        Transcript transcript = new Transcript();
        NdjsonParser parser = new NdjsonParser(transcript);
        byte[] body = Transcript.bytes("<EF BB BF>1\n2");
        for (int i = 0; i < 2; i++) {
            parser.feed(body, 0, body.length);
            parser.reset();
            assertEquals(0, parser.bytesFed());
        }
        parser.end();
        assertEquals(List.of("0@3 `1`", "0@3 `1`"), transcript.lines);
    }
}
