package io.streamgauge.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.result.ResultReader;
import io.streamgauge.result.ResultWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class HtmlReportTest {
    @TempDir
    Path folder;

    /** A page of every kind. */
    static Stream<Html> pages() {
        Stream<String> single = Stream.of("run", "gate", "corpus", "conformance", "bench", "load")
                .map(name -> HtmlReport.page(Samples.document(name + ".json", Samples.named(name))));
        String compared = HtmlReport.page(List.of(
                Samples.document("run.json", Samples.run()), Samples.document("later.json", Samples.laterRun())));
        String gates = HtmlReport.page(
                List.of(Samples.document("gate.json", Samples.gate()), Samples.document("gate.json", Samples.gate())));
        return Stream.concat(single, Stream.of(compared, gates)).map(Html::new);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsFetched(Html page) {
        assertEquals(List.of(), page.attributes("src"));
        assertEquals(List.of(), page.attributes("srcset"));
        assertEquals(List.of(), page.attributes("action"));
        for (String tag : page.tags("link")) {
            assertTrue(tag.contains("href=\"data:"), tag);
        }
        for (String href : page.attributes("href")) {
            assertTrue(href.startsWith("#") || href.startsWith("data:image/svg+xml,"), href);
        }
        for (String element : List.of("img", "iframe", "object", "embed", "base", "audio", "video", "use", "image")) {
            assertEquals(List.of(), page.tags(element));
        }
        String css = String.join("", page.rawTexts("style"));
        assertFalse(Pattern.compile("url\\(|@import|@font-face").matcher(css).find());
        assertFalse(Pattern.compile("fetch\\(|XMLHttp|import\\(|sendBeacon|WebSocket|EventSource")
                .matcher(Assets.SCRIPT)
                .find());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePolicyAllowsThisScriptAndThisStyleAndNothingElse(Html page) throws NoSuchAlgorithmException {
        List<String> scripts = page.rawTexts("script");
        String script = scripts.get(scripts.size() - 1);
        assertEquals(Assets.SCRIPT, script);
        String policy = page.tags("meta").stream()
                .filter(tag -> tag.contains("Content-Security-Policy"))
                .findFirst()
                .orElseThrow()
                .replace("&#39;", "'");
        assertTrue(policy.contains("default-src 'none'"), policy);
        assertTrue(policy.contains("script-src '" + sha256(script) + "'\""), policy);
        assertTrue(policy.contains("style-src '" + sha256(page.rawTexts("style").get(0)) + "'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals(List.of(), page.attributes("style"), "styles on elements would be against the policy");
        assertFalse(Pattern.compile("<[^>]*\\son[a-z]+=").matcher(page.markup()).find());
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(hash);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPlaceHasOneNameAndEveryLinkAPlace(Html page) {
        Set<String> ids = new HashSet<>();
        for (String id : page.attributes("id")) {
            assertTrue(ids.add(id), "twice: " + id);
            assertTrue(id.matches("[A-Za-z][A-Za-z0-9.-]*"), id);
        }
        for (String href : page.attributes("href")) {
            assertTrue(!href.startsWith("#") || ids.contains(href.substring(1)), "leads nowhere: " + href);
        }
        for (String labels : page.attributes("aria-labelledby")) {
            for (String label : labels.split(" ", -1)) {
                assertTrue(ids.contains(label), "labelled by nothing: " + label);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whoCannotSeeTheChartsCanReadThem(Html page) {
        List<String> charts = page.tags("svg").stream()
                .filter(tag -> tag.contains("class=\"chart\""))
                .toList();
        for (String chart : charts) {
            assertTrue(chart.contains("role=\"img\"") && chart.contains("aria-labelledby="), chart);
        }
        int tables = count(page, "<details><summary>Numbers</summary>");
        int links = count(page, ">Numbers</a>");
        assertEquals(charts.size(), tables + links, "each chart has its numbers in a table");
        page.tags("svg").stream()
                .filter(tag -> !charts.contains(tag))
                .forEach(tag -> assertTrue(tag.contains("aria-hidden=\"true\""), tag));
        assertEquals(page.tags("table").size(), page.tags("caption").size());
        assertTrue(page.markup().contains("<html lang=\"en\">"));
        assertEquals(1, page.tags("h1").size());
        assertEquals(1, page.tags("main").size());
        for (String region : page.attributes("role")) {
            assertTrue(Set.of("img", "region", "search", "status").contains(region), region);
        }
    }

    private static int count(Html page, String text) {
        return page.markup().split(Pattern.quote(text), -1).length - 1;
    }

    @Test
    void everyVerdictIsASignAndAWord() {
        Html page = new Html(HtmlReport.page(Samples.document(Samples.run())));
        for (String shown :
                List.of("✗ finding", "✓ pass", "✓ OK", "✗ FAILED", "¦ SPLIT", "∞ HANG", "… LATE", "✗ wrong")) {
            assertTrue(page.markup().contains(shown), shown);
        }
    }

    @Test
    void whatFailedFirstStandsInTheBanner() {
        String page = HtmlReport.page(Samples.document(Samples.run()));
        String banner = page.substring(page.indexOf("class=\"banner"), page.indexOf("id=\"corpus\""));
        assertTrue(banner.contains("href=\"#difference-cohere-v2-tool-plan-then-call"), banner);
        assertTrue(banner.contains("tool_calls[0].arguments"), banner);
    }

    @Test
    void theCutIsMarkedAmongTheBytes() {
        String page = HtmlReport.page(Samples.document(Samples.stage("conformance")));
        assertTrue(page.contains("64 61 74 61 3a 61 0d<b class=\"cut\" title=\"here the read ends\"> | </b>0a"));
    }

    @Test
    void theDataIsTheDocumentItself() {
        ObjectNode run = Samples.run();
        Html page = new Html(HtmlReport.page(Samples.document("run.json", run)));
        assertEquals(run, new JsonMapper().readTree(page.rawTexts("script").get(0)));
        assertEquals(List.of("run.json"), page.attributes("data-name"));
    }

    @Test
    void equalDocumentsGiveEqualPages() {
        assertEquals(
                HtmlReport.page(Samples.document(Samples.run())), HtmlReport.page(Samples.document(Samples.run())));
    }

    @Test
    void twoDocumentsOfOneNameAreToldApart() {
        String page = HtmlReport.page(
                List.of(Samples.document("gate.json", Samples.gate()), Samples.document("gate.json", Samples.gate())));
        assertTrue(page.contains("gate.json (2)"));
    }

    @Test
    void severalSubjectsOfARunAreColumnsOfOneMatrix() {
        ObjectNode run = Samples.run();
        ObjectNode stages = (ObjectNode) run.path("stages");
        stages.putArray("conformance")
                .add(Samples.stage("conformance"))
                .add(Samples.laterRun().path("stages").path("conformance"));
        String page = HtmlReport.page(Samples.document(run));
        String matrix = page.substring(page.indexOf("<table class=\"cases\">"));
        assertTrue(matrix.contains("<th scope=\"col\">sample-sse 4.12.0<th scope=\"col\">sample-sse 4.13.0"));
        assertTrue(page.contains("only where subjects differ"));
    }

    @Test
    void everyWayInGivesTheSamePage() throws IOException {
        ObjectNode run = Samples.run();
        StringBuilder text = new StringBuilder();
        HtmlReport.render(run, text);
        HtmlReport.render(run, folder.resolve("a/index.html"));
        assertEquals(text.toString(), Files.readString(folder.resolve("a/index.html")));
        ResultWriter.write(folder.resolve("run.json"), run);
        HtmlReport.render(ResultReader.read(folder.resolve("run.json")), folder.resolve("b.html"));
        assertEquals(text.toString().replace(Results.UNNAMED, "run.json"), Files.readString(folder.resolve("b.html")));
    }

    @Test
    void aRunOfRealSizeStaysWithinItsBudget() {
        String page = HtmlReport.page(Samples.document(LargeRun.document()));
        String data = new Html(page).rawTexts("script").get(0);
        int bytes = page.getBytes(StandardCharsets.UTF_8).length - data.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= 300_000, "the page takes " + bytes + " bytes beside its data");
    }

    @Test
    void textIsReadableInBothThemes() {
        for (String text : List.of("ink", "soft", "accent", "good", "bad", "warn")) {
            for (String ground : List.of("paper", "card", "well")) {
                assertContrast(text, ground, 4.5);
            }
        }
        assertContrast("ink", "bad-wash", 4.5);
        assertContrast("ink", "warn-wash", 4.5);
        assertContrast("ink", "good-wash", 4.5);
        assertContrast("bad", "bad-wash", 4.5);
        assertContrast("warn", "warn-wash", 4.5);
        assertContrast("accent", "bad-wash", 4.5);
        for (int series = 0; series < Legend.STYLES; series++) {
            assertContrast("s" + series, "card", 3);
        }
    }

    private static void assertContrast(String text, String ground, double least) {
        for (int theme = 1; theme <= 2; theme++) {
            double one = luminance(colour(text, theme));
            double other = luminance(colour(ground, theme));
            double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            assertTrue(contrast >= least, "%s on %s in theme %d: %.2f".formatted(text, ground, theme, contrast));
        }
    }

    private static int colour(String name, int theme) {
        var matcher = Pattern.compile("--" + name + ": light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)")
                .matcher(Assets.CSS);
        assertTrue(matcher.find(), name);
        return Integer.parseInt(matcher.group(theme), 16);
    }

    /** Relative luminance as WCAG 2 defines it. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
