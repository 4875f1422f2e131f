package io.streamgauge.report;

/**
 * A bar beside the number it stands for, from zero to the right.
 *
 * @param css its look: {@code whole} for a part of a whole, or {@code ours}, {@code peer}, {@code floor}, {@code wrong}
 *     for a cost
 * @param length from 0 to 1; NaN for no bar
 * @param error half the width of what is not certain, in the same measure; 0 for none
 */
record Bar(String css, double length, double error) {
    static final Bar NONE = new Bar("", Double.NaN, 0);

    /** Steps of the drawing from left to right; the page stretches it. */
    private static final int STEPS = 1000;

    /** How much of a whole that is drawn too. */
    static Bar ofWhole(double share) {
        return new Bar("whole", share, 0);
    }

    /**
     * A cost among others.
     *
     * @param longest where the bars end, errors included
     * @param errorPercent of the cost; NaN for none
     */
    static Bar ofCost(String css, double cost, double longest, double errorPercent) {
        double length = longest > 0 ? cost / longest : Double.NaN;
        return new Bar(css, length, Units.known(errorPercent) ? length * Math.abs(errorPercent) / 100 : 0);
    }

    boolean shown() {
        return Units.known(length);
    }

    boolean hasTrack() {
        return css.equals("whole");
    }

    boolean hasError() {
        return error > 0 && Units.known(error);
    }

    long width() {
        return step(length);
    }

    /** An I lying on its side, from the least to the most the number can be. */
    String errorPath() {
        long low = step(length - error);
        long high = step(length + error);
        return "M" + low + " 1V7M" + low + " 4H" + high + "M" + high + " 1V7";
    }

    private static long step(double part) {
        return Math.round(STEPS * Math.max(0, Math.min(1, part)));
    }
}
