package io.streamgauge.report;

import java.util.List;

/**
 * Costs as bars from zero, with their error; the name and the number of each stand above its bar, so that both have
 * room on a phone too.
 */
final class BarChart {
    /**
     * One bar.
     *
     * @param css {@code ours}, {@code peer} or {@code floor}
     * @param remark stands behind the name
     * @param label the value with its unit
     * @param errorPercent half the width of the error bar; NaN for none
     */
    record Bar(String name, String css, String remark, double value, String label, double errorPercent) {}

    private static final int ROW_HEIGHT = 34;
    private static final int BAR_HEIGHT = 9;
    private static final int LEFT = 2;
    /** Room behind the longest bar for its error. */
    private static final int RIGHT = Svg.WIDTH - 6;

    private BarChart() {}

    static String svg(String id, String title, String summary, List<Bar> bars) {
        Svg svg = new Svg(id, bars.size() * ROW_HEIGHT + 4, title, summary);
        Scale x = Scale.linear(0, longest(bars), LEFT, RIGHT);
        for (int i = 0; i < bars.size(); i++) {
            draw(svg, bars.get(i), i * ROW_HEIGHT, x);
        }
        svg.line("axis", LEFT, 0, LEFT, bars.size() * ROW_HEIGHT);
        return svg.end();
    }

    private static double longest(List<Bar> bars) {
        return bars.stream()
                .filter(bar -> Units.known(bar.value()))
                .mapToDouble(bar -> bar.value() * (1 + error(bar)))
                .max()
                .orElse(1);
    }

    private static void draw(Svg svg, Bar bar, double top, Scale x) {
        svg.text("name " + bar.css(), LEFT + 6, top + 14, Legend.shortened(bar.name() + bar.remark()));
        svg.text("value end", RIGHT, top + 14, bar.label());
        if (!Units.known(bar.value())) {
            return;
        }
        double middle = top + 20 + BAR_HEIGHT / 2.0;
        svg.rect("bar " + bar.css(), LEFT, top + 20, Math.max(1.5, x.at(bar.value()) - LEFT), BAR_HEIGHT);
        if (error(bar) > 0) {
            drawError(svg, x.at(bar.value() * (1 - error(bar))), x.at(bar.value() * (1 + error(bar))), middle);
        }
    }

    private static void drawError(Svg svg, double from, double to, double y) {
        svg.path(
                "error",
                "M" + Svg.at(from, y - 3) + "V" + Svg.number(y + 3)
                        + "M" + Svg.at(from, y) + "H" + Svg.number(to)
                        + "M" + Svg.at(to, y - 3) + "V" + Svg.number(y + 3));
    }

    private static double error(Bar bar) {
        return Units.known(bar.errorPercent()) ? Math.abs(bar.errorPercent()) / 100 : 0;
    }
}
