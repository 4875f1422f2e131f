package io.streamgauge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Whatever a recorded stream put into a result, a report shows it and is not changed by it. */
class HostileTextTest {
    /** Fields whose words decide what is shown, so that they cannot hold anything else. */
    private static final Set<String> WORDS = Set.of("schema", "verdict", "kind", "startedAt");

    /** Texts of this length make a document too large to embed. */
    private static final int LONG = 1 << 20;

    static final List<String> HOSTILE = List.of(
            "</script><script>alert(1)</script>",
            "<!--<script>",
            "-->",
            "]]>",
            "\"><img src=x onerror=alert(1)>",
            "'\" onmouseover=alert(1) x='",
            "javascript:alert(1)",
            "https://evil.example/?a=1&b=2",
            "${1+1} @if(true) !{x}",
            "\u202egnp.exe\u202c \u2066a\u2069 \u200f",
            "nul\u0000esc\u001b[2J\u001b]0;title\u0007 bell\u0007 back\b\b",
            "line\nbreak\r\nand\ttab\u2028and\u2029more",
            "half \ud83d and \ude00 and \uffff",
            "`code` ``more`` | pipe | **bold** [link](https://evil.example) ![i](x) <b>b</b> # h @someone #1",
            "x".repeat(LONG));

    static Stream<String> hostile() {
        return HOSTILE.stream();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aPageKeepsItsShape(String text) {
        for (String name : samples(text)) {
            Html honest = new Html(HtmlReport.page(Samples.document(Samples.named(name))));
            ObjectNode document = poisoned(name, text);
            Html page = new Html(HtmlReport.page(Samples.document(text, document)));
            assertHarmless(page.markup());
            int scripts = honest.rawTexts("script").size() - (text.length() < LONG ? 0 : 1);
            assertEquals(scripts, page.rawTexts("script").size(), "data of many megabytes is not embedded");
            assertEquals(List.of(), page.attributes("src"));
            assertEquals(List.of(), page.attributes("onerror"));
            assertEquals(List.of(), page.attributes("onmouseover"));
            for (String href : page.attributes("href")) {
                assertTrue(href.startsWith("#") || href.startsWith("data:image/svg+xml,"), href);
            }
            Set<String> ids = new HashSet<>();
            page.attributes("id").forEach(id -> assertTrue(ids.add(id), "twice: " + id));
            assertTrue(page.markup().length() < 2_000_000, "a long text is cut");
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void theEmbeddedDataIsTheDocument(String text) {
        ObjectNode document = poisoned(samples(text).get(0), text);
        Html page = new Html(HtmlReport.page(Samples.document(document)));
        String data = page.rawTexts("script").get(0);
        if (text.length() < LONG) {
            assertFalse(data.contains("<") || data.contains(">") || data.contains("&") || data.contains("\u2028"));
            assertEquals(document, new JsonMapper().readTree(data));
        } else {
            assertEquals(Assets.SCRIPT, data);
            assertTrue(page.markup().contains("and is not embedded"));
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void jUnitXmlStaysWellFormed(String text) throws Exception {
        for (String name : samples(text)) {
            String xml = JUnitReport.render(Samples.document(text, poisoned(name, text)));
            assertHarmless(xml);
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aTerminalIsNotMoved(String text) {
        for (String name : samples(text)) {
            String shown = TerminalReport.render(Samples.document(text, poisoned(name, text)), false);
            assertHarmless(shown);
            String coloured = TerminalReport.render(Samples.document(text, poisoned(name, text)), true);
            assertEquals(shown, coloured.replaceAll("\u001b\\[[0-9]+m", ""));
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void markdownStaysText(String text) {
        String shown = MarkdownReport.render(
                Samples.document(text, poisoned(samples(text).get(0), text)));
        assertHarmless(shown);
        String prose = shown.replace("\\`", "").replaceAll("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
        Matcher markup =
                Pattern.compile("<(?!/?details>|/?summary>|!---->).{0,40}").matcher(prose);
        assertFalse(markup.find(), () -> "markup came through: " + markup.group());
        assertFalse(
                prose.matches("(?s).*(?<!\\\\)]\\(.*") || prose.contains("@someone") || prose.contains("://"), prose);
        long bars = shown.lines().filter(line -> line.startsWith("|")).count();
        assertTrue(bars > 8, "tables are still tables");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttft", "clockSource", "OK", "timeout", "plannedPerSecond", "eventsPerRead"})
    void namesOfFieldsAreTextToo(String field) {
        ObjectNode document = Samples.run();
        String evil = "</script>\u202e\"|`\ud800";
        rename(document, field, evil);
        assertHarmless(new Html(HtmlReport.page(Samples.document(document))).markup());
        assertHarmless(MarkdownReport.render(document));
        assertHarmless(TerminalReport.render(document, false));
        assertHarmless(JUnitReport.render(document));
    }

    /** The samples to poison; with very long texts the smallest is enough. */
    private static List<String> samples(String text) {
        return text.length() < LONG ? List.of("run", "gate") : List.of("gate");
    }

    private static void assertHarmless(String output) {
        output.codePoints().forEach(point -> {
            int type = Character.getType(point);
            assertTrue(
                    point == '\n'
                            || (type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE),
                    () -> "U+%04X came through".formatted(point));
        });
    }

    /** The sample with {@code text} in the place of every string that may be any text. */
    private static ObjectNode poisoned(String name, String text) {
        ObjectNode document = Samples.named(name);
        poison(document, text);
        return document;
    }

    private static void poison(JsonNode node, String text) {
        if (node instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                boolean word = WORDS.contains(field) && !object.has("family");
                if (object.get(field).isString() && !word) {
                    object.put(field, text);
                }
            }
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isString()) {
                    array.set(i, StringNode.valueOf(text));
                }
            }
        }
        node.forEach(child -> poison(child, text));
    }

    private static void rename(JsonNode node, String field, String name) {
        if (node instanceof ObjectNode object && object.has(field)) {
            object.set(name, object.remove(field));
        }
        node.forEach(child -> rename(child, field, name));
    }
}
