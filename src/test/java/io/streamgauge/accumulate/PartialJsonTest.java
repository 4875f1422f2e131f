package io.streamgauge.accumulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.ThreadCost;
import io.streamgauge.bytes.JsonTape;
import io.streamgauge.bytes.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PartialJsonTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long SEED = 20260801;

    static Stream<String> texts() {
        return Stream.of(
                "{}",
                " { } ",
                "[]",
                "\"\"",
                "true ",
                "null",
                "[[[]]]",
                "{\"a\":1}",
                "{\"a\":-1.5e+10,\"b\":[true,false,null,0,-0.0]}",
                "{\"city\":\"Málaga\",\"note\":\"漢字 😀 👩‍👩‍👧 \\u6f22\",\"n\":12}",
                "{ \"a\" : { \"b\" : { \"c\" : [ 1 , 2 , { \"d\" : \"e\" } ] } } }",
                "{\"escapes\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\u00e9\",\"\\u006b\\\"ey\":\"v\"}",
                "{\"pair\":\"x\\ud83d\\ude00y\",\"lone\":\"\\ud83d!\"}",
                "{\"last\":\"\\ud83d\",\"two\":\"\\ud83d\\ud83d\\ude00\"}",
                "[\"\", \"\\\\\", [\"]\", {\"}\": \"{\"}]]",
                "{\"code\":\"def f():\\n\\treturn {\\\"k\\\": [1, 2]}\\n\"}",
                "[1,22,333,{\"x\":4444},[],{},\"\",0]",
                "{\"empty\":{},\"list\":[],\"deep\":[[[[{\"a\":[{}]}]]]]}",
                "{}{\"v\":42}",
                "{ } {} {\"v\":\"late\"}");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyBeginningIsShownAsABeginningOfTheValue(String text) {
        String counted = valueOf(text);
        JsonNode whole = MAPPER.readTree(counted);
        byte[] bytes = Utf8.encode(text);
        PartialJson json = new PartialJson();
        JsonNode before = MAPPER.nullNode();
        for (int i = 0; i < bytes.length; i++) {
            json.feed(bytes, i, 1);
            boolean restarted = i == bytes.length - Utf8.encode(counted).length;
            before = restarted ? MAPPER.nullNode() : before;
            String shown = json.completed().copyUtf8();
            if (!shown.isEmpty()) {
                JsonNode value = MAPPER.readTree(shown);
                assertTrue(isBeginning(before, value), shown + " does not go on from " + before);
                before = value;
            }
        }
        assertEquals(PartialJson.State.COMPLETE, json.state());
        assertEquals(whole, before);
    }

    /** The last of several objects; the texts above that hold several have no braces in strings. */
    private static String valueOf(String text) {
        int second = text.matches("(?:\\s*\\{\\s*})+\\s*\\{\".*") ? text.lastIndexOf('{') : 0;
        return text.substring(second);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void fragmentationNeverChangesWhatIsShown(String text) {
        byte[] bytes = Utf8.encode(text);
        List<String> bytewise = shownAfterEachByte(bytes);
        for (int cut = 0; cut <= bytes.length; cut++) {
            PartialJson json = new PartialJson();
            json.feed(bytes, 0, cut);
            assertEquals(cut == 0 ? "" : bytewise.get(cut - 1), json.completed().copyUtf8(), "cut at " + cut);
            json.feed(bytes, cut, bytes.length - cut);
            assertEquals(bytewise.get(bytes.length - 1), json.completed().copyUtf8(), "cut at " + cut);
        }
    }

    @Test
    void lookingRarelyShowsTheSame() {
        Random random = new Random(SEED);
        for (String text : texts().toList()) {
            byte[] bytes = Utf8.encode(text);
            List<String> bytewise = shownAfterEachByte(bytes);
            PartialJson json = new PartialJson();
            for (int i = 0; i < bytes.length; i++) {
                json.feed(bytes, i, 1);
                if (random.nextInt(4) == 0) {
                    assertEquals(bytewise.get(i), json.completed().copyUtf8(), "seed " + SEED + ", byte " + i);
                }
            }
        }
    }

    private static List<String> shownAfterEachByte(byte[] bytes) {
        List<String> shown = new ArrayList<>();
        PartialJson json = new PartialJson();
        for (int i = 0; i < bytes.length; i++) {
            json.feed(bytes, i, 1);
            shown.add(json.completed().copyUtf8());
        }
        return shown;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                       | ``",
                "`  `                     | ``",
                "{                        | {}",
                "{\"                      | {}",
                "{\"city                  | {}",
                "{\"city\"                | {}",
                "{\"city\":               | {}",
                "{\"city\":\"             | {\"city\":\"\"}",
                "{\"city\":\"Par          | {\"city\":\"Par\"}",
                "{\"city\":\"Par\\        | {\"city\":\"Par\"}",
                "{\"city\":\"Par\\u00     | {\"city\":\"Par\"}",
                "{\"city\":\"Par\\u00e9   | {\"city\":\"Par\\u00e9\"}",
                "{\"a\":\"\\ud83d         | {\"a\":\"\"}",
                "{\"a\":\"\\ud83d\\       | {\"a\":\"\"}",
                "{\"a\":\"\\ud83d\\n      | {\"a\":\"\\ud83d\\n\"}",
                "{\"a\":1                 | {}",
                "{\"a\":1,                | {\"a\":1}",
                "{\"a\":1,\"b             | {\"a\":1}",
                "{\"a\":tru               | {}",
                "{\"a\":true              | {\"a\":true}",
                "{\"a\":[1,2              | {\"a\":[1]}",
                "{\"a\":[{\"b\":[         | {\"a\":[{\"b\":[]}]}",
                "[-                       | []",
                "[-I                      | []",
                "[-Infinity               | [-Infinity]",
                "12                       | ``",
                "\"a                      | \"a\"",
                "{}{                      | {}",
                "{}{\"v\":\"4             | {\"v\":\"4\"}"
            })
    void danglingPartsAreLeftOut(String text, String expected) {
        PartialJson json = new PartialJson();
        byte[] bytes = Utf8.encode(text);
        json.feed(bytes, 0, bytes.length);
        assertEquals(expected, json.completed().copyUtf8());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":x",
                "{\"a\":\"\\q\"}",
                "{\"a\":\"b\\u00g0\"}",
                "{\"a\":\"line\nbreak\"}",
                "{\"a\" 1}",
                "{a:1}",
                "[1,]",
                "[01]",
                "[1.]",
                "[1e]",
                "[-x]",
                "[-Infinite]",
                "[1 2]",
                "{\"a\":1]",
                "{}[",
                "{\"a\":1}{\"b\":2}",
                "nul1",
                "]"
            })
    void aFaultIsPlacedWhereTheStrictReaderPlacesIt(String text) {
        byte[] bytes = Utf8.encode(text);
        JsonTape strict = new JsonTape();
        strict.parse(bytes, 0, bytes.length);
        PartialJson whole = new PartialJson();
        whole.feed(bytes, 0, bytes.length);

        assertEquals(PartialJson.State.MALFORMED, whole.state());
        assertEquals(strict.errorOffset(), whole.errorOffset());
        assertEquals(
                shownAfterEachByte(bytes).get(bytes.length - 1),
                whole.completed().copyUtf8());
    }

    @Test
    void whatWasShownBeforeAFaultStays() {
        PartialJson json = new PartialJson();
        byte[] bytes = Utf8.encode("{\"a\":\"good\\qbad\"");
        json.feed(bytes, 0, bytes.length);
        assertEquals("{\"a\":\"good\"}", json.completed().copyUtf8());
    }

    @Test
    void nestingIsBoundedAsForTheStrictReader() {
        byte[] deepest = Utf8.encode("[".repeat(JsonTape.MAX_DEPTH));
        PartialJson json = new PartialJson();
        json.feed(deepest, 0, deepest.length);
        assertEquals(PartialJson.State.OPEN, json.state());
        assertEquals(
                "[".repeat(JsonTape.MAX_DEPTH) + "]".repeat(JsonTape.MAX_DEPTH),
                json.completed().copyUtf8());
        json.feed(deepest, 0, 1);
        assertEquals(PartialJson.State.MALFORMED, json.state());
    }

    @ParameterizedTest
    @CsvSource({"9, FULL", "10, COMPLETE", "11, COMPLETE"})
    void theLimitIsTheLastLengthThatIsTaken(int maxBytes, PartialJson.State expected) {
        byte[] bytes = Utf8.encode("{\"a\":true}");
        PartialJson json = new PartialJson(maxBytes);
        for (int i = 0; i < bytes.length; i++) {
            json.feed(bytes, i, 1);
        }
        assertEquals(expected, json.state());
        assertEquals("{\"a\":true}", json.completed().copyUtf8());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"%s\"}", "{\"%s\":1}", "[%s", "[[[[{\"a\":[\"%s\"]}]]]]"})
    void theCostPerByteDoesNotGrowWithTheLength(String frame) {
        String filler = frame.startsWith("[%") ? "123456,{\"k\":[true]}," : "some words \\n";
        double small = workPerByte(frame.replace("%s", fill(filler, 1 << 10)));
        double large = workPerByte(frame.replace("%s", fill(filler, 1 << 20)));
        assertTrue(large <= 2 * small, large + " per byte of 1 MB, " + small + " per byte of 1 KB");
    }

    /** The count above is the parser's own; this is the processor's. */
    @Test
    void theTimePerByteDoesNotGrowWithTheLength() {
        Map<Integer, byte[]> texts = Stream.of(1 << 16, 1 << 20)
                .collect(Collectors.toMap(
                        Function.identity(),
                        size -> Utf8.encode("{\"list\":[" + fill("{\"k\":\"some words \\n\",\"n\":-1.5},", size))));
        double growth = ThreadCost.cpuGrowth(size -> completeAll(texts.get(size)), 1 << 16, 1 << 20);

        assertTrue(growth <= 2 * 16, growth + " times the time for 16 times the text");
    }

    private static String fill(String filler, int length) {
        return filler.repeat(length / filler.length());
    }

    private static double workPerByte(String text) {
        byte[] bytes = Utf8.encode(text);
        return (double) completeAll(bytes).work() / bytes.length;
    }

    private static PartialJson completeAll(byte[] bytes) {
        PartialJson json = new PartialJson();
        for (int at = 0; at < bytes.length; at += 4) {
            json.feed(bytes, at, Math.min(4, bytes.length - at));
            json.completed();
        }
        assertTrue(json.state() != PartialJson.State.MALFORMED);
        return json;
    }

    @Test
    void aResetForgetsEverything() {
        byte[] first = Utf8.encode("{}{\"a\":\"\\ud83d");
        byte[] second = Utf8.encode("[\"b\"]");
        PartialJson json = new PartialJson();
        json.feed(first, 0, first.length);
        json.completed();
        json.reset();
        json.feed(second, 0, second.length);
        assertEquals("[\"b\"]", json.completed().copyUtf8());
        assertEquals(PartialJson.State.COMPLETE, json.state());
    }

    @Test
    void hostileBytesNeverBreakTheView() {
        Random random = new Random(SEED);
        byte[] alphabet = Utf8.encode("{}[]\",:\\u0dD8a1-+.eEtrufalsn NI😀\n");
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(24)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = alphabet[random.nextInt(alphabet.length)];
            }
            assertBounded(bytes, "seed " + SEED + ", round " + round + ": " + Arrays.toString(bytes));
        }
    }

    private static void assertBounded(byte[] bytes, String message) {
        JsonTape tape = new JsonTape();
        PartialJson json = new PartialJson();
        for (int i = 0; i < bytes.length; i++) {
            json.feed(bytes, i, 1);
            assertTrue(json.completed().isEmpty() || tape.parse(json.completed()), message);
        }
        if (tape.parse(bytes, 0, bytes.length) && json.state() != PartialJson.State.COMPLETE) {
            assertEquals(PartialJson.State.OPEN, json.state(), message);
        }
    }

    private static boolean isBeginning(JsonNode part, JsonNode whole) {
        if (part.isNull() && !whole.isNull()) {
            return true;
        }
        if (part.isString() && whole.isString()) {
            return whole.asString().startsWith(part.asString());
        }
        if (part.isObject() && whole.isObject()) {
            return isBeginningOfObject(part, whole);
        }
        if (part.isArray() && whole.isArray()) {
            return isBeginningOfArray(part, whole);
        }
        return part.equals(whole);
    }

    private static boolean isBeginningOfObject(JsonNode part, JsonNode whole) {
        Iterator<Map.Entry<String, JsonNode>> all = whole.properties().iterator();
        int left = part.size();
        for (Map.Entry<String, JsonNode> field : part.properties()) {
            Map.Entry<String, JsonNode> other = all.next();
            left--;
            boolean same = left > 0
                    ? field.getValue().equals(other.getValue())
                    : isBeginning(field.getValue(), other.getValue());
            if (!field.getKey().equals(other.getKey()) || !same) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBeginningOfArray(JsonNode part, JsonNode whole) {
        for (int i = 0; i < part.size(); i++) {
            boolean last = i == part.size() - 1;
            if (last ? !isBeginning(part.get(i), whole.get(i)) : !part.get(i).equals(whole.get(i))) {
                return false;
            }
        }
        return part.size() <= whole.size();
    }
}
