package io.streamgauge.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArrayParserTest {
    private final Delivery delivery = new Delivery(JsonArrayParser::new);

    @Test
    void everyElementIsAnEventExactlyAsItStands() {
        assertEquals(
                List.of("0@1 `{\\n  \"a\": [1, {}]\\n}`", "1@24 `{\"b\":2}`"),
                delivery.of("[{\n  \"a\": [1, {}]\n}\n,\r\n {\"b\":2}\n]\n"));
    }

    @Test
    void bracketsAndQuotesInStringsCountForNothing() {
        assertEquals(
                List.of("0@1 `{\"]}\":\"\\\"{[\"}`", "1@17 `{\"\\\\\":\"\\\\\\\"}\"}`"),
                delivery.of("[{\"]}\":\"\\\"{[\"},  {\"\\\\\":\"\\\\\\\"}\"}]"));
    }

    @Test
    void elementsMayBeAnyValue() {
        assertEquals(
                List.of("0@1 `1`", "1@3 `-2.5e3`", "2@10 `null`", "3@17 `\"a,]\"`", "4@23 `[]`", "5@27 `true`"),
                delivery.of("[1,-2.5e3,null ,\n\"a,]\",[] ,true]"));
    }

    @Test
    void oneObjectIsOneEvent() {
        assertEquals(List.of("0@1 `{\"error\":{\"code\":429}}`"), delivery.of("\n{\"error\":{\"code\":429}}\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "[]", " [ ] ", "<EF BB BF>[]"})
    void bodyWithoutElementsHasNoEvents(String body) {
        assertEquals(List.of(), delivery.of(body));
    }

    @Test
    void elementCutOffByTheEndIsUnterminated() {
        assertEquals(List.of("0@1 `{}`", "1@4 `{\"a\":\"x` unterminated"), delivery.of("[{},{\"a\":\"x"));
        assertEquals(List.of("0@1 `{\"a\\` unterminated"), delivery.of("[{\"a\\"));
        assertEquals(List.of("0@1 `12` unterminated"), delivery.of("[12"));
    }

    @Test
    void arrayThatIsNeverClosedKeepsItsElements() {
        assertEquals(List.of("0@1 `{}`"), delivery.of("[{}\r\n"));
        assertEquals(List.of("0@1 `{}`"), delivery.of("[{},"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'data: {}'  | 0",
                "' \"a\"'    | 1",
                "'12'        | 0",
                "'[,'        | 1",
                "'[}'        | 1",
                "'[:1]'      | 1",
                "'[]]'       | 2",
                "'[] []'     | 3",
            })
    void textOutsideOfElementsIsMalformed(String body, long byteOffset) {
        assertEquals(List.of("MALFORMED_FRAMING@" + byteOffset + " in event 0"), delivery.of(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'[1 2]' | 3", "'[1]x' | 3", "'[1,]' | 3", "'[1}'  | 2", "'{}{}' | 2", "'{},'  | 2"})
    void whatCameBeforeMalformedTextIsKept(String body, long byteOffset) {
        List<String> said = delivery.of(body);
        assertEquals(2, said.size(), said::toString);
        assertEquals("MALFORMED_FRAMING@" + byteOffset + " in event 1", said.get(1));
    }

    @Test
    void elementOfTheLimitPassesAndOneByteMoreFails() {
        Delivery atMostFour = new Delivery(handler -> new JsonArrayParser(new ParserLimits(1, 4, 100), handler));
        assertEquals(List.of("0@1 `{ }`", "1@5 `\"12\"`", "2@10 `1234`"), atMostFour.of("[{ },\"12\",1234 ]"));
        assertEquals(List.of("0@1 `{}`", "EVENT_TOO_LONG@8 in event 1"), atMostFour.of("[{},{   }]"));
        assertEquals(List.of("EVENT_TOO_LONG@5 in event 0"), atMostFour.of("[12345]"));
        assertEquals(List.of("EVENT_TOO_LONG@5 in event 0"), atMostFour.of("[\"1234"));
    }

    @Test
    void bodyOfTheLimitPassesAndOneByteMoreFails() {
        Delivery atMostEight = new Delivery(handler -> new JsonArrayParser(new ParserLimits(100, 100, 8), handler));
        assertEquals(List.of("0@1 `12`", "1@4 `{}`"), atMostEight.of("[12,{} ]"));
        assertEquals(List.of("0@1 `12`", "1@4 `{}`", "BODY_TOO_LONG@8 in event 2"), atMostEight.of("[12,{}  ]"));
        assertEquals(List.of("0@1 `12`", "BODY_TOO_LONG@8 in event 1"), atMostEight.of("[12,{\"a\":1}]"));
    }

    @Test
    void costOfALargeElementIsLinearInSmallReads() {
        byte[] body = new byte[64 << 20];
        Arrays.fill(body, (byte) 'a');
        System.arraycopy(Transcript.bytes("[{\"image\":\""), 0, body, 0, 11);
        System.arraycopy(Transcript.bytes("\"}]"), 0, body, body.length - 3, 3);
        long[] length = new long[1];
        JsonArrayParser parser =
                new JsonArrayParser(event -> length[0] = event.data().length());
        assertTimeout(Duration.ofSeconds(10), () -> {
            for (int at = 0; at < body.length; at += 1448) {
                parser.feed(body, at, Math.min(1448, body.length - at));
            }
            parser.end();
        });
        assertEquals(body.length - 2, length[0]);
    }
}
