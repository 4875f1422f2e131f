package io.streamgauge.report;

import java.util.ArrayList;
import java.util.List;

/** Where values lie along an axis, and where its ticks go. */
final class Scale {
    /** A logarithmic axis needs values this many times apart; nearer ones are clearer from zero. */
    private static final double LOG_FROM_RATIO = 20;

    /** Nothing we draw is smaller, be it times in microseconds, costs or rates. */
    private static final double LEAST_SPAN = 1e-6;

    private final double low;
    private final double high;
    private final boolean logarithmic;
    private final double start;
    private final double end;

    private Scale(double low, double high, boolean logarithmic, double start, double end) {
        this.low = low;
        this.high = high;
        this.logarithmic = logarithmic;
        this.start = start;
        this.end = end;
    }

    /**
     * An axis from {@code start} to {@code end} on which equal steps are equal differences.
     *
     * @param start coordinate of {@code low}; may be greater than {@code end}, as upward axes are
     */
    static Scale linear(double low, double high, double start, double end) {
        return new Scale(low, high > low + LEAST_SPAN ? high : low + 1, false, start, end);
    }

    /** An axis for times: from zero while the values are near one another, logarithmic when they are far apart. */
    static Scale ofTimes(double least, double most, double start, double end) {
        if (least > 0 && most / least > LOG_FROM_RATIO) {
            return new Scale(floorOfDecade(Math.max(least, LEAST_SPAN)), most * 1.15, true, start, end);
        }
        return linear(0, most > 0 ? most * 1.06 : 1, start, end);
    }

    double at(double value) {
        double part = logarithmic
                ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
                : (value - low) / (high - low);
        return start + (end - start) * Math.max(0, Math.min(1, part));
    }

    /** Round values on the axis, about {@code wished} of them. */
    List<Double> ticks(int wished) {
        return logarithmic ? decades(wished) : steps(wished);
    }

    private List<Double> steps(int wished) {
        double step = roundStep((high - low) / wished);
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(low / step) * step; tick <= high + step * 1e-9; tick += step) {
            ticks.add(Math.rint(tick / step) * step);
        }
        return ticks;
    }

    /** One, two and five of each decade while there is room, else the decades alone, else every n-th. */
    private List<Double> decades(int wished) {
        double decades = Math.log10(high / low);
        double[] within = decades * 3 <= wished + 1 ? new double[] {1, 2, 5} : new double[] {1};
        int every = Math.max(1, (int) Math.ceil(decades / (wished + 1)));
        List<Double> ticks = new ArrayList<>();
        for (int decade = (int) Math.floor(Math.log10(low)); Math.pow(10, decade) <= high; decade += every) {
            for (double digit : within) {
                double tick = digit * Math.pow(10, decade);
                if (tick >= low * (1 - 1e-9) && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** The next 1, 2 or 5 times a power of ten. */
    private static double roundStep(double step) {
        double decade = Math.pow(10, Math.floor(Math.log10(step)));
        double digit = step / decade;
        return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * decade;
    }

    /** The greatest 1, 2 or 5 times a power of ten that is not above {@code value}. */
    private static double floorOfDecade(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        double digit = value / decade;
        return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * decade;
    }
}
