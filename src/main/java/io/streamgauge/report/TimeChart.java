package io.streamgauge.report;

import java.util.List;
import java.util.function.DoubleFunction;

/** What happened in each second, one line per result. */
final class TimeChart {
    /** Values of consecutive seconds, the first of them second 0. */
    record Line(String name, List<Double> values) {}

    private static final int LEFT = 58;
    private static final int RIGHT = Svg.WIDTH - 12;
    private static final int PLOT_HEIGHT = 120;
    private static final int BELOW = 40;
    /** Most points drawn per line; longer runs are drawn by the mean of neighbouring seconds. */
    private static final int MAX_POINTS = 350;

    private TimeChart() {}

    /**
     * The drawing.
     *
     * @param shown how a value on the axis is written
     */
    static String svg(String id, String title, String summary, List<Line> lines, DoubleFunction<String> shown) {
        List<String> names = lines.stream().map(Line::name).toList();
        int top = (lines.size() > 1 ? Legend.height(names, RIGHT - 8) : 0) + 10;
        int bottom = top + PLOT_HEIGHT;
        int seconds =
                lines.stream().mapToInt(line -> line.values().size()).max().orElse(1);
        Svg svg = new Svg(id, bottom + BELOW, title, summary);
        Scale x = Scale.linear(0, Math.max(1, seconds - 1), LEFT, RIGHT);
        Scale y = Scale.linear(0, greatest(lines) * 1.08, bottom, top);
        if (lines.size() > 1) {
            Legend.draw(svg, names, 8, 0, RIGHT - 8);
        }
        drawAxes(svg, x, y, bottom, shown);
        for (int i = 0; i < lines.size(); i++) {
            svg.path("curve s" + Legend.style(i), steps(lines.get(i).values(), x, y));
        }
        return svg.end();
    }

    private static double greatest(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.values().stream())
                .filter(Units::known)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
    }

    private static void drawAxes(Svg svg, Scale x, Scale y, int bottom, DoubleFunction<String> shown) {
        for (double tick : y.ticks(4)) {
            svg.line(tick == 0 ? "axis" : "grid", LEFT, y.at(tick), RIGHT, y.at(tick));
            svg.text("tick end", LEFT - 8, y.at(tick) + 4, shown.apply(tick));
        }
        for (double tick : x.ticks(6)) {
            svg.text("tick mid", x.at(tick), bottom + 17, Units.count(tick));
        }
        svg.text("caption mid", (LEFT + RIGHT) / 2.0, bottom + 34, "seconds");
    }

    private static String steps(List<Double> values, Scale x, Scale y) {
        int every = (values.size() + MAX_POINTS - 1) / MAX_POINTS;
        StringBuilder steps = new StringBuilder();
        for (int from = 0; from < values.size(); from += every) {
            List<Double> part = values.subList(from, Math.min(values.size(), from + every));
            double mean = part.stream()
                    .mapToDouble(Double::doubleValue)
                    .filter(Units::known)
                    .average()
                    .orElse(Double.NaN);
            if (Units.known(mean)) {
                double second = from + (part.size() - 1) / 2.0;
                steps.append(steps.isEmpty() ? 'M' : 'L').append(Svg.at(x.at(second), y.at(mean)));
            }
        }
        return steps.toString();
    }
}
