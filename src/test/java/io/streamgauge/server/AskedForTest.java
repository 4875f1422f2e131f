package io.streamgauge.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedForTest {
    private static AskedFor read(String body) throws RefusedException {
        return AskedFor.read(new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private static Refusal refusalOf(String body) {
        return assertThrows(RefusedException.class, () -> read(body)).refusal();
    }

    @Test
    void modelAndStreamAreFoundAmongWhateverElseIsThere() throws RefusedException {
        AskedFor asked = read("""
                {"messages":[{"role":"user","content":"model","model":"no","stream":1}],
                 "tools":{"stream":[true]}, "model":"a\\u002fb", "assistant_id":"as_1",
                 "temperature":1e-5, "stream" : true}
                """);

        assertEquals(new AskedFor(Optional.of("a/b"), Optional.of("as_1"), Optional.of(true)), asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "{}", "{\"model\":null,\"stream\":null}", "{\"other\":1}"})
    void aBodyMayAskForNothing(String body) throws RefusedException {
        assertEquals(AskedFor.NOTHING, read(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "3",
                "null",
                "\"model\"",
                "{\"model\":}",
                "{\"model\":5}",
                "{\"model\":[\"m\"]}",
                "{\"stream\":1}",
                "{\"stream\":\"true\"}",
                "{} {}",
                "{}x",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":\u0001}",
                "\uFFFF",
                "{\"a\":NaN}",
                "{\"model\":\"m\"",
                "{\"a\":\"\u0000\"}"
            })
    void anythingElseIsABadRequest(String body) {
        assertEquals(Refusal.BAD_REQUEST, refusalOf(body));
    }

    @Test
    void depthIsBounded() throws RefusedException {
        int brackets = AskedFor.MAX_DEPTH - 1;
        assertEquals(AskedFor.NOTHING, read("{\"a\":" + "[".repeat(brackets) + "]".repeat(brackets) + "}"));
        brackets++;
        assertEquals(Refusal.BAD_REQUEST, refusalOf("{\"a\":" + "[".repeat(brackets) + "]".repeat(brackets) + "}"));
    }

    @Test
    void theLengthOfAModelIsBounded() throws RefusedException {
        String longest = "m".repeat(AskedFor.MAX_ID_CHARS);
        assertEquals(
                Optional.of(longest), read("{\"model\":\"" + longest + "\"}").model());
        assertEquals(Refusal.BAD_REQUEST, refusalOf("{\"model\":\"" + longest + "m\"}"));
    }

    @Test
    void aLongAndFlatBodyIsReadPast() throws RefusedException {
        String body = "{\"a\":[" + "0,".repeat(500_000) + "0],\"model\":\"m\"}";

        assertEquals(Optional.of("m"), read(body).model());
    }
}
