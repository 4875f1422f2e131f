package io.streamgauge.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts arguments together that come as values of paths such as {@code $.recipe.ingredients[0].name}. */
final class JsonPaths {
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[(\\d+)]");

    private JsonPaths() {}

    /** Takes one of Gemini's {@code partialArgs}; a string goes on where a piece of it is there already. */
    static void put(ObjectNode root, JsonNode piece) {
        Matcher step = STEP.matcher(piece.path("jsonPath").asText());
        ContainerNode<?> parent = root;
        String key = "";
        while (step.find()) {
            String next = step.group(1) == null ? step.group(2) : step.group(1);
            if (!key.isEmpty()) {
                parent = descend(parent, key, step.group(1) == null);
            }
            key = next;
        }
        set(parent, key, value(get(parent, key), piece));
    }

    private static JsonNode value(JsonNode before, JsonNode piece) {
        if (piece.has("stringValue")) {
            return TextNode.valueOf(
                    before.asText("") + piece.path("stringValue").asText());
        }
        for (String field : new String[] {"numberValue", "boolValue", "nullValue"}) {
            if (piece.has(field)) {
                return piece.path(field);
            }
        }
        return before;
    }

    private static ContainerNode<?> descend(ContainerNode<?> parent, String key, boolean isList) {
        JsonNode child = get(parent, key);
        if (child instanceof ContainerNode<?> container) {
            return container;
        }
        ContainerNode<?> made = isList ? parent.arrayNode() : parent.objectNode();
        set(parent, key, made);
        return made;
    }

    private static JsonNode get(ContainerNode<?> parent, String key) {
        return parent.isArray() ? parent.path(Integer.parseInt(key)) : parent.path(key);
    }

    private static void set(ContainerNode<?> parent, String key, JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(key, value);
        } else if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(key);
            while (array.size() <= index) {
                array.addNull();
            }
            array.set(index, value);
        }
    }
}
