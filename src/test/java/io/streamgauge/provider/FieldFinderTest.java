package io.streamgauge.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.bytes.JsonTape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldFinderTest {
    private static final List<String> NAMES = List.of("a", "b", "role", "rats", "tide", "content", "é");
    private static final FieldTable TABLE = new FieldTable(NAMES.toArray(String[]::new));

    private final JsonTape json = new JsonTape();

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyNameIsFoundAmongOthers(String name) {
        FieldFinder finder = new FieldFinder(TABLE);

        read(finder, "{\"x\":[1],\"\":2,\"" + name + "\":7,\"longer than all of them\":{\"a\":8}}");

        for (String other : NAMES) {
            assertEquals(other.equals(name) ? 7 : -1, json.longValue(node(finder, other), -1), other);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rode", "rxxe", "tixe", "contenT", "c", "aa", "", "é ", "\\u0061b"})
    void aNameThatOnlyLooksAlikeIsNotFound(String name) {
        FieldFinder finder = new FieldFinder(TABLE);

        read(finder, "{\"" + name + "\":7}");

        for (String other : NAMES) {
            assertEquals(JsonTape.MISSING, node(finder, other), other);
        }
    }

    @Test
    void anEscapedNameIsTheSameName() {
        FieldFinder finder = new FieldFinder(TABLE);

        read(finder, "{\"\\u0063onten\\u0074\":7}");

        assertEquals(7, json.longValue(node(finder, "content"), -1));
    }

    @Test
    void ofSeveralFieldsWithOneNameTheLastCounts() {
        FieldFinder finder = new FieldFinder(TABLE);

        read(finder, "{\"a\":1,\"b\":2,\"a\":3}");

        assertEquals(3, json.longValue(node(finder, "a"), -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[\"a\",7]", "\"a\"", "null", "7"})
    void whatHasNoFieldsForgetsThoseOfTheObjectBefore(String next) {
        FieldFinder finder = new FieldFinder(TABLE);
        read(finder, "{\"a\":1}");

        read(finder, next);

        assertEquals(JsonTape.MISSING, node(finder, "a"));
    }

    @Test
    void namesThatNoPlaceTellsApartAreRefused() {
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> new FieldTable("role", "rule"));

        assertTrue(refused.getMessage().contains("[role, rule]"), refused.getMessage());
    }

    @Test
    void aNumberCanOnlyBeHadForAName() {
        assertThrows(IllegalArgumentException.class, () -> TABLE.number("contnt"));
    }

    private static int node(FieldFinder finder, String name) {
        return finder.node(TABLE.number(name));
    }

    private void read(FieldFinder finder, String text) {
        byte[] bytes = Cuts.bytes(text);
        assertTrue(json.parse(bytes, 0, bytes.length), text);
        finder.read(json, json.root());
    }
}
