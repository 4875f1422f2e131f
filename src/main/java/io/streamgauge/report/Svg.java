package io.streamgauge.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes one drawing, element by element.
 *
 * <p>Colours, fonts and dashes come from the page's style sheet by class, so that a drawing follows the page from light
 * to dark to paper. Equal calls give equal text on every machine: coordinates have one decimal and no locale.
 */
final class Svg {
    /** Width all charts are drawn at; two of them fit beside each other on a page, one fits a phone. */
    static final int WIDTH = 420;

    private final StringBuilder out = new StringBuilder(4_096);

    /**
     * Begins a drawing.
     *
     * @param id unique on the page
     * @param summary what the drawing says, for those who do not see it
     */
    Svg(String id, int height, String title, String summary) {
        out.append("<svg class=\"chart\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height);
        out.append("\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-t ")
                .append(id)
                .append("-d\">\n");
        element("title", id + "-t", title);
        element("desc", id + "-d", summary);
    }

    private void element(String name, String id, String content) {
        out.append('<').append(name).append(" id=\"").append(id).append("\">");
        out.append(escaped(content)).append("</").append(name).append(">\n");
    }

    Svg line(String css, double x1, double y1, double x2, double y2) {
        return path(css, "M" + at(x1, y1) + "L" + at(x2, y2));
    }

    Svg rect(String css, double x, double y, double width, double height) {
        out.append("<rect class=\"").append(css).append("\" x=\"").append(number(x));
        out.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(width));
        out.append("\" height=\"").append(number(height)).append("\"/>\n");
        return this;
    }

    /** A path whose steps were written with {@link #at}. */
    Svg path(String css, String steps) {
        out.append("<path class=\"").append(css).append("\" d=\"").append(steps).append("\"/>\n");
        return this;
    }

    /** A path that tells its own meaning to whoever points at it. */
    Svg path(String css, String steps, String tip) {
        out.append("<path class=\"").append(css).append("\" d=\"").append(steps).append("\"><title>");
        out.append(escaped(tip)).append("</title></path>\n");
        return this;
    }

    /** Words that start, end or centre at {@code x}, as {@code css} says. */
    Svg text(String css, double x, double y, String words) {
        out.append("<text class=\"").append(css).append("\" x=\"").append(number(x));
        out.append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(escaped(words))
                .append("</text>\n");
        return this;
    }

    String end() {
        return out.append("</svg>").toString();
    }

    /** A point within a path. */
    static String at(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** A coordinate within a path. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
