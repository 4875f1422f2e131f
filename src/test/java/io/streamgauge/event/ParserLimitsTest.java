package io.streamgauge.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit holds for bytes and not for reads: {@link Delivery} cuts each of these bodies everywhere. */
class ParserLimitsTest {
    private static Delivery limitedTo(int line, int event, long body) {
        return new Delivery(handler -> new SseParser(new ParserLimits(line, event, body), handler));
    }

    @Test
    void limitsMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> new ParserLimits(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new ParserLimits(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new ParserLimits(1, 1, 0));
    }

    @Test
    void lineOfTheLimitPasses() {
        Delivery atMostEight = limitedTo(8, 100, 100);
        assertEquals(List.of("0@0 `12`"), atMostEight.of("data: 12\n\n"));
        assertEquals(List.of("0@0 `1`"), atMostEight.of("data: 1\r\r"));
    }

    @ParameterizedTest
    @CsvSource({"'data: 123\r\n\r\n'", "'data:1234\n\n'", "':comments\n'", "'unknowns!'", "'event:abc'", "'retry:123\n'"
    })
    void lineOfOneByteMoreFailsAtThatByte(String body) {
        assertEquals(
                List.of("LINE_TOO_LONG@8 in event 0"), limitedTo(8, 100, 100).of(body));
        assertEquals(
                List.of("0@0 `a`", "LINE_TOO_LONG@16 in event 1"),
                limitedTo(8, 100, 100).of("data:a\n\n" + body));
    }

    @Test
    void dataOfTheLimitPasses() {
        assertEquals(List.of("0@0 `1234`"), limitedTo(100, 4, 100).of("data:1234\n\n"));
        assertEquals(List.of("0@0 `12\\n4`"), limitedTo(100, 4, 100).of("data:12\ndata: 4\n\n"));
        assertEquals(List.of("0@0 `123\\n`"), limitedTo(100, 4, 100).of("data:123\ndata\n\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "'data:12345\n\n', 9",
        "'data: 12345', 10",
        "'data:12\ndata:34\n\n', 14",
        "'data:12\ndata: 345', 15",
        "'data:1234\ndata:\n\n', 15",
        "'data:1234\ndata: \n\n', 16",
        "'data:1234\ndata\n\n', 14",
        "'data:1234\ndata:5\n\n', 15",
    })
    void dataOfOneByteMoreFailsAtThatByte(String body, long byteOffset) {
        assertEquals(
                List.of("EVENT_TOO_LONG@" + byteOffset + " in event 0"),
                limitedTo(100, 4, 100).of(body));
    }

    @Test
    void whatIsNotDataDoesNotCountAsData() {
        assertEquals(
                List.of("comment `comment`", "0@9 eventtype / `1` #eventid"),
                limitedTo(100, 4, 100).of(":comment\nevent:eventtype\nid:eventid\ndata:1\n\n"));
    }

    @Test
    void theLimitThatIsMetFirstIsReported() {
        assertEquals(
                List.of("EVENT_TOO_LONG@7 in event 0"), limitedTo(8, 2, 100).of("data:123456\n\n"));
        assertEquals(List.of("LINE_TOO_LONG@6 in event 0"), limitedTo(6, 2, 100).of("data:123456\n\n"));
        assertEquals(List.of("BODY_TOO_LONG@6 in event 0"), limitedTo(8, 2, 6).of("data:123456\n\n"));
        assertEquals(List.of("LINE_TOO_LONG@7 in event 0"), limitedTo(7, 2, 100).of("data:123456\n\n"));
    }

    @Test
    void eventsBeforeTheEndOfTooLongABodyAreHandedOut() {
        assertEquals(List.of("0@0 `a`"), limitedTo(100, 100, 8).of("data:a\n\n"));
        assertEquals(
                List.of("0@0 `a`", "BODY_TOO_LONG@8 in event 1"),
                limitedTo(100, 100, 8).of("data:a\n\nd"));
        assertEquals(
                List.of("BODY_TOO_LONG@7 in event 0"), limitedTo(100, 100, 7).of("data:a\n\n"));
        assertEquals(
                List.of("BODY_TOO_LONG@2 in event 0"), limitedTo(100, 100, 2).of("<EF BB BF>data:a\n\n"));
    }

    @Test
    void nothingIsSaidAfterAFailure() {
        assertEquals(
                List.of("LINE_TOO_LONG@8 in event 0"), limitedTo(8, 100, 20).of("data:1234\n\ndata:a\n\ndata:b\n\n"));
    }

    @Test
    void failureIsTheSameHoweverTheBodyWasCut() {
        long seed = 20_260_103;
        Random random = new Random(seed);
        String[] pieces = {
            "data:", "data", ": ", "\n", "\n", "\r\n", "\r", "1234", ":comment", "id:12345678", "<EF BB BF>"
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder body = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                body.append(pieces[random.nextInt(pieces.length)]);
            }
            limitedTo(6 + random.nextInt(8), 1 + random.nextInt(8), 8 + random.nextInt(40))
                    .of(body.toString());
        }
    }
}
