package io.streamgauge.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object. A field that is absent or null is not stated; one of another type is malformed.
 */
final class Fields {
    /** A field is not what the format says. */
    static final class MalformedField extends Exception {
        private static final long serialVersionUID = 1;

        private final String field;

        MalformedField(String field, String expected) {
            super(expected);
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    /** Makes a value of one element of an array. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Fields fields) throws MalformedField;
    }

    private final JsonNode object;
    private final String path;

    private Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    static Fields of(JsonNode root) throws MalformedField {
        if (!root.isObject()) {
            throw new MalformedField("", "expected a JSON object");
        }
        return new Fields(root, "");
    }

    JsonNode node() {
        return object;
    }

    String requiredText(String name) throws MalformedField {
        return text(name).orElseThrow(() -> new MalformedField(path + name, "expected a text, found nothing"));
    }

    Optional<String> text(String name) throws MalformedField {
        return stated(name, JsonNode::isString, "a text", JsonNode::asString);
    }

    Optional<Boolean> flag(String name) throws MalformedField {
        return stated(name, JsonNode::isBoolean, "true or false", JsonNode::asBoolean);
    }

    OptionalLong count(String name) throws MalformedField {
        Optional<Long> value = stated(name, Fields::isCount, "a number of 0 or more", JsonNode::asLong);
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }

    OptionalInt integer(String name) throws MalformedField {
        Optional<Integer> value = stated(name, JsonNode::canConvertToInt, "an integer", JsonNode::asInt);
        return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
    }

    Optional<JsonNode> any(String name) {
        JsonNode value = object.path(name);
        return isStated(value) ? Optional.of(value) : Optional.empty();
    }

    /** A text or number, as text. */
    Optional<String> word(String name) throws MalformedField {
        return stated(name, node -> node.isString() || node.isNumber(), "a text or number", JsonNode::asString);
    }

    Optional<Fields> object(String name) throws MalformedField {
        return stated(name, JsonNode::isObject, "an object", node -> new Fields(node, path + name + '.'));
    }

    <T> Optional<List<T>> objects(String name, Reader<T> reader) throws MalformedField {
        Optional<JsonNode> array = array(name);
        if (array.isEmpty()) {
            return Optional.empty();
        }
        List<T> values = new ArrayList<>();
        for (JsonNode element : array.get()) {
            String place = path + name + '[' + values.size() + ']';
            if (!element.isObject()) {
                throw new MalformedField(place, "expected an object, found " + kind(element));
            }
            values.add(reader.read(new Fields(element, place + '.')));
        }
        return Optional.of(List.copyOf(values));
    }

    List<String> texts(String name) throws MalformedField {
        List<String> values = new ArrayList<>();
        Optional<JsonNode> array = array(name);
        if (array.isPresent()) {
            for (JsonNode element : array.get()) {
                check(element.isString(), name + '[' + values.size() + ']', "a text", element);
                values.add(element.asString());
            }
        }
        return List.copyOf(values);
    }

    Map<String, String> textMap(String name) throws MalformedField {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<Fields> map = object(name);
        if (map.isPresent()) {
            for (Map.Entry<String, JsonNode> field : map.get().object.properties()) {
                check(field.getValue().isString(), name + '.' + field.getKey(), "a text", field.getValue());
                values.put(field.getKey(), field.getValue().asString());
            }
        }
        return values;
    }

    Optional<JsonNode> array(String name) throws MalformedField {
        return stated(name, JsonNode::isArray, "an array", Function.identity());
    }

    private <T> Optional<T> stated(String name, Predicate<JsonNode> type, String expected, Function<JsonNode, T> value)
            throws MalformedField {
        JsonNode node = object.path(name);
        if (!isStated(node)) {
            return Optional.empty();
        }
        check(type.test(node), name, expected, node);
        return Optional.of(value.apply(node));
    }

    private void check(boolean sound, String name, String expected, JsonNode found) throws MalformedField {
        if (!sound) {
            throw new MalformedField(path + name, "expected " + expected + ", found " + kind(found));
        }
    }

    private static boolean isStated(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static boolean isCount(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && node.asLong() >= 0;
    }

    private static String kind(JsonNode node) {
        String text = node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
