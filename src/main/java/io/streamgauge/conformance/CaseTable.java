package io.streamgauge.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Expands a table to cases in the form of the files that are written one by one, so that both are read by the same
 * code. The three kinds of table are explained in the README of the case files.
 */
final class CaseTable {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> COMMON = List.of("id", "level", "spec", "title", "why", "tags", "since");

    private final CaseNode table;
    private final List<CaseNode> cases = new ArrayList<>();

    private CaseTable(CaseNode table) {
        this.table = table;
    }

    static List<CaseNode> expand(CaseNode table) {
        CaseTable expansion = new CaseTable(table);
        if (table.has("rows")) {
            expansion.rowsInPositions();
        } else if (table.has("terminators")) {
            expansion.terminators();
        } else {
            expansion.forms();
        }
        if (expansion.cases.size() != table.count("count")) {
            throw new CaseFileException(
                    table.where(),
                    "expands to " + expansion.cases.size() + " cases, it promises " + table.count("count"));
        }
        return expansion.cases;
    }

    private void rowsInPositions() {
        for (CaseNode row : table.children("rows")) {
            for (CaseNode position : table.children("positions")) {
                Map<String, String> values = strings(row);
                values.putAll(strings(position));
                ArrayNode input = NODES.arrayNode()
                        .add(part("text", position.text("before")))
                        .add(part("hex", row.text("hex")))
                        .add(part("text", position.text("after")));
                add(values, input, position.required("expect"), position);
            }
        }
    }

    private void terminators() {
        List<CaseNode> ends = table.children("terminators");
        for (CaseNode first : ends) {
            for (CaseNode second : ends) {
                for (CaseNode third : ends) {
                    terminators(List.of(first, second, third));
                }
            }
        }
    }

    private void terminators(List<CaseNode> chosen) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < chosen.size(); i++) {
            names.put(String.valueOf(i + 1), chosen.get(i).text("terminator"));
            texts.put(String.valueOf(i + 1), chosen.get(i).text("text"));
        }
        CaseNode outcome = table.children("outcomes").stream()
                .filter(candidate -> names.entrySet()
                        .containsAll(strings(candidate.child("when")).entrySet()))
                .findFirst()
                .orElseThrow(() -> new CaseFileException(table.where(), "no outcome for " + names));
        ArrayNode input = NODES.arrayNode().add(part("text", filled(table.text("input"), texts)));
        add(names, input, outcome.required("expect"), outcome);
    }

    private void forms() {
        for (CaseNode field : table.children("fields")) {
            for (CaseNode form : table.children("forms")) {
                Map<String, String> values = strings(field);
                values.putAll(strings(form));
                String line = filled(form.text("line"), values);
                ArrayNode input =
                        NODES.arrayNode().add(part("text", field.text("before") + line + field.text("after")));
                add(values, input, field.required(form.text("outcome")), field);
            }
        }
    }

    private void add(Map<String, String> values, ArrayNode input, JsonNode expect, CaseNode special) {
        ObjectNode one = NODES.objectNode();
        COMMON.forEach(member -> one.set(member, filled(table.required(member), values)));
        if (special.has("needs")) {
            one.set("needs", special.required("needs"));
        }
        one.set("input", input);
        one.set("expect", filled(expect, values));
        cases.add(CaseNode.of(table.where(), one));
    }

    private static ObjectNode part(String kind, String value) {
        return NODES.objectNode().put(kind, value);
    }

    /** The members that are strings. */
    private static Map<String, String> strings(CaseNode node) {
        Map<String, String> strings = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : node.json().properties()) {
            if (member.getValue().isString()) {
                strings.put(member.getKey(), member.getValue().asString());
            }
        }
        return strings;
    }

    private static JsonNode filled(JsonNode node, Map<String, String> values) {
        if (node.isString()) {
            return NODES.stringNode(filled(node.asString(), values));
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            node.forEach(element -> array.add(filled(element, values)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            node.properties().forEach(member -> object.set(member.getKey(), filled(member.getValue(), values)));
            return object;
        }
        return node;
    }

    private static String filled(String template, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = template.indexOf('}', at);
            String name = open < 0 || close < open ? "" : template.substring(open + 1, close);
            if (!values.containsKey(name)) {
                break;
            }
            filled.append(template, at, open).append(values.get(name));
            at = close + 1;
        }
        return filled.append(template.substring(at)).toString();
    }
}
