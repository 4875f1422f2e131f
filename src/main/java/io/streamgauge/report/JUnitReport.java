package io.streamgauge.report;

import io.streamgauge.result.AtomicFile;
import io.streamgauge.result.NamedDocument;
import io.streamgauge.result.ResultFileException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;

/**
 * A result as JUnit XML, which every CI product shows.
 *
 * <p>A failure is a wrong answer; an error is no answer: a hang, a crash, a case that could not be tested. What is
 * known and expected is skipped with its reason. The verdicts of the run and its stages are test cases too, so a
 * document that does not pass never looks green.
 */
public final class JUnitReport {
    private final XMLStreamWriter xml;

    private JUnitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * One result of any kind.
     *
     * @throws ResultFileException if a field is missing or wrong
     */
    public static String render(JsonNode document) {
        return render(new NamedDocument(Results.UNNAMED, document));
    }

    /** As {@link #render(JsonNode)}; complaints carry the document's name. */
    public static String render(NamedDocument document) {
        Results results = Results.read(document);
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JUnitReport(xml).write(results, JUnitSuite.of(results));
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return out.toString();
    }

    /** As {@link #render(NamedDocument)}, into a file that appears whole or not at all. */
    public static void render(NamedDocument document, Path file) {
        AtomicFile.write(file, render(document).getBytes(StandardCharsets.UTF_8));
    }

    private void write(Results results, List<JUnitSuite> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "streamgauge " + results.schema().word());
        counts(suites);
        xml.writeAttribute("time", seconds(results.envelope().durationMillis()));
        for (int i = 0; i < suites.size(); i++) {
            start(suites.get(i));
            if (i == 0) {
                properties(results.envelope());
            }
            for (JUnitSuite.Test test : suites.get(i).tests()) {
                test(test);
            }
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void start(JUnitSuite suite) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", suite.name());
        counts(List.of(suite));
        xml.writeAttribute("time", seconds(suite.durationMillis()));
    }

    private void counts(List<JUnitSuite> suites) throws XMLStreamException {
        xml.writeAttribute(
                "tests",
                String.valueOf(
                        suites.stream().mapToInt(suite -> suite.tests().size()).sum()));
        xml.writeAttribute("failures", count(suites, JUnitSuite.Kind.FAILURE));
        xml.writeAttribute("errors", count(suites, JUnitSuite.Kind.ERROR));
        xml.writeAttribute("skipped", count(suites, JUnitSuite.Kind.SKIPPED));
    }

    private static String count(List<JUnitSuite> suites, JUnitSuite.Kind kind) {
        return String.valueOf(suites.stream()
                .flatMap(suite -> suite.tests().stream())
                .filter(test -> test.kind() == kind)
                .count());
    }

    private void properties(Envelope envelope) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("properties");
        property("streamgauge", envelope.version() + " (" + envelope.commit() + ")");
        property("started", envelope.startedAt());
        property("command", envelope.command());
        property("seed", envelope.seed());
        for (Fact fact : envelope.environment()) {
            property(fact.label(), fact.value());
        }
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", value);
    }

    private void test(JUnitSuite.Test test) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        if (test.kind() == JUnitSuite.Kind.PASSED) {
            xml.writeEmptyElement("testcase");
            name(test);
            return;
        }
        xml.writeStartElement("testcase");
        name(test);
        xml.writeCharacters("\n      ");
        if (test.kind() == JUnitSuite.Kind.SKIPPED) {
            xml.writeEmptyElement(test.kind().element());
            xml.writeAttribute("message", test.message());
        } else {
            xml.writeStartElement(test.kind().element());
            xml.writeAttribute("message", test.message());
            xml.writeAttribute("type", test.type());
            xml.writeCharacters(test.detail());
            xml.writeEndElement();
        }
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private void name(JUnitSuite.Test test) throws XMLStreamException {
        xml.writeAttribute("classname", test.group());
        xml.writeAttribute("name", test.name());
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, "%.3f", Units.known(millis) ? millis / 1_000 : 0);
    }
}
