package io.streamgauge.record;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the first document of a YAML file into a tree: mappings, lists, texts, binary scalars and nulls. Tags other
 * than that for binary say nothing here; nothing is made of them.
 *
 * <p>Files come from strangers: an alias is a reference to what its anchor made and never a copy, so that a few lines
 * cannot become a billion; it cannot stand within its own anchor; depth and length are bounded. Used once.
 */
final class YamlTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ImportLimits limits;
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, JsonNode> anchors = new HashMap<>();
    private @Nullable JsonNode root;

    /** A collection whose end has not come. */
    private static final class Open {
        private final JsonNode node;
        private final @Nullable Anchor anchor;
        private @Nullable String key;

        Open(JsonNode node, @Nullable Anchor anchor) {
            this.node = node;
            this.anchor = anchor;
        }
    }

    YamlTree(ImportLimits limits) {
        this.limits = limits;
    }

    /** The tree; a missing node for an empty file. */
    JsonNode read(String text) throws ImportException {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(limits.maxCassetteBytes())
                .setUseMarks(true)
                .build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                take(event);
                if (event.getEventId() == Event.ID.DocumentEnd) {
                    break;
                }
            }
        } catch (MarkedYamlEngineException e) {
            throw new ImportException(0, "not YAML: " + e.getProblem() + where(e));
        } catch (YamlEngineException e) {
            throw new ImportException(0, "not YAML");
        }
        return root == null ? NODES.missingNode() : root;
    }

    private static String where(MarkedYamlEngineException e) {
        return e.getProblemMark()
                .map(mark -> " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                .orElse("");
    }

    private void take(Event event) throws ImportException {
        switch (event.getEventId()) {
            case MappingStart -> begin((CollectionStartEvent) event, NODES.objectNode());
            case SequenceStart -> begin((CollectionStartEvent) event, NODES.arrayNode());
            case MappingEnd, SequenceEnd -> end();
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            default -> {}
        }
    }

    private void begin(CollectionStartEvent event, JsonNode node) throws ImportException {
        if (open.size() == limits.maxDepth()) {
            throw problem(event, "nested deeper than " + limits.maxDepth());
        }
        requireNoKey(event);
        open.push(new Open(node, event.getAnchor().orElse(null)));
    }

    /** Keys of mappings are texts; anything else has no place in a cassette. */
    private void requireNoKey(NodeEvent event) throws ImportException {
        Open parent = open.peek();
        if (parent != null && parent.node.isObject() && parent.key == null) {
            throw problem(event, "a key that is no text");
        }
    }

    private void end() {
        Open ended = open.pop();
        if (ended.anchor != null) {
            anchors.put(ended.anchor, ended.node);
        }
        add(ended.node);
    }

    private void scalar(ScalarEvent event) throws ImportException {
        Open parent = open.peek();
        if (parent != null && parent.node.isObject() && parent.key == null) {
            parent.key = event.getValue();
            return;
        }
        JsonNode node = value(event);
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        add(node);
    }

    private JsonNode value(ScalarEvent event) throws ImportException {
        String tag = event.getTag().orElse("");
        if (tag.equals("!binary") || tag.equals("tag:yaml.org,2002:binary")) {
            return binary(event);
        }
        boolean isNull = event.getScalarStyle() == ScalarStyle.PLAIN
                && (event.getValue().isEmpty()
                        || event.getValue().equals("~")
                        || event.getValue().equals("null"));
        return isNull ? NODES.nullNode() : NODES.stringNode(event.getValue());
    }

    private static JsonNode binary(ScalarEvent event) throws ImportException {
        try {
            return BinaryNode.valueOf(WrappedBase64.decode(event.getValue()));
        } catch (IllegalArgumentException e) {
            throw problem(event, "a binary that is not base64");
        }
    }

    private void alias(AliasEvent event) throws ImportException {
        requireNoKey(event);
        JsonNode target = anchors.get(event.getAlias());
        if (target == null) {
            throw problem(event, "an alias of nothing that stands before it as a whole");
        }
        add(target);
    }

    private void add(JsonNode node) {
        Open parent = open.peek();
        if (parent == null) {
            root = node;
        } else if (parent.node instanceof ObjectNode object && parent.key != null) {
            object.set(parent.key, node);
            parent.key = null;
        } else if (parent.node instanceof ArrayNode array) {
            array.add(node);
        }
    }

    private static ImportException problem(Event event, String problem) {
        String where = event.getStartMark()
                .map(mark -> " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                .orElse("");
        return new ImportException(0, problem + where);
    }
}
