package io.streamgauge.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One JSON object of a case file, read member by member.
 *
 * <p>Whatever is missing, of the wrong kind or not asked for by the time {@link #nothingElse} is called ends in a
 * {@link CaseFileException} that names the place: a misspelt member must not be passed over.
 */
final class CaseNode {
    private final String where;
    private final JsonNode object;
    private final Set<String> read = new HashSet<>();

    private CaseNode(String where, JsonNode object) {
        this.where = where;
        this.object = object;
    }

    /** @param where file and line, or whatever tells people where the object stands */
    static CaseNode of(String where, JsonNode node) {
        if (!node.isObject()) {
            throw new CaseFileException(where, "expected an object, got " + shown(node));
        }
        return new CaseNode(where, node);
    }

    /** The same object at a place that is better known by now. */
    CaseNode at(String better) {
        return new CaseNode(better, object);
    }

    String where() {
        return where;
    }

    JsonNode json() {
        return object;
    }

    boolean has(String member) {
        return object.has(member);
    }

    boolean isNull(String member) {
        return required(member).isNull();
    }

    String text(String member) {
        JsonNode value = required(member);
        if (!value.isString()) {
            throw wrong(member, "a string", value);
        }
        return value.asString();
    }

    Optional<String> maybeText(String member) {
        return has(member) ? Optional.of(text(member)) : Optional.empty();
    }

    /** A whole number in the range of an {@code int}. */
    int count(String member) {
        JsonNode value = required(member);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 0) {
            throw wrong(member, "a whole number", value);
        }
        return value.asInt();
    }

    /** A whole number, or {@code null}. */
    OptionalLong longOrNull(String member) {
        JsonNode value = required(member);
        if (value.isNull()) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(member, "a whole number or null", value);
        }
        return OptionalLong.of(value.asLong());
    }

    CaseNode child(String member) {
        return of(where + ", " + member, required(member));
    }

    /** An array of objects. */
    List<CaseNode> children(String member) {
        List<CaseNode> children = new ArrayList<>();
        for (JsonNode element : array(member)) {
            children.add(of(where + ", " + member + "[" + children.size() + "]", element));
        }
        return children;
    }

    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(member)) {
            if (!element.isString()) {
                throw wrong(member, "an array of strings", element);
            }
            texts.add(element.asString());
        }
        return texts;
    }

    /** An array of arrays of whole numbers. */
    List<int[]> numberLists(String member) {
        List<int[]> lists = new ArrayList<>();
        for (JsonNode list : array(member)) {
            if (!list.isArray()) {
                throw wrong(member, "an array of arrays of whole numbers", list);
            }
            int[] numbers = new int[list.size()];
            for (int i = 0; i < numbers.length; i++) {
                if (!list.get(i).canConvertToInt() || !list.get(i).isIntegralNumber()) {
                    throw wrong(member, "an array of arrays of whole numbers", list);
                }
                numbers[i] = list.get(i).asInt();
            }
            lists.add(numbers);
        }
        return lists;
    }

    /** A word out of a fixed vocabulary. */
    <T> T word(String member, Function<String, Optional<T>> vocabulary, String expected) {
        String word = text(member);
        return vocabulary.apply(word).orElseThrow(() -> wrong(member, expected, required(member)));
    }

    void nothingElse() {
        for (String member : object.propertyNames()) {
            if (!read.contains(member)) {
                throw new CaseFileException(where, "member " + member + " is not known here");
            }
        }
    }

    CaseFileException wrong(String member, String expected, JsonNode got) {
        return new CaseFileException(where, "member " + member + ": expected " + expected + ", got " + shown(got));
    }

    private JsonNode array(String member) {
        JsonNode value = required(member);
        if (!value.isArray()) {
            throw wrong(member, "an array", value);
        }
        return value;
    }

    JsonNode required(String member) {
        read.add(member);
        JsonNode value = object.get(member);
        if (value == null) {
            throw new CaseFileException(where, "member " + member + " is missing");
        }
        return value;
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
