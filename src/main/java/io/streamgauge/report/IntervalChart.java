package io.streamgauge.report;

import java.util.List;
import java.util.stream.DoubleStream;

/** Changes as dots with their bounds around a line that means "no change"; undecided ones are hollow. */
final class IntervalChart {
    /** One dot; its tone says whether it is good, bad or undecided. */
    record Interval(String name, double estimate, double low, double high, Mark mark) {
        boolean drawable() {
            return Units.known(estimate) && Units.known(low) && Units.known(high);
        }
    }

    private static final int ROW_HEIGHT = 36;
    private static final int LEFT = 10;
    private static final int RIGHT = Svg.WIDTH - 10;
    /** Longest name that leaves room for the value behind it. */
    private static final int MAX_NAME_CHARS = 48;
    /** Narrowest axis, in per cent either way, so that noise does not look like news. */
    private static final double LEAST_REACH = 5;

    private IntervalChart() {}

    static String svg(String id, String title, String summary, List<Interval> intervals) {
        int bottom = intervals.size() * ROW_HEIGHT + 4;
        Svg svg = new Svg(id, bottom + 40, title, summary);
        Scale x = axis(intervals);
        for (double tick : x.ticks(6)) {
            svg.line(tick == 0 ? "axis" : "grid", x.at(tick), 0, x.at(tick), bottom);
            svg.text(
                    "tick mid",
                    x.at(tick),
                    bottom + 17,
                    tick == 0 ? "0" : Units.change(tick).replace(".0", ""));
        }
        svg.text("caption end", RIGHT, bottom + 34, "slower →");
        svg.text("caption", LEFT, bottom + 34, "← faster");
        for (int i = 0; i < intervals.size(); i++) {
            draw(svg, intervals.get(i), i * ROW_HEIGHT, x);
        }
        return svg.end();
    }

    private static Scale axis(List<Interval> intervals) {
        double reach = intervals.stream()
                .filter(Interval::drawable)
                .flatMapToDouble(i -> DoubleStream.of(i.low(), i.high(), i.estimate()))
                .map(Math::abs)
                .max()
                .orElse(0);
        double either = Math.max(LEAST_REACH, reach * 1.08);
        return Scale.linear(-either, either, LEFT + 14, RIGHT - 14);
    }

    private static void draw(Svg svg, Interval interval, double top, Scale x) {
        String shown = interval.mark().sign() + " " + Units.change(interval.estimate());
        svg.text("name", LEFT, top + 14, Legend.shortened(interval.name(), MAX_NAME_CHARS));
        svg.text("value end", RIGHT, top + 14, shown);
        if (!interval.drawable()) {
            return;
        }
        double y = top + 25;
        String tone = interval.mark().tone().css();
        svg.line("whisker " + tone, x.at(interval.low()), y, x.at(interval.high()), y);
        svg.path(
                "dot " + tone,
                Markers.circle(x.at(interval.estimate()), y),
                "%s: %s, from %s to %s, %s"
                        .formatted(
                                interval.name(),
                                Units.change(interval.estimate()),
                                Units.change(interval.low()),
                                Units.change(interval.high()),
                                interval.mark().word()));
    }
}
