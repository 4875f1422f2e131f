package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.bytes.JsonTape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class StreamedArgumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long SEED = 20260817;
    private static final String[] NAMES = {"a", "b c", "d.e", "f[0]", "\"", "é", "\\", "10"};
    private static final String[] WORDS = {
        "", "x", "two words", "\"quoted\"", "line\nend", "\uD83D\uDE00", "\\", "\u0001"
    };

    private final StreamedArguments arguments = new StreamedArguments();
    private final JsonTape tape = new JsonTape();

    private String add(String pieces) {
        byte[] bytes = pieces.getBytes(StandardCharsets.UTF_8);
        assertTrue(tape.parse(bytes, 0, bytes.length), pieces);
        return arguments.add(tape, tape.root()).copyUtf8();
    }

    @Test
    void fragmentsOfAnyArgumentsInOrderMakeTheirText() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            JsonNode value = object(random, 0);
            List<ObjectNode> pieces = new ArrayList<>();
            flatten("$", value, random, pieces);
            arguments.begin();
            StringBuilder text = new StringBuilder();
            for (ObjectNode piece : pieces) {
                text.append(add("[" + piece + "]"));
            }
            assertFalse(arguments.isOutOfOrder(), () -> "out of order: " + pieces);
            text.append(arguments.end().copyUtf8());
            assertEquals(value, JSON.readTree(text.toString()), () -> "from " + pieces + ", seed " + SEED);
        }
    }

    @Test
    void theWholeTextIsRightInAnyOrder() {
        Random random = new Random(SEED);
        for (int round = 0; round < 500; round++) {
            JsonNode value = object(random, 0);
            List<ObjectNode> pieces = new ArrayList<>();
            flatten(
                    "$",
                    value,
                    new Random(0) {
                        @Override
                        public int nextInt(int bound) {
                            return 0;
                        }
                    },
                    pieces);
            Collections.shuffle(pieces, random);
            arguments.begin();
            StringBuilder text = new StringBuilder();
            for (ObjectNode piece : pieces) {
                text.append(add("[" + piece + "]"));
            }
            String end = arguments.end().copyUtf8();
            String whole = arguments.isOutOfOrder() ? end : text + end;
            assertEquals(value, JSON.readTree(whole), () -> "from " + pieces + ", seed " + SEED);
        }
    }

    private static JsonNode object(Random random, int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
            object.set(NAMES[random.nextInt(NAMES.length)], value(random, depth + 1));
        }
        return object;
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 6)) {
            case 0 -> NODES.numberNode(random.nextInt(1000));
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.nullNode();
            case 3 -> NODES.stringNode(WORDS[random.nextInt(WORDS.length)]);
            case 4 -> object(random, depth);
            default -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = random.nextInt(12); i >= 0; i--) {
                    array.add(value(random, depth + 1));
                }
                yield array;
            }
        };
    }

    /** The pieces that make a value, strings cut at random. */
    private static void flatten(String path, JsonNode value, Random random, List<ObjectNode> pieces) {
        if (value.isObject()) {
            value.propertyStream()
                    .forEach(member -> flatten(path + step(member.getKey()), member.getValue(), random, pieces));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                flatten(path + "[" + i + "]", value.get(i), random, pieces);
            }
        } else if (value.isString()) {
            String text = value.stringValue();
            int cut = text.isEmpty() || Character.isSurrogate(text.charAt(0)) ? 0 : random.nextInt(text.length() + 1);
            if (cut > 0) {
                pieces.add(piece(path, "stringValue", NODES.stringNode(text.substring(0, cut)))
                        .put("willContinue", true));
            }
            pieces.add(piece(path, "stringValue", NODES.stringNode(text.substring(cut))));
        } else {
            String field = value.isNumber() ? "numberValue" : value.isBoolean() ? "boolValue" : "nullValue";
            pieces.add(piece(path, field, value));
        }
    }

    private static ObjectNode piece(String path, String field, JsonNode value) {
        ObjectNode piece = NODES.objectNode();
        piece.put("jsonPath", path);
        piece.set(field, value);
        return piece;
    }

    private static String step(String name) {
        boolean isPlain = name.chars().allMatch(c -> Character.isLetterOrDigit(c));
        return isPlain ? "." + name : name.contains("\"") ? "['" + name + "']" : "[\"" + name + "\"]";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$             | {'':1}",
                "a             | {'a':1}",
                "$.a..b        | {'a':{'':{'b':1}}}",
                "$.a[          | {'a':{'':1}}",
                "$.a[x]        | {'a':{'x':1}}",
                "$['a'         | {'a':1}",
                "$[\"a]b\"].c  | {'a]b':{'c':1}}",
                "$.a[00]       | {'a':[1]}"
            })
    void oddPathsLeadSomewhere(String path, String expected) {
        arguments.begin();
        String text = add("[{\"jsonPath\":" + NODES.stringNode(path) + ",\"numberValue\":1}]");
        String end = arguments.end().copyUtf8();

        String made = arguments.isOutOfOrder() ? end : text + end;
        assertEquals(path.equals("$") ? "1" : expected.replace('\'', '"'), made);
    }

    @Test
    void piecesWithoutAValueSayNothing() {
        arguments.begin();

        assertEquals("", add("[{\"jsonPath\":\"$.a\"},{}]"));
        assertEquals("", arguments.end().copyUtf8());
    }

    @Test
    void illFormedBytesAreReplaced() {
        arguments.begin();
        byte[] bytes = "[{\"jsonPath\":\"$.a\",\"stringValue\":\"x?\"}]".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xFF;
        assertTrue(tape.parse(bytes, 0, bytes.length));

        assertEquals("{\"a\":\"x\uFFFD", arguments.add(tape, tape.root()).copyUtf8());
    }

    @Test
    void whatGrowsBeyondTheBoundIsDropped() {
        arguments.begin();
        for (int i = 0; i < StreamedArguments.MAX_PLACES; i++) {
            assertFalse(arguments.isFull());
            add("[{\"jsonPath\":\"$.a" + i + "\",\"numberValue\":1}]");
        }

        assertTrue(arguments.isFull());
        assertEquals("", add("[{\"jsonPath\":\"$.b\",\"numberValue\":1}]"));
    }
}
