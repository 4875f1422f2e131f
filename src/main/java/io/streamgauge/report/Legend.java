package io.streamgauge.report;

import java.util.List;

/** Names of the lines in a chart, each with a piece of its line; wraps where it has to. */
final class Legend {
    static final int ROW_HEIGHT = 18;
    /** Distinct line styles the style sheet has; a chart with more lines uses them again from the start. */
    static final int STYLES = 6;

    private static final int SAMPLE_WIDTH = 22;
    private static final int GAP = 16;
    /** Mean width of a character at the size of legends, on the generous side. */
    private static final double CHAR_WIDTH = 6.4;
    /** Longest name that still fits a row. */
    private static final int MAX_NAME_CHARS = 56;

    private Legend() {}

    static int style(int index) {
        return index % STYLES;
    }

    /** Height the names take, for whoever has to leave room. */
    static int height(List<String> names, double width) {
        double x = 0;
        int rows = 1;
        for (String name : names) {
            if (x > 0 && x + itemWidth(name) > width) {
                rows++;
                x = 0;
            }
            x += itemWidth(name) + GAP;
        }
        return rows * ROW_HEIGHT;
    }

    static void draw(Svg svg, List<String> names, double left, double top, double width) {
        double x = 0;
        double y = top + ROW_HEIGHT / 2.0;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (x > 0 && x + itemWidth(name) > width) {
                x = 0;
                y += ROW_HEIGHT;
            }
            svg.line("curve s" + style(i), left + x, y, left + x + SAMPLE_WIDTH, y);
            svg.text("key", left + x + SAMPLE_WIDTH + 6, y + 4, shortened(name));
            x += itemWidth(name) + GAP;
        }
    }

    private static double itemWidth(String name) {
        return SAMPLE_WIDTH + 6 + shortened(name).length() * CHAR_WIDTH;
    }

    static String shortened(String name) {
        return shortened(name, MAX_NAME_CHARS);
    }

    /** At most {@code maxChars} characters of a name, with a mark where it was cut. */
    static String shortened(String name, int maxChars) {
        if (name.length() <= maxChars) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(maxChars - 2)) ? maxChars - 2 : maxChars - 1;
        return name.substring(0, end) + "…";
    }
}
