package io.streamgauge.corpus.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class JsonStyleTest {
    private static final String HARD = "\"\\/\b\f\n\r\t\u0000\u001F\u007F é < > & ' = \u2028\u2029\u0085\uFEFF 😀";

    private static final Map<String, Object> VALUE = Json.object(
            "text",
            HARD,
            "none",
            null,
            "numbers",
            Json.array(0, -120, 3.5, 1_780_304_400L),
            "empty",
            Json.array(Json.object(), Json.array()),
            "left out",
            Json.ABSENT,
            "truth",
            true);

    @ParameterizedTest
    @EnumSource
    void everyStyleMeansTheSame(JsonStyle style) {
        JsonNode read = NaiveFraming.json(style.write(VALUE).getBytes(StandardCharsets.UTF_8));

        assertEquals(HARD, read.path("text").asString());
        assertTrue(read.path("none").isNull());
        assertEquals(-120, read.path("numbers").path(1).asInt());
        assertEquals(3.5, read.path("numbers").path(2).asDouble());
        assertEquals(1_780_304_400L, read.path("numbers").path(3).asLong());
        assertEquals(2, read.path("empty").size());
        assertEquals(5, read.size());
        assertTrue(read.path("truth").asBoolean());
    }

    @Test
    void stylesDifferInBlanksAndEscapes() {
        Map<String, Object> value = Json.object("a", "é<", "b", Json.array(1, 2));

        assertEquals("{\"a\":\"é<\",\"b\":[1,2]}", JsonStyle.COMPACT.write(value));
        assertEquals("{\"a\": \"\\u00e9<\", \"b\": [1, 2]}", JsonStyle.PYTHON.write(value));
        assertEquals("{\"a\":\"é\\u003c\",\"b\":[1,2]}", JsonStyle.GO.write(value));
        assertEquals("{\"a\": \"é\\u003c\",\"b\": [1,2]}", JsonStyle.GOOGLE.write(value));
        assertEquals("{\n  \"a\": \"é<\",\n  \"b\": [\n    1,\n    2\n  ]\n}", JsonStyle.PRINTED.write(value));
        assertEquals("{\n  \"a\": {}\n}", JsonStyle.PRINTED.write(Json.object("a", Json.object())));
    }

    @Test
    void halfAPairIsAnEscapeInEveryStyle() {
        for (JsonStyle style : JsonStyle.values()) {
            assertEquals("\"a\\ud83d\"", style.write("a\uD83D"), style.name());
            assertEquals("\"\\ude00b\"", style.write("\uDE00b"), style.name());
        }
    }
}
