package io.streamgauge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.result.ResultFileException;
import io.streamgauge.result.RunVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A document that lacks something, or holds nonsense, ends in one clear sentence and never in a stack trace. */
class RequiredFieldsTest {
    private static final String ENVELOPE =
            "schema tool environment command seed startedAt durationMillis verdict tool.version tool.commit"
                    + " environment.cpu environment.cores environment.os environment.jdk environment.gc"
                    + " environment.flags environment.load";

    static Stream<Arguments> requiredFields() {
        return Stream.of(
                        fields("run", ENVELOPE + " stages"),
                        fields(
                                "corpus",
                                ENVELOPE + " recordings passed failed known dialects differences dialects[0].api"
                                        + " dialects[0].recordings dialects[0].passed differences[0].recording"
                                        + " differences[0].field differences[0].expected differences[0].actual"
                                        + " differences[0].event differences[0].byteOffset differences[0].fragment"),
                        fields(
                                "conformance",
                                ENVELOPE + " subject totals verdicts cases subject.name subject.version totals.cases"
                                        + " totals.strictPassed totals.strictFailed totals.practicalPassed"
                                        + " totals.practicalFailed cases[0].id cases[0].family cases[0].level"
                                        + " cases[0].verdict"),
                        fields(
                                "bench",
                                ENVELOPE + " rows rows[0].question rows[0].subject rows[0].kind rows[0].input"
                                        + " rows[0].delivery rows[0].mbPerSecond rows[0].eventsPerSecond"
                                        + " rows[0].cpuNanosPerEvent rows[0].bytesPerEvent rows[0].errorPercent"
                                        + " rows[0].ratioToFloor rows[0].ratioToBestPeer rows[0].correct"),
                        fields(
                                "load",
                                ENVELOPE + " metrics rates coalescing accuracy clientCpuMicrosPerEvent errors"
                                        + " metrics.ttft.count metrics.ttft.p50Micros metrics.ttft.p90Micros"
                                        + " metrics.ttft.p99Micros metrics.ttft.p999Micros metrics.ttft.maxMicros"
                                        + " accuracy.stampErrorMicros accuracy.stampErrorMicros.min"
                                        + " accuracy.stampErrorMicros.p50 accuracy.stampErrorMicros.p99"
                                        + " accuracy.stampErrorMicros.p999 accuracy.stampErrorMicros.max"),
                        fields(
                                "gate",
                                ENVELOPE + " base head rows rows[0].row rows[0].metric rows[0].tier"
                                        + " rows[0].changePercent rows[0].lowPercent rows[0].highPercent"
                                        + " rows[0].pairs rows[0].verdict rows[0].reason"))
                .flatMap(fields -> fields);
    }

    private static Stream<Arguments> fields(String document, String paths) {
        return Stream.of(paths.split(" ", -1)).map(path -> Arguments.of(document, path));
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void aMissingFieldIsNamedWithItsFile(String name, String path) {
        ObjectNode document = Samples.named(name);
        remove(document, path);
        for (Consumer<JsonNode> renderer : renderers()) {
            ResultFileException e = assertThrows(ResultFileException.class, () -> renderer.accept(document));
            assertTrue(e.getMessage().startsWith("sample.json: "), e.getMessage());
            assertTrue(e.getMessage().contains("field " + path + " is missing"), e.getMessage());
            assertEquals(1, e.getMessage().lines().count());
            assertEquals(RunVerdict.INVALID, e.verdict());
        }
    }

    @Test
    void aStageInsideARunIsNamedByItsWholePath() {
        ObjectNode run = Samples.run();
        remove(run, "stages.load.metrics.icl.p99Micros");
        ResultFileException e =
                assertThrows(ResultFileException.class, () -> HtmlReport.page(Samples.document("run.json", run)));
        assertEquals("run.json: field stages.load.metrics.icl.p99Micros is missing", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "corpus      | recordings           | \"many\"    | should be a number and is \"many\"",
                "corpus      | passed               | -1          | should be a count and is -1",
                "corpus      | passed               | null        | should be a count and is null",
                "corpus      | dialects             | {}          | should be an array and is {}",
                "corpus      | differences[0]       | 7           | should be an object and is 7",
                "bench       | rows[0].kind         | \"ally\"    | should be one of ours, peer, floor and is \"ally\"",
                "bench       | rows[0].correct      | \"yes\"     | should be true or false and is \"yes\"",
                "bench       | rows[0].subject      | 1           | should be text and is 1",
                "load        | metrics.ttft         | []          | should be an object and is []",
                "load        | histograms.ttft[0]   | [1]         | should be a pair of numbers and is [1]",
                "load        | histograms           | []          | should be an object and is []",
                "conformance | verdicts.OK          | \"x\"       | should be a number and is \"x\"",
                "gate        | verdict              | \"FINE\"    | should be one of PASS, FINDING, COULD_NOT_RUN",
                "gate        | startedAt            | \"Tuesday\" | should be an ISO-8601 instant and is \"Tuesday\"",
                "gate        | environment.flags    | \"-Xmx\"    | should be an array and is \"-Xmx\"",
            })
    void aFieldOfTheWrongKindIsNamedWithWhatItShouldBe(String name, String path, String json, String complaint) {
        ObjectNode document = Samples.named(name);
        replace(document, path, json(json));
        ResultFileException e =
                assertThrows(ResultFileException.class, () -> HtmlReport.page(Samples.document(document)));
        assertTrue(e.getMessage().startsWith("sample.json: field " + path + " " + complaint), e.getMessage());
    }

    /** Each value of each sample in turn is taken away, and then replaced by values of every other kind. */
    @ParameterizedTest
    @ValueSource(strings = {"corpus", "conformance", "bench", "load", "gate"})
    void noDamageEndsInAnythingButAClearComplaint(String name) {
        List<JsonNode> nonsense = List.of(json("null"), json("-1"), json("1e400"), json("\"\\ud800\""), json("[[]]"));
        for (String path : paths(Samples.named(name))) {
            damaged(name, document -> remove(document, path));
            for (JsonNode value : nonsense) {
                damaged(name, document -> replace(document, path, value));
            }
        }
    }

    private static void damaged(String name, Consumer<ObjectNode> damage) {
        ObjectNode document = Samples.named(name);
        damage.accept(document);
        try {
            renderers().get(0).accept(document);
        } catch (ResultFileException complaint) {
            assertTrue(complaint.getMessage().startsWith("sample.json: "), complaint.getMessage());
        }
    }

    @Test
    void oneKindOfResultIsComparedWithItsOwnKindOnly() {
        ResultFileException e = assertThrows(
                ResultFileException.class,
                () -> HtmlReport.page(List.of(
                        Samples.document("a.json", Samples.run()), Samples.document("b.json", Samples.gate()))));
        assertEquals(
                "b.json: schema streamgauge.gate/1 cannot be compared with streamgauge.run/1 of a.json",
                e.getMessage());
    }

    @Test
    void aStageOfAnotherSchemaIsRefused() {
        ObjectNode run = Samples.run();
        replace(run, "stages.load.schema", json("\"streamgauge.bench/1\""));
        ResultFileException e = assertThrows(ResultFileException.class, () -> HtmlReport.page(Samples.document(run)));
        assertEquals(
                "sample.json: field stages.load.schema should be streamgauge.load/1 and is \"streamgauge.bench/1\"",
                e.getMessage());
    }

    private static List<Consumer<JsonNode>> renderers() {
        return List.of(
                content -> HtmlReport.page(Samples.document(content)),
                content -> MarkdownReport.render(Samples.document(content)),
                content -> JUnitReport.render(Samples.document(content)),
                content -> TerminalReport.render(Samples.document(content), false));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    /** Paths of all values but those deep in long arrays, of which the first stands for the rest. */
    private static List<String> paths(JsonNode document) {
        List<String> paths = new ArrayList<>();
        collect(document, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String path, List<String> paths) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                String below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                paths.add(below);
                collect(field.getValue(), below, paths);
            });
        }
        for (int i = 0; node.isArray() && i < Math.min(1, node.size()); i++) {
            paths.add(path + "[" + i + "]");
            collect(node.get(i), path + "[" + i + "]", paths);
        }
    }

    private static void remove(ObjectNode document, String path) {
        JsonNode parent = parent(document, path);
        if (parent instanceof ArrayNode array) {
            array.remove(index(path));
        } else {
            ((ObjectNode) parent).remove(Set.of(last(path)));
        }
    }

    private static void replace(ObjectNode document, String path, JsonNode value) {
        JsonNode parent = parent(document, path);
        if (parent instanceof ArrayNode array) {
            array.set(index(path), value);
        } else {
            ((ObjectNode) parent).set(last(path), value);
        }
    }

    private static JsonNode parent(ObjectNode document, String path) {
        JsonNode at = document;
        String[] steps = path.split("\\.|(?=\\[)", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            at = steps[i].startsWith("[") ? at.get(index(steps[i])) : at.get(steps[i]);
        }
        return at;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static int index(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('[') + 1, path.length() - 1));
    }
}
