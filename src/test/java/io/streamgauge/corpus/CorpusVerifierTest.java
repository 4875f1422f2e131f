package io.streamgauge.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.result.ResultFileException;
import io.streamgauge.result.RunVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class CorpusVerifierTest {
    private static final long SEED = 20260804;
    private static final int NONE = -1;

    @TempDir
    private Path folder;

    private CorpusFolder files() {
        return new CorpusFolder(folder);
    }

    private static CorpusReport verify(CorpusFolder files, KnownFailures known) {
        return new CorpusVerifier(known, Fragments.standard(SEED)).verify(files.read(), stem -> {});
    }

    private static CorpusReport verify(CorpusFolder files) {
        return verify(files, KnownFailures.none());
    }

    @Test
    void whatWasWrittenPasses() {
        List<String> told = new ArrayList<>();
        Corpus corpus = files().add("a/one").add("b/two").read();
        CorpusReport report =
                new CorpusVerifier(KnownFailures.none(), Fragments.standard(SEED)).verify(corpus, told::add);

        assertEquals(RunVerdict.PASS, report.verdict());
        assertEquals(2, report.passed());
        assertEquals(List.of(new CorpusReport.DialectFigures("openai-chat", 2, 2)), report.dialects());
        assertEquals(List.of("whole", "1", "7", "1448", "random, seed " + SEED), report.fragments());
        assertEquals(List.of("a/one", "b/two"), told);
    }

    static Stream<Arguments> wrongExpectations() {
        return Stream.of(
                wrong("text", 1, root -> root.put("text", "Grüße aus Kiel")),
                wrong("text", NONE, root -> root.put("text", "Grüße aus Köln!")),
                wrong("text", 0, root -> root.put("text", "Gruß")),
                wrong("reasoning", NONE, root -> root.put("reasoning", "hm")),
                wrong("refusal", NONE, root -> root.put("refusal", "no")),
                wrong("finish_reason", 5, root -> root.put("finish_reason", "stop")),
                wrong("tool_calls", NONE, root -> root.withArray("tool_calls").addObject()),
                wrong("tool_calls", 2, root -> root.putArray("tool_calls")),
                wrong("tool_calls[0].id", 2, root -> call(root, 0).put("id", "t9")),
                wrong("tool_calls[1].name", 4, root -> call(root, 1).put("name", "h")),
                wrong(
                        "tool_calls[0].arguments",
                        3,
                        root -> call(root, 0).putObject("arguments").put("x", 2)),
                wrong("tool_calls[0].arguments_raw", 3, root -> call(root, 0).put("arguments_raw", "{\"x\": 1.5}")),
                wrong(
                        "tool_calls[1].arguments",
                        NONE,
                        root -> call(root, 1).putObject("arguments").put("y", 1)),
                wrong(
                        "server_tool_calls",
                        NONE,
                        root -> root.putArray("server_tool_calls").addObject()),
                wrong("usage.input", 5, root -> root.withObject("usage").put("input", 6)),
                wrong("usage.output", 5, root -> root.withObject("usage").put("output", 6)),
                wrong("usage.total", 5, root -> root.withObject("usage").put("total", 6)),
                wrong("usage.cache_read", NONE, root -> root.withObject("usage").put("cached", 6)),
                wrong(
                        "usage.cache_write",
                        NONE,
                        root -> root.withObject("usage").put("cache_write", 6)),
                wrong("usage.reasoning", NONE, root -> root.withObject("usage").put("reasoning", 6)),
                wrong("error", NONE, root -> root.putObject("error").put("message", "no")),
                wrong(
                        "choices[0].text",
                        1,
                        root -> root.putArray("choices").addObject().put("text", "Grüße an")),
                wrong("event_count", NONE, root -> root.put("event_count", 8)),
                wrong("comment_lines", NONE, root -> root.put("comment_lines", 0)),
                wrong("has_done_sentinel", NONE, root -> root.put("has_done_sentinel", false)),
                wrong("undispatched_tail_event", NONE, root -> root.put("undispatched_tail_event", true)),
                wrong("unparsable_data", NONE, root -> root.put("unparsable_data", 1)));
    }

    private static Arguments wrong(String field, int event, Consumer<ObjectNode> change) {
        return Arguments.of(field, event, change);
    }

    private static ObjectNode call(ObjectNode root, int index) {
        return (ObjectNode) root.withArray("tool_calls").get(index);
    }

    @ParameterizedTest
    @MethodSource("wrongExpectations")
    void everyFieldCanFailAndIsPlacedAtTheEventThatDeparts(String field, int event, Consumer<ObjectNode> change)
            throws IOException {
        CorpusReport report = verify(files().add("one").edit("one.expected.json", change));

        assertEquals(1, report.differences().size(), report.differences().toString());
        Difference difference = report.differences().get(0);
        int place = event == NONE ? CorpusFolder.EVENTS.size() : event;
        assertEquals("one", difference.recording());
        assertEquals(field, difference.field());
        assertEquals(place, difference.event());
        assertEquals(CorpusFolder.offsetOf(CorpusFolder.EVENTS, place), difference.byteOffset());
        assertEquals("whole", difference.fragment());
        assertEquals(RunVerdict.FINDING, report.verdict());
        assertEquals(1, report.failed());
    }

    static Stream<Arguments> statedOtherwise() {
        return Stream.of(
                wrong(
                        "spelling of numbers",
                        0,
                        root -> call(root, 0).putObject("arguments").put("x", 1.5)),
                wrong(
                        "nulls",
                        0,
                        root -> List.copyOf(root.propertyNames()).stream()
                                .filter(name -> !name.equals("api"))
                                .forEach(root::putNull)),
                wrong("nothing", 0, root -> root.retain("api")));
    }

    @ParameterizedTest
    @MethodSource("statedOtherwise")
    void whatIsNotStatedOrMeansTheSamePasses(String what, int event, Consumer<ObjectNode> change) throws IOException {
        CorpusReport report = verify(files().add("one").edit("one.expected.json", change));
        assertEquals(List.of(), report.differences(), what + event);
    }

    @Test
    void longTextsAreShownWhereTheyPart() throws IOException {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            events.add("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word%03d \"}}]}".formatted(i));
        }
        CorpusFolder files = files().add("one", CorpusFolder.sse(events));
        files.edit(
                "one.expected.json",
                root -> root.put("text", root.path("text").asString().replace("word321", "work321")));
        Difference difference = verify(files).differences().get(0);

        assertEquals(321, difference.event());
        assertEquals(CorpusFolder.offsetOf(events, 321), difference.byteOffset());
        assertTrue(difference.expected().contains("word320 work321"), difference.expected());
        assertTrue(difference.actual().contains("word320 word321"), difference.actual());
        assertTrue(difference.actual().length() < 200, difference.actual());
    }

    @Test
    void anErrorThatIsNotExpectedIsADifference() throws IOException {
        List<String> events = List.of(CorpusFolder.EVENTS.get(0), "{\"error\":{\"message\":\"overloaded\"}}");
        CorpusFolder files = files().add("one", CorpusFolder.sse(events));
        assertEquals(List.of(), verify(files).differences());

        files.edit("one.expected.json", root -> root.putNull("error"));
        Difference difference = verify(files).differences().get(0);
        assertEquals("error", difference.field());
        assertEquals(1, difference.event());
    }

    @Test
    void noReasoningMayBeSaidByAReaderThatDoesNotLookIntoDetails() throws IOException {
        String details = "{\"choices\":[{\"index\":0,\"delta\":{\"reasoning_details\":[{\"text\":\"hm\"}]}}]}";
        CorpusFolder files = files().add("one", CorpusFolder.sse(List.of(details)));
        files.edit("one.expected.json", root -> root.put("reasoning", ""));
        assertEquals(List.of(), verify(files).differences());

        files.edit("one.expected.json", root -> root.put("reasoning", "ha"));
        assertEquals("reasoning", verify(files).differences().get(0).field());
    }

    @Test
    void moreChoicesThanExpectedAreADifference() throws IOException {
        List<String> events =
                List.of(CorpusFolder.EVENTS.get(0), "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"b\"}}]}");
        CorpusFolder files = files().add("one", CorpusFolder.sse(events));
        assertEquals(List.of(), verify(files).differences());

        files.edit("one.expected.json", root -> root.putArray("choices"));
        assertEquals("choices", verify(files).differences().get(0).field());
    }

    @Test
    void aBodyThatIsNotTheRecordedOneIsAProblemAndNotEvidence() throws IOException {
        CorpusFolder files = files().add("one").add("two");
        byte[] body = Files.readAllBytes(folder.resolve("one.sse"));
        body[body.length - 20] ^= 1;
        Files.write(folder.resolve("one.sse"), body);
        CorpusReport report = verify(files);

        assertEquals("sha256", report.problems().get(0).field());
        assertEquals(1, report.passed());
        assertEquals(1, report.failed());
        assertEquals(RunVerdict.INVALID, report.verdict());
    }

    @Test
    void aRecordingWithoutExpectationFails() throws IOException {
        CorpusReport report = verify(files().add("one").add("two").delete("two.expected.json"));
        assertEquals(1, report.failed());
        assertEquals(RunVerdict.INVALID, report.verdict());
    }

    @Test
    void anEmptyCorpusIsNoSuccess() {
        assertEquals(RunVerdict.INVALID, verify(files()).verdict());
    }

    @Test
    void aBodyThatBreaksOffIsDecodedAsFarAsItGoes() {
        byte[] whole = CorpusFolder.sse(CorpusFolder.EVENTS);
        for (int length = 0; length < whole.length; length += 13) {
            byte[] body = Arrays.copyOf(whole, length);
            CorpusReport report = verify(files().add("cut", body));
            assertEquals(List.of(), report.differences(), "cut at " + length);
            assertEquals(1, report.passed());
        }
    }

    @Test
    void departuresAreListedWithTheirPlace() {
        byte[] body = CorpusFolder.sse(CorpusFolder.EVENTS);
        int bad = new String(body, StandardCharsets.ISO_8859_1).indexOf("aus K") + 5;
        body[bad] = 'x';
        body[bad + 1] = (byte) 0xFF;
        CorpusReport report = verify(files().add("one", body));

        CorpusReport.Departure departure = report.departures().get(0);
        assertEquals(1, departure.event());
        assertEquals("bytes are not UTF-8", departure.deviation());
        assertEquals(1, departure.count());
        assertTrue(departure.byteOffset() >= CorpusFolder.offsetOf(CorpusFolder.EVENTS, 1));
        assertEquals(RunVerdict.PASS, report.verdict());
    }

    @Test
    void knownFailuresFailNobodyAndUnusedOnesDo() throws IOException {
        CorpusFolder files = files().add("one")
                .edit("one.expected.json", root -> root.put("text", "other").put("event_count", 1));
        KnownFailures.Entry text = entry("one", Optional.of("text"));
        KnownFailures.Entry all = entry("one", Optional.empty());
        KnownFailures.Entry gone = entry("two", Optional.empty());

        CorpusReport partly = verify(files, KnownFailures.of(List.of(text)));
        assertEquals(
                List.of("event_count"),
                partly.differences().stream().map(Difference::field).toList());
        assertEquals(1, partly.failed());

        CorpusReport wholly = verify(files, KnownFailures.of(List.of(all)));
        assertEquals(RunVerdict.PASS, wholly.verdict());
        assertEquals(1, wholly.known());
        assertEquals(List.of(all), wholly.knownFailures());

        CorpusReport stale = verify(files, KnownFailures.of(List.of(all, gone)));
        assertEquals(RunVerdict.FINDING, stale.verdict());
        assertEquals(List.of(gone), stale.unusedKnownFailures());
    }

    private static KnownFailures.Entry entry(String id, Optional<String> field) {
        return new KnownFailures.Entry(id, field, "because", "2026-08-01");
    }

    @Test
    void knownFailuresAreReadFromAFile() throws IOException {
        files().put("known.json", """
                {"known": [{"id": "a/b", "field": "text", "reason": "why", "date": "2026-08-01"}]}""");
        assertEquals(
                List.of(new KnownFailures.Entry("a/b", Optional.of("text"), "why", "2026-08-01")),
                KnownFailures.read(folder.resolve("known.json")).unused());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"known\":[{\"id\":\"a\",\"reason\":\"b\"}]}",
                "{\"known\":[{\"id\":\"a\",\"date\":\"2026-08-01\"}]}",
                "{\"known\":[{\"id\":\"a\",\"reason\":\"b\",\"date\":\"soon\"}]}"
            })
    void aKnownFailureNeedsIdReasonAndDate(String content) throws IOException {
        files().put("known.json", content);
        assertThrows(ResultFileException.class, () -> KnownFailures.read(folder.resolve("known.json")));
    }
}
