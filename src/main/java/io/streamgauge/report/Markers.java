package io.streamgauge.report;

/** Shapes that tell lines apart for those who do not see their colours. */
final class Markers {
    private static final double SIZE = 3.2;

    private Markers() {}

    /** The outline of the shape for a line style, around a point. */
    static String steps(int style, double x, double y) {
        return switch (style) {
            case 0 -> circle(x, y);
            case 1 -> polygon(x - SIZE, y - SIZE, x + SIZE, y - SIZE, x + SIZE, y + SIZE, x - SIZE, y + SIZE);
            case 2 -> polygon(x, y - SIZE * 1.3, x + SIZE * 1.2, y + SIZE, x - SIZE * 1.2, y + SIZE);
            case 3 -> polygon(x, y - SIZE * 1.4, x + SIZE * 1.4, y, x, y + SIZE * 1.4, x - SIZE * 1.4, y);
            case 4 -> polygon(x, y + SIZE * 1.3, x + SIZE * 1.2, y - SIZE, x - SIZE * 1.2, y - SIZE);
            default ->
                polygon(
                        x - SIZE * 1.5,
                        y - 1.5,
                        x + SIZE * 1.5,
                        y - 1.5,
                        x + SIZE * 1.5,
                        y + 1.5,
                        x - SIZE * 1.5,
                        y + 1.5);
        };
    }

    static String circle(double x, double y) {
        String arc = "a%1$s %1$s 0 1 0 ".formatted(SIZE);
        return "M" + Svg.at(x - SIZE, y) + arc + 2 * SIZE + " 0" + arc + -2 * SIZE + " 0Z";
    }

    private static String polygon(double... coordinates) {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < coordinates.length; i += 2) {
            steps.append(i == 0 ? 'M' : 'L').append(Svg.at(coordinates[i], coordinates[i + 1]));
        }
        return steps.append('Z').toString();
    }
}
