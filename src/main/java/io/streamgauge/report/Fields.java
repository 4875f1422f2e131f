package io.streamgauge.report;

import io.streamgauge.result.NamedDocument;
import io.streamgauge.result.ResultFileException;
import io.streamgauge.result.ResultSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One object of a result document, read field by field.
 *
 * <p>A field that is missing or of the wrong kind ends in a {@link ResultFileException} that names the file and the
 * path of the field, such as {@code run.json: field stages.load.metrics.ttft.count is missing}. Every string comes out
 * {@linkplain VisibleText visible}; numbers that are {@code null} or not finite come out as NaN, "not known".
 */
final class Fields {
    /** How much of a wrong value a complaint shows. */
    private static final int MAX_BRIEF_CHARS = 60;

    private final String file;
    private final String path;
    private final JsonNode node;

    private Fields(String file, String path, JsonNode node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    static Fields of(NamedDocument document) {
        Fields root = new Fields(VisibleText.inline(document.name()), "", document.content());
        if (!document.content().isObject()) {
            throw root.invalid("not an object");
        }
        return root;
    }

    /** Name of the document the fields are read from. */
    String file() {
        return file;
    }

    JsonNode node() {
        return node;
    }

    boolean has(String name) {
        JsonNode value = node.get(name);
        return value != null && !value.isNull();
    }

    Fields object(String name) {
        return new Fields(file, pathOf(name), required(name)).asObject();
    }

    Optional<Fields> maybeObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    /** Each member of an object by its (visible) name, in the document's order. */
    Map<String, Fields> members() {
        Map<String, Fields> members = new LinkedHashMap<>();
        node.properties()
                .forEach(member -> members.put(
                        VisibleText.inline(member.getKey()),
                        new Fields(file, pathOf(VisibleText.inline(member.getKey())), member.getValue())));
        return members;
    }

    /** An array of objects, each turned into a value. */
    <T> List<T> list(String name, Function<Fields, T> element) {
        return elements(name).stream().map(Fields::asObject).map(element).toList();
    }

    <T> List<T> listOrNone(String name, Function<Fields, T> element) {
        return has(name) ? list(name, element) : List.of();
    }

    /** The elements of an array, of any kind. */
    List<Fields> elements(String name) {
        return new Fields(file, pathOf(name), array(name)).elements();
    }

    /** The elements of the array these fields were made of. */
    List<Fields> elements() {
        if (!node.isArray()) {
            throw wrong("", "an array", node);
        }
        List<Fields> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new Fields(file, path + "[" + i + "]", node.get(i)));
        }
        return elements;
    }

    /** These fields, if they were made of an object. */
    Fields asObject() {
        if (!node.isObject()) {
            throw wrong("", "an object", node);
        }
        return this;
    }

    /** The elements of an array, or the one value that stands in its place. */
    List<Fields> flattened(String name) {
        JsonNode value = required(name);
        return value.isArray() ? elements(name) : List.of(new Fields(file, pathOf(name), value));
    }

    boolean isNumber() {
        return node.isNumber();
    }

    boolean isObject() {
        return node.isObject();
    }

    /** One line of visible text. */
    String text(String name) {
        JsonNode value = required(name);
        if (!value.isString()) {
            throw wrong(name, "text", value);
        }
        return VisibleText.inline(value.asString());
    }

    Optional<String> maybeText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** Evidence of any kind as lines of visible text: a string as it is, anything else as indented JSON. */
    String block(String name) {
        return VisibleText.block(asText(required(name)));
    }

    Optional<String> maybeBlock(String name) {
        return has(name) ? Optional.of(block(name)) : Optional.empty();
    }

    /** A value of any kind on one line. */
    String shown(String name) {
        return VisibleText.inline(asText(required(name)));
    }

    /** The value these fields were made of, of any kind, on one line. */
    String shown() {
        return VisibleText.inline(asText(node));
    }

    /** A string of hexadecimal digits as it stands, or nothing. */
    Optional<String> maybeRaw(String name) {
        return has(name) && required(name).isString()
                ? Optional.of(required(name).asString())
                : Optional.empty();
    }

    /** A number; NaN where the document says {@code null} or {@code "NaN"}. */
    double number(String name) {
        return numeric(name, required(name));
    }

    /** As {@link #number}, and NaN where the field is missing. */
    double maybeNumber(String name) {
        return has(name) ? number(name) : Double.NaN;
    }

    /** The value these fields were made of, if it is a number. */
    double asNumber() {
        return numeric("", node);
    }

    /** A number that has to be known, such as a count. */
    long count(String name) {
        return new Fields(file, pathOf(name), required(name)).asCount();
    }

    /** The value these fields were made of, if it is a count. */
    long asCount() {
        double value = asNumber();
        if (!Units.known(value) || value < 0) {
            throw wrong("", "a count", node);
        }
        return Math.round(value);
    }

    /** The value these fields were made of, if it is an array of two numbers. */
    <T> T pair(BiFunction<Double, Double, T> of) {
        if (!node.isArray() || node.size() != 2) {
            throw wrong("", "a pair of numbers", node);
        }
        return of.apply(numeric("[0]", node.get(0)), numeric("[1]", node.get(1)));
    }

    /** These fields, if they are an object with the schema of {@code kind}. */
    Fields checked(ResultSchema kind) {
        if (!asObject().text("schema").equals(kind.id())) {
            throw wrong("schema", kind.id());
        }
        return this;
    }

    boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false", value);
        }
        return value.asBoolean();
    }

    /** A complaint about a field whose value is of the right kind and still makes no sense. */
    ResultFileException wrong(String name, String expected) {
        return wrong(name, expected, required(name));
    }

    /** A complaint about these fields as a whole. */
    ResultFileException invalid(String problem) {
        return ResultFileException.invalid(file, path.isEmpty() ? problem : "field " + path + " is " + problem);
    }

    private double numeric(String name, JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble();
        }
        if (value.isNull() || isNotFinite(value)) {
            return Double.NaN;
        }
        throw wrong(name, "a number", value);
    }

    /** How Java's and other JSON writers put what JSON has no number for. */
    private static boolean isNotFinite(JsonNode value) {
        return value.isString() && value.asString().matches("NaN|[+-]?(INF|Infinity)");
    }

    private static String asText(JsonNode value) {
        return value.isString() ? value.asString() : value.toPrettyString().replace(System.lineSeparator(), "\n");
    }

    private JsonNode array(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw wrong(name, "an array", value);
        }
        return value;
    }

    private JsonNode required(String name) {
        @Nullable JsonNode value = node.get(name);
        if (value == null) {
            throw ResultFileException.invalid(file, "field " + pathOf(name) + " is missing");
        }
        return value;
    }

    private ResultFileException wrong(String name, String expected, JsonNode found) {
        return ResultFileException.invalid(
                file,
                "field %s should be %s and is %s".formatted(pathOf(name), expected, VisibleText.inline(brief(found))));
    }

    private static String brief(JsonNode found) {
        BoundedJson json = BoundedJson.of(found, MAX_BRIEF_CHARS);
        return json.complete() ? json.text() : json.text() + "…";
    }

    private String pathOf(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }
}
