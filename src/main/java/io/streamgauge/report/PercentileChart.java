package io.streamgauge.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Latency by percentile, on an axis of nines: 90 %, 99 % and 99.9 % are equal steps apart, because that is how much
 * rarer each is than the one before.
 */
final class PercentileChart {
    /** One distribution, by rising percentile. */
    record Curve(String name, List<CurvePoint> points) {}

    private static final int LEFT = 58;
    private static final int RIGHT = Svg.WIDTH - 12;
    private static final int PLOT_HEIGHT = 190;
    private static final int BELOW = 40;
    private static final MathContext SIX_DIGITS = new MathContext(6);
    /** What a percentile's label needs to stand alone. */
    private static final int LABEL_ROOM = 26;
    /** What it needs beside the word for the maximum. */
    private static final int MAX_LABEL_ROOM = 46;

    private static final double[] MARKED = {50, 90, 99, 99.9, 99.99};
    /** How far behind the last step the maximum stands, in nines. */
    private static final double ROOM_FOR_MAXIMUM = 0.5;
    /** Steps nearer than this, in units of the drawing, are not drawn one by one. */
    private static final double NEAR = 0.6;

    private final String id;
    private final List<Curve> curves;
    private final double lastNines;
    private final Scale x;
    private final Scale y;
    private final int top;

    private PercentileChart(String id, List<Curve> curves) {
        this.id = id;
        this.curves = curves;
        this.top = (curves.size() > 1 ? Legend.height(names(), RIGHT - 8) : 0) + 10;
        this.lastNines = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .filter(point -> point.drawable() && !point.isMaximum())
                .mapToDouble(CurvePoint::nines)
                .max()
                .orElse(1);
        double[] values = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .filter(CurvePoint::drawable)
                .mapToDouble(CurvePoint::micros)
                .sorted()
                .toArray();
        this.x = Scale.linear(0, lastNines + ROOM_FOR_MAXIMUM, LEFT, RIGHT);
        this.y = values.length == 0
                ? Scale.linear(0, 1, top + PLOT_HEIGHT, top)
                : Scale.ofTimes(values[0], values[values.length - 1], top + PLOT_HEIGHT, top);
    }

    /** The drawing; points that are no percentile or no time are left out. */
    static String svg(String id, String title, String summary, List<Curve> curves) {
        return new PercentileChart(id, curves).draw(title, summary);
    }

    private List<String> names() {
        return curves.stream().map(Curve::name).toList();
    }

    private String draw(String title, String summary) {
        Svg svg = new Svg(id, top + PLOT_HEIGHT + BELOW, title, summary);
        if (curves.size() > 1) {
            Legend.draw(svg, names(), 8, 0, RIGHT - 8);
        }
        drawTimeAxis(svg);
        drawPercentileAxis(svg);
        for (int i = 0; i < curves.size(); i++) {
            drawCurve(svg, curves.get(i), Legend.style(i));
        }
        return svg.end();
    }

    private void drawTimeAxis(Svg svg) {
        for (double tick : y.ticks(5)) {
            svg.line("grid", LEFT, y.at(tick), RIGHT, y.at(tick));
            svg.text("tick end", LEFT - 8, y.at(tick) + 4, Units.tick(tick));
        }
    }

    private void drawPercentileAxis(Svg svg) {
        int bottom = top + PLOT_HEIGHT;
        svg.line("axis", LEFT, bottom, RIGHT, bottom);
        svg.text("tick mid", LEFT, bottom + 17, "0 %");
        double last = 0;
        for (double percentile : MARKED) {
            double nines = new CurvePoint(percentile, 0).nines();
            if (x.at(nines) - x.at(last) > LABEL_ROOM && RIGHT - x.at(nines) > MAX_LABEL_ROOM) {
                svg.line("grid", x.at(nines), top, x.at(nines), bottom);
                svg.text("tick mid", x.at(nines), bottom + 17, label(percentile));
                last = nines;
            }
        }
        svg.text("tick end", RIGHT, bottom + 17, "max");
        svg.text("caption mid", (LEFT + RIGHT) / 2.0, bottom + 34, "percentile");
    }

    private static String label(double percentile) {
        return new BigDecimal(percentile).round(SIX_DIGITS).stripTrailingZeros().toPlainString() + " %";
    }

    private void drawCurve(Svg svg, Curve curve, int style) {
        StringBuilder steps = new StringBuilder();
        double lastX = Double.NEGATIVE_INFINITY;
        double lastY = Double.NEGATIVE_INFINITY;
        for (CurvePoint point : curve.points()) {
            if (point.drawable()) {
                double px = xOf(point);
                double py = y.at(point.micros());
                if (Math.abs(px - lastX) > NEAR || Math.abs(py - lastY) > NEAR) {
                    steps.append(steps.isEmpty() ? 'M' : 'L').append(Svg.at(px, py));
                    lastX = px;
                    lastY = py;
                }
            }
        }
        if (!steps.isEmpty()) {
            svg.path("curve s" + style, steps.toString());
        }
        markers(curve)
                .forEach(point -> svg.path(
                        "dot s" + style,
                        Markers.steps(style, xOf(point), y.at(point.micros())),
                        "%s, %s: %s".formatted(curve.name(), nameOf(point), Units.micros(point.micros()))));
    }

    private double xOf(CurvePoint point) {
        return point.isMaximum() ? RIGHT : x.at(Math.min(point.nines(), lastNines));
    }

    private static String nameOf(CurvePoint point) {
        return point.isMaximum() ? "maximum" : label(point.percentile());
    }

    /** For each percentile people ask for, the first step that reaches it; and the maximum. */
    private static List<CurvePoint> markers(Curve curve) {
        List<CurvePoint> markers = new ArrayList<>();
        for (double percentile : MARKED) {
            curve.points().stream()
                    .filter(point -> point.drawable() && !point.isMaximum() && point.percentile() >= percentile)
                    .findFirst()
                    .ifPresent(markers::add);
        }
        curve.points().stream()
                .filter(point -> point.drawable() && point.isMaximum())
                .findFirst()
                .ifPresent(markers::add);
        return markers;
    }

    /** The value at a percentile, as the first step that reaches it; NaN where the curve does not go that far. */
    static double valueAt(List<CurvePoint> points, double percentile) {
        return points.stream()
                .filter(point -> point.drawable() && point.percentile() >= percentile)
                .mapToDouble(CurvePoint::micros)
                .findFirst()
                .orElse(Double.NaN);
    }
}
