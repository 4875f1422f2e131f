package io.streamgauge.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTapeTest {
    private static final JsonName A = JsonName.of("a");
    private static final JsonName B = JsonName.of("b");

    private final JsonTape tape = new JsonTape();
    private final ByteSlice slice = new ByteSlice();
    private final JsonTapeOracle oracle = new JsonTapeOracle();

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private boolean parse(String text) {
        return tape.parse(ByteSlice.ofUtf8(text));
    }

    private String string(int node) {
        return tape.string(node, slice).copyUtf8();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi \\\"you\\\"\\n\"}}],\"usage\":null}",
                " [ 1 , -2.5e+10, 0, 0.0E0, true,false, null, \"\" , [], {}, [[[]]] ]\r\n\t",
                "\"\\u0000\\u001f\\u00e9\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\\\\"",
                "{\"a\":{\"a\":{\"a\":[{\"a\":1}]}},\"a\":2,\"\":3,\"\\u0061\":4}",
                "[\"\\ud83d\",\"\\ude00\",\"\\ud83dx\",\"\\ud83d\\u0041\",\"\\ude00\\ud83d\"]",
                "[1e400,123456789012345678901234567890,-0,NaN,Infinity,-Infinity]",
                "{\"text\":\"\u00e9\u6f22\uD83D\uDE00 and some ascii that is longer than a word\"}",
            })
    void tapeAndJacksonReadTheSame(String text) {
        byte[] bytes = utf8(text);
        Optional<Object> expected = JsonTapeOracle.byJackson(bytes);
        assertTrue(expected.isPresent(), "not JSON to Jackson");
        assertEquals(expected, oracle.byTape(bytes));
        assertEquals(expected, oracle.byTape(utf8("}\"" + text + "]\\"), 2, bytes.length), "within a larger array");
        for (int end = 0; end < bytes.length; end++) {
            byte[] prefix = Arrays.copyOf(bytes, end);
            assertEquals(JsonTapeOracle.byJackson(prefix), oracle.byTape(prefix), "the first " + end + " bytes");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[1,-2.5e3,\"NaN\"] | false", "[NaN] | true", "[Infinity] | true", "{\"a\":-Infinity} | true"})
    void numbersThatAreNotFiniteAreNoticed(String text, boolean noticed) {
        assertTrue(parse(text));
        assertEquals(noticed, tape.hasNonFinite());
        assertTrue(parse("[1]"));
        assertFalse(tape.hasNonFinite(), "the text before is forgotten");
    }

    @Test
    void rawTextIsWellFormedToo() {
        byte[] bytes = utf8("{\"a\":[\"é?\\n\"],\"b\":\"é\"}");
        bytes[9] = (byte) 0xFF;
        assertTrue(tape.parse(bytes, 0, bytes.length));

        assertEquals("[\"é\uFFFD\\n\"]", tape.raw(tape.field(0, A), slice).copyUtf8());
        assertEquals("é", tape.raw(tape.field(0, B), slice).copyUtf8());
    }

    @Test
    void tapeAndJacksonJudgeMutationsTheSame() {
        long seed = 20_260_108;
        JsonMutations mutations = new JsonMutations(new Random(seed));
        int accepted = 0;
        for (int round = 0; round < 200_000; round++) {
            byte[] text = mutations.next();
            Optional<Object> expected = JsonTapeOracle.byJackson(text);
            Optional<Object> actual = oracle.byTape(text);
            accepted += actual.isPresent() ? 1 : 0;
            if (!expected.equals(actual)) {
                assertEquals(
                        expected,
                        actual,
                        "seed " + seed + ", round " + round + ": " + new String(text, StandardCharsets.ISO_8859_1));
            }
        }
        assertTrue(accepted > 20_000 && accepted < 180_000, "a one-sided test: accepted " + accepted);
    }

    @ParameterizedTest
    @CsvSource({"499, true", "500, true", "501, false"})
    void textsNestAsDeepAsTheLimit(int depth, boolean accepted) {
        String arrays = "[".repeat(depth) + "]".repeat(depth);
        String objects = "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
        assertEquals(accepted, parse(arrays));
        assertEquals(accepted, JsonTapeOracle.byJackson(utf8(arrays)).isPresent());
        assertEquals(accepted, parse(objects));
        assertEquals(accepted, JsonTapeOracle.byJackson(utf8(objects)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0", "'{', 1", "'{\"a\"', 4", "'{\"a\" 1}', 5", "'[1,]', 3", "'[1 2]', 3", "'{} x', 3", "'nul', 3",
                "'nulL', 3",
        "'01', 0", "'1.', 2", "'-', 1", "'1e+', 3", "'\"a', 2", "'\"\\x\"', 1", "'\"\\u12g4\"', 1", "'[}', 1",
                "'+1', 0",
    })
    void errorTellsWhereTheTextStopsBeingJson(String text, int offset) {
        assertFalse(parse(text));
        assertEquals(offset, tape.errorOffset());
        assertEquals(JsonTape.MISSING, tape.root());
    }

    @Test
    void controlCharactersEndAString() {
        for (char c = 0; c < 0x20; c++) {
            assertFalse(parse("\"a" + c + "\""), "U+" + Integer.toHexString(c));
        }
        assertTrue(parse("\"a\u007F\""));
    }

    @Test
    void lastOfSeveralFieldsWithOneNameCounts() {
        assertTrue(parse("{\"a\":1,\"b\":2,\"\\u0061\":3,\"b\":{\"a\":4}}"));
        assertEquals(3, tape.longValue(tape.field(0, A), -1));
        assertEquals(4, tape.longValue(tape.field(tape.field(0, B), A), -1));
    }

    @Test
    void whatIsNotThereIsMissingEverywhere() {
        assertTrue(parse("{\"a\":[]}"));
        int missing = tape.field(tape.field(tape.field(0, B), A), B);
        assertEquals(JsonTape.MISSING, missing);
        assertEquals(JsonKind.MISSING, tape.kind(missing));
        assertEquals(JsonTape.MISSING, tape.first(tape.field(0, A)));
        assertEquals(7, tape.longValue(missing, 7));
        assertEquals(7, tape.indexValue(missing, 7));
        assertTrue(tape.string(missing, slice).isEmpty());
        assertTrue(tape.raw(missing, slice).isEmpty());
        assertFalse(tape.isPresent(missing));
        assertFalse(tape.stringEquals(missing, A));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0", "-1, -1, 99", "2147483647, 2147483647, 2147483647", "2147483648, 2147483648, 99",
        "999999999999999999, 999999999999999999, 99", "1000000000000000000, 99, 99", "1.0, 99, 99", "1e3, 99, 99",
        "NaN, 99, 99", "true, 99, 99", "'\"1\"', 99, 99", "-0, 0, 0",
    })
    void onlyIntegersHaveALongValue(String text, long asLong, int asIndex) {
        assertTrue(parse(text));
        assertEquals(asLong, tape.longValue(0, 99));
        assertEquals(asIndex, tape.indexValue(0, 99));
    }

    @Test
    void surrogatesAtTheEdgesAreTold() {
        assertTrue(parse("[\"a\\ud83d\",\"\\ude00b\",\"\\\\ud83d\",\"\\\\\\ud83d\",\"\\ud83d\\ude00\",\"\\\\\"]"));
        int high = tape.first(0);
        assertEquals(0xD83D, tape.trailingHighSurrogate(high));
        assertEquals(0, tape.leadingLowSurrogate(high));
        assertEquals("a\uFFFD", string(high));
        int low = tape.next(0, high);
        assertEquals(0xDE00, tape.leadingLowSurrogate(low));
        assertEquals(0, tape.trailingHighSurrogate(low));
        assertEquals("\uFFFDb", string(low));
        int escapedBackslash = tape.next(0, low);
        assertEquals(0, tape.trailingHighSurrogate(escapedBackslash));
        int backslashAndHigh = tape.next(0, escapedBackslash);
        assertEquals(0xD83D, tape.trailingHighSurrogate(backslashAndHigh));
        int pair = tape.next(0, backslashAndHigh);
        assertEquals(0, tape.trailingHighSurrogate(pair));
        assertEquals(0, tape.leadingLowSurrogate(pair));
        assertEquals("\uD83D\uDE00", string(pair));
    }

    @Test
    void illFormedUtf8IsRepaired() {
        byte[] text = utf8("[\"a?b\",\"?\\n\"]");
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == '?' ? (byte) 0xC3 : text[i];
        }
        assertTrue(tape.parse(text, 0, text.length));
        assertEquals(3, tape.illFormedOffset());
        int first = tape.first(0);
        assertEquals("a\uFFFDb", string(first));
        assertEquals("\uFFFD\n", string(tape.next(0, first)));
    }

    @Test
    void stringsStayAsTheyAreWhileOthersAreRead() {
        StringBuilder text = new StringBuilder("[\"\\u00e9\"");
        for (int i = 0; i < 500; i++) {
            text.append(",\"\\n").append(i).append('"');
        }
        assertTrue(parse(text.append(']').toString()));
        int node = tape.first(0);
        ByteSlice kept = tape.string(node, new ByteSlice());
        for (int i = 0; i < 500; i++) {
            node = tape.next(0, node);
            assertEquals("\n" + i, string(node));
        }
        assertEquals("\u00e9", kept.copyUtf8());
    }
}
