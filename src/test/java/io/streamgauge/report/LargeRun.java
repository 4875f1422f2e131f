package io.streamgauge.report;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A run as large as a real one: 1300 cases with 30 failures, 8 tasks of 12 subjects, curves of 120 points. */
final class LargeRun {
    static final int CASES = 1_300;
    static final int FAILURES = 30;

    private LargeRun() {}

    static ObjectNode document() {
        ObjectNode run = Samples.run();
        cases((ObjectNode) run.path("stages").path("conformance"));
        rows((ObjectNode) run.path("stages").path("bench"));
        curves((ObjectNode) run.path("stages").path("load"));
        return run;
    }

    private static void cases(ObjectNode conformance) {
        ObjectNode failed = (ObjectNode) conformance.path("cases").get(8);
        ArrayNode cases = conformance.putArray("cases");
        for (int i = 0; i < CASES; i++) {
            ObjectNode one = i % (CASES / FAILURES) == 0 ? failed.deepCopy() : passed();
            one.put("id", "SSE-FAM%02d-%03d".formatted(i / 60, i));
            one.put("family", "Family number " + i / 60);
            cases.add(one);
        }
    }

    private static ObjectNode passed() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("level", "must")
                .put("verdict", "OK")
                .put("title", "a title that says in some fifty characters what is due");
    }

    private static void rows(ObjectNode bench) {
        ObjectNode row = (ObjectNode) bench.path("rows").get(2);
        ArrayNode rows = bench.putArray("rows");
        for (int i = 0; i < 8 * 12; i++) {
            ObjectNode one = row.deepCopy();
            one.put("question", "How fast do bytes become events, number " + i / 24 + "?");
            one.put("input", i / 12 % 2 == 0 ? "openai-chat" : "anthropic-messages");
            one.put("subject", "subject-number-" + i % 12 + " 1.0.0");
            one.put("kind", i % 12 == 0 ? "floor" : i % 12 == 1 ? "ours" : "peer");
            one.put("cpuNanosPerEvent", 20 + 97.3 * (i % 12));
            rows.add(one);
        }
    }

    private static void curves(ObjectNode load) {
        ObjectNode histograms = (ObjectNode) load.path("histograms");
        for (String name : histograms.propertyNames()) {
            ArrayNode points = histograms.putArray(name);
            for (int i = 0; i < 120; i++) {
                points.addArray().add(100 * (1 - Math.pow(10, -i / 24.0))).add(20_000 + i * i);
            }
        }
    }
}
