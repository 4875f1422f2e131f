package io.streamgauge.report;

import static io.streamgauge.report.Golden.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.result.RunVerdict;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.node.ObjectNode;

/** The reports that are text: for the terminal, for comments, for CI. */
class TextReportsTest {
    @TempDir
    Path folder;

    @Test
    void theTerminalSeesWhatItSaw() {
        assertGolden("run.txt", TerminalReport.render(Samples.run(), false));
    }

    @Test
    void aComparisonOnTheTerminalIsAsItWas() {
        assertGolden(
                "compare.txt",
                TerminalReport.compare(
                        List.of(
                                Samples.document("run.json", Samples.run()),
                                Samples.document("later.json", Samples.laterRun())),
                        false));
    }

    @Test
    void markdownIsAsItWas() {
        assertGolden("run.md", MarkdownReport.render(Samples.run()));
    }

    @Test
    void jUnitXmlIsAsItWas() {
        assertGolden("run.xml", JUnitReport.render(Samples.run()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "corpus", "conformance", "bench", "load", "gate"})
    void columnsOfEveryTableAreAligned(String name) {
        String shown = TerminalReport.render(Samples.document(Samples.named(name)), false);
        assertFalse(shown.contains("\u001b") || shown.contains("\r"));
        assertTrue(shown.lines().mapToInt(TextWidth::of).max().orElse(0) <= 160);
    }

    @Test
    void colourOnlyAddsColour() {
        String plain = TerminalReport.render(Samples.run(), false);
        String coloured = TerminalReport.render(Samples.run(), true);
        assertTrue(coloured.contains("\u001b[31m✗ finding\u001b[0m"));
        assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9]+m", ""));
    }

    @ParameterizedTest
    @CsvSource({"FINDING, ✗ finding", "PASS, ✓ pass", "INCONCLUSIVE, ? inconclusive", "COULD_NOT_RUN, ! could not run"})
    void theLastLineIsTheVerdict(String verdict, String line) {
        ObjectNode load = Samples.stage("load").put("verdict", verdict);
        List<String> lines = TerminalReport.render(load, false).lines().toList();
        assertEquals(line, lines.get(lines.size() - 1));
    }

    @Test
    void knownFailuresAreNotTheFirstToFail() {
        String later = TerminalReport.render(Samples.laterRun(), false);
        assertTrue(later.contains("known: a CR is held back"));
        assertFalse(later.contains("first to fail"));
    }

    @Test
    void excusesThatExcuseNothingAreFindings() throws Exception {
        ObjectNode conformance = (ObjectNode) Samples.laterRun().path("stages").path("conformance");
        conformance
                .put("verdict", "FINDING")
                .putArray("staleKnownFailures")
                .addObject()
                .put("where", "known.txt:3")
                .put("id", "SSE-ENC-16")
                .put("verdict", "FAILED")
                .put("reason", "fixed upstream soon")
                .put("date", "2026-10-02");
        String shown = TerminalReport.render(conformance, false);
        assertTrue(
                shown.contains("first to fail: Conformance, SSE-ENC-16 is listed as known to be FAILED, and is not"));
        assertEquals("failure", outcomeOf(parse(JUnitReport.render(conformance)), "SSE-ENC-16 known FAILED"));
        assertTrue(MarkdownReport.render(conformance).contains("| SSE-ENC-16 | FAILED | fixed upstream soon |"));
    }

    @Test
    void unusableFilesAndUnusedExcusesOfACorpusAreFindings() throws Exception {
        ObjectNode corpus = (ObjectNode) Samples.laterRun().path("stages").path("corpus");
        corpus.put("verdict", "INVALID");
        corpus.putArray("problems")
                .addObject()
                .put("file", "a.json")
                .put("field", "api")
                .put("problem", "missing");
        corpus.putArray("unusedKnownFailures")
                .addObject()
                .put("id", "gemini/plain")
                .putNull("field")
                .put("reason", "r")
                .put("date", "2026-10-02");
        String shown = TerminalReport.render(corpus, false);
        assertTrue(shown.contains("first to fail: Corpus, a.json, field api: missing"), shown);
        assertTrue(shown.contains("gemini/plain"));
        Document xml = parse(JUnitReport.render(corpus));
        assertEquals("error", outcomeOf(xml, "a.json, field api"));
        assertEquals("failure", outcomeOf(xml, "gemini/plain known failure"));
    }

    @Test
    void reasonsOfAVerdictAreTold() {
        ObjectNode load = Samples.stage("load").put("verdict", "INVALID");
        load.putArray("reasons").add("schedule lag p99 of 740 µs is above 1 % of TTFT");
        assertTrue(TerminalReport.render(load, false).contains("first to fail: Load, schedule lag p99"));
        assertTrue(MarkdownReport.render(load).contains("> schedule lag p99"));
    }

    @Test
    void failuresAndErrorsAreKeptApart() throws Exception {
        Document xml = parse(JUnitReport.render(Samples.stage("conformance")));
        assertEquals("failure", outcomeOf(xml, "SSE-ENC-16"));
        assertEquals("failure", outcomeOf(xml, "SSE-EOL-05"));
        assertEquals("error", outcomeOf(xml, "SSE-EOL-15"));
        assertEquals("skipped", outcomeOf(xml, "SSE-LAT-01"));
        assertEquals("skipped", outcomeOf(xml, "ANT-ERR-01"));
        assertEquals("", outcomeOf(xml, "SSE-EOL-01"));
    }

    private static String outcomeOf(Document xml, String id) {
        NodeList cases = xml.getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            if (one.getAttribute("name").startsWith(id)) {
                NodeList children = one.getElementsByTagName("*");
                return children.getLength() == 0 ? "" : children.item(0).getNodeName();
            }
        }
        throw new AssertionError("no test case " + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "corpus", "conformance", "bench", "load", "gate"})
    void theCountsOfJUnitAreThoseOfItsCases(String name) throws Exception {
        Document xml = parse(JUnitReport.render(Samples.document(Samples.named(name))));
        for (String element : List.of("testsuites", "testsuite")) {
            NodeList suites = xml.getElementsByTagName(element);
            for (int i = 0; i < suites.getLength(); i++) {
                Element suite = (Element) suites.item(i);
                assertCount(suite, "tests", "testcase");
                assertCount(suite, "failures", "failure");
                assertCount(suite, "errors", "error");
                assertCount(suite, "skipped", "skipped");
            }
        }
    }

    private static void assertCount(Element suite, String attribute, String element) {
        assertEquals(
                suite.getAttribute(attribute),
                String.valueOf(suite.getElementsByTagName(element).getLength()),
                attribute);
    }

    /** Whatever the cases say, a document that does not pass is red, and one that passes is green. */
    @ParameterizedTest
    @EnumSource(RunVerdict.class)
    void jUnitIsGreenIfAndOnlyIfTheVerdictIsAPass(RunVerdict verdict) throws Exception {
        for (String name : List.of("bench", "load")) {
            ObjectNode document = Samples.stage(name).put("verdict", verdict.name());
            Element suites = parse(JUnitReport.render(document)).getDocumentElement();
            boolean green = suites.getAttribute("failures").equals("0")
                    && suites.getAttribute("errors").equals("0");
            assertEquals(verdict == RunVerdict.PASS, green, name);
        }
    }

    @Test
    void aStageThatCouldNotRunIsAnError() throws Exception {
        ObjectNode run = Samples.laterRun().put("verdict", "COULD_NOT_RUN");
        ((ObjectNode) run.path("stages").path("load")).put("verdict", "COULD_NOT_RUN");
        Element suites = parse(JUnitReport.render(run)).getDocumentElement();
        assertEquals("2", suites.getAttribute("errors"));
        assertEquals("0", suites.getAttribute("failures"));
    }

    @Test
    void filesHoldWhatIsRendered() throws IOException {
        MarkdownReport.render(Samples.document(Samples.run()), folder.resolve("a.md"));
        JUnitReport.render(Samples.document(Samples.run()), folder.resolve("a.xml"));
        assertEquals(MarkdownReport.render(Samples.run()), Files.readString(folder.resolve("a.md")));
        assertEquals(JUnitReport.render(Samples.run()), Files.readString(folder.resolve("a.xml")));
    }

    @ParameterizedTest
    @CsvSource({"a, `a`", "a`b, ``a`b``", "`a, `` `a ``", "a``b, ```a``b```", "a|b, `a\\|b`", "'a\nb', `a␊b`"})
    void codeIsFencedLongerThanItsTicks(String text, String code) {
        assertEquals(code, MarkdownReport.code(text));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
