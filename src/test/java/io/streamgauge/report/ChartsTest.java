package io.streamgauge.report;

import static io.streamgauge.report.Golden.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ChartsTest {
    private static final List<PercentileChart.Curve> CURVES = List.of(
            new PercentileChart.Curve("sent", curve(150_000, 201_000, 229_000, 260_000, 301_000)),
            new PercentileChart.Curve("planned", curve(150_000, 201_000, 229_000, 269_000, 310_000)));
    private static final List<IntervalChart.Interval> INTERVALS = List.of(
            new IntervalChart.Interval("slower", 11.8, 8.2, 14.9, new Mark("✗", "fail", Tone.BAD)),
            new IntervalChart.Interval("noisy", 4.1, -6, 13.9, new Mark("?", "inconclusive", Tone.WARN)),
            new IntervalChart.Interval("same", 0, 0, 0, new Mark("✓", "pass", Tone.GOOD)),
            new IntervalChart.Interval("unknown", Double.NaN, Double.NaN, Double.NaN, new Mark("!", "none", Tone.BAD)));
    private static final List<TimeChart.Line> LINES = List.of(
            new TimeChart.Line("run.json", List.of(0.0, 4_400.0, 9_800.0, 9_900.0, Double.NaN, 9_870.0)),
            new TimeChart.Line("later.json", List.of(0.0, 4_900.0, 9_900.0)));

    private static List<CurvePoint> curve(double... micros) {
        double[] percentiles = {0, 50, 90, 99, 100};
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < micros.length; i++) {
            points.add(new CurvePoint(percentiles[i], micros[i]));
        }
        return points;
    }

    @Test
    void percentileCurvesLookAsTheyDid() {
        assertGolden("percentiles.svg", PercentileChart.svg("c", "TTFT", "Half within 201 ms.", CURVES));
    }

    @Test
    void intervalsLookAsTheyDid() {
        assertGolden("intervals.svg", IntervalChart.svg("c", "Change", "One slower.", INTERVALS));
    }

    @Test
    void secondsLookAsTheyDid() {
        assertGolden("seconds.svg", TimeChart.svg("c", "Events per second", "Mean 9,857.", LINES, Units::compactTick));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "hi-IN-u-nu-deva"})
    void noLocaleChangesADrawing(String tag) {
        List<String> here = all();
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertEquals(here, all());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyNinePlacesItsPercentileOneStepFurther() {
        assertEquals(0, new CurvePoint(0, 1).nines());
        assertEquals(1, new CurvePoint(90, 1).nines(), 1e-9);
        assertEquals(2, new CurvePoint(99, 1).nines(), 1e-9);
        assertEquals(3, new CurvePoint(99.9, 1).nines(), 1e-9);
        assertEquals(9, new CurvePoint(100, 1).nines());
    }

    @Test
    void aCurveNeverTakesMoreThanItsPixels() {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            points.add(new CurvePoint(100 * (1 - Math.pow(10, -i / 20_000.0)), 1_000 + i));
        }
        String svg = PercentileChart.svg("c", "t", "s", List.of(new PercentileChart.Curve("many", points)));
        assertTrue(svg.length() < 16_000, "length " + svg.length());
    }

    @Test
    void aLongRunIsDrawnByItsMeans() {
        List<Double> day =
                DoubleStream.iterate(0, i -> i < 86_400, i -> i + 1).boxed().toList();
        String svg = TimeChart.svg("c", "t", "s", List.of(new TimeChart.Line("day", day)), Units::compactTick);
        assertTrue(svg.length() < 10_000, "length " + svg.length());
    }

    @Test
    void nothingIsDrawnOutsideTheFrame() {
        for (String svg : all()) {
            Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"").matcher(svg);
            assertTrue(box.find());
            double width = Double.parseDouble(box.group(1));
            double height = Double.parseDouble(box.group(2));
            Matcher points = Pattern.compile("[ML](-?[\\d.]+) (-?[\\d.]+)").matcher(svg);
            while (points.find()) {
                assertWithin(width, points.group(1), svg);
                assertWithin(height, points.group(2), svg);
            }
        }
    }

    private static void assertWithin(double limit, String coordinate, String svg) {
        double value = Double.parseDouble(coordinate);
        assertTrue(value >= 0 && value <= limit, coordinate + " of " + limit + " in " + svg);
    }

    @Test
    void senselessNumbersAreLeftOutAndNothingElse() throws Exception {
        double[] senseless = {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e300, 1e300, -5, 1e-320, 0
        };
        for (double a : senseless) {
            for (double b : senseless) {
                List<CurvePoint> points = List.of(new CurvePoint(a, b), new CurvePoint(50, a), new CurvePoint(100, b));
                wellFormed(PercentileChart.svg("c", "t", "s", List.of(new PercentileChart.Curve("x", points))));
                wellFormed(IntervalChart.svg(
                        "c",
                        "t",
                        "s",
                        List.of(new IntervalChart.Interval("x", a, b, a, new Mark("?", "w", Tone.WARN)))));
                wellFormed(TimeChart.svg(
                        "c", "t", "s", List.of(new TimeChart.Line("x", List.of(a, b))), Units::compactTick));
            }
        }
    }

    @Test
    void emptyChartsAreEmptyFrames() throws Exception {
        wellFormed(PercentileChart.svg("c", "t", "s", List.of()));
        wellFormed(PercentileChart.svg("c", "t", "s", List.of(new PercentileChart.Curve("x", List.of()))));
        wellFormed(IntervalChart.svg("c", "t", "s", List.of()));
        wellFormed(TimeChart.svg("c", "t", "s", List.of(), Units::compactTick));
    }

    @Test
    void hostileNamesAreText() throws Exception {
        for (String text : List.of("</svg><script>", "\" onload=\"x", "a & b", "x".repeat(10_000))) {
            IntervalChart.Interval named = new IntervalChart.Interval(text, 1, 0, 2, new Mark("✓", "pass", Tone.GOOD));
            wellFormed(IntervalChart.svg("c", text, text, List.of(named)));
        }
    }

    private static List<String> all() {
        return List.of(
                PercentileChart.svg("c", "t", "s", CURVES),
                IntervalChart.svg("c", "t", "s", INTERVALS),
                TimeChart.svg("c", "t", "s", LINES, Units::compactTick));
    }

    private static void wellFormed(String svg) throws ParserConfigurationException, SAXException, IOException {
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
