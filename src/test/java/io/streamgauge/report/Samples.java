package io.streamgauge.report;

import io.streamgauge.result.NamedDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Result documents made up for tests; every call gives a fresh one to break. */
final class Samples {
    static final String[] STAGES = {"corpus", "conformance", "bench", "load"};

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<String, ObjectNode> READ = new ConcurrentHashMap<>();

    private Samples() {}

    /** All four stages, with findings in corpus and conformance. */
    static ObjectNode run() {
        return read("run.json");
    }

    /** A later run of the same, with those findings gone. */
    static ObjectNode laterRun() {
        return read("run-later.json");
    }

    static ObjectNode gate() {
        return read("gate.json");
    }

    /** One stage of {@link #run} as a document of its own. */
    static ObjectNode stage(String name) {
        return (ObjectNode) run().path("stages").path(name);
    }

    /** A sample by its name: {@code run}, {@code gate} or a stage. */
    static ObjectNode named(String name) {
        return switch (name) {
            case "run" -> run();
            case "gate" -> gate();
            default -> stage(name);
        };
    }

    static NamedDocument document(String name, JsonNode content) {
        return new NamedDocument(name, content);
    }

    static NamedDocument document(JsonNode content) {
        return document("sample.json", content);
    }

    private static ObjectNode read(String name) {
        return READ.computeIfAbsent(name, Samples::parsed).deepCopy();
    }

    private static ObjectNode parsed(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
