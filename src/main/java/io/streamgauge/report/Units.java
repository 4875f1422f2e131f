package io.streamgauge.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as people read them: three digits, a unit that fits, and the same on every machine.
 *
 * <p>Not-a-number stands for "not known" throughout this package and is shown as {@link #UNKNOWN}.
 */
final class Units {
    static final String UNKNOWN = "–";

    /** Above this no result of ours can be, only a broken or hostile document. */
    private static final double MAX_MAGNITUDE = 1e18;

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final double THOUSAND = 1_000;
    private static final double MILLION = 1_000_000;
    /** From here on three digits round up to the next unit's 1.00. */
    private static final double NEARLY = 0.9995;

    private Units() {}

    /** A whole number, in groups of three digits. */
    static String count(double value) {
        return known(value) ? count(Math.round(value)) : UNKNOWN;
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Three significant digits, or all digits of the whole part where it has more. */
    static String number(double value) {
        if (!known(value)) {
            return UNKNOWN;
        }
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) >= NEARLY * THOUSAND) {
            return count(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
        int decimals = THREE_DIGITS.getPrecision() - (rounded.precision() - rounded.scale());
        return rounded.setScale(Math.max(0, decimals), RoundingMode.UNNECESSARY).toPlainString();
    }

    /** A time given in microseconds, in the unit that keeps it between 1 and 1000. */
    static String micros(double micros) {
        if (!known(micros)) {
            return UNKNOWN;
        }
        double size = Math.abs(micros);
        if (size >= NEARLY * MILLION) {
            return number(micros / MILLION) + " s";
        }
        return size >= NEARLY * THOUSAND ? number(micros / THOUSAND) + " ms" : number(micros) + " µs";
    }

    /** A round time on an axis, in microseconds: no digits that say nothing. */
    static String tick(double micros) {
        return micros == 0 ? "0" : bare(micros(micros));
    }

    /** A round count or rate on an axis. */
    static String compactTick(double value) {
        return bare(compact(value));
    }

    /** The same number without zeros at the end of its fraction. */
    private static String bare(String number) {
        return number.replaceFirst("(\\.\\d*?)0+(?!\\d)", "$1").replaceFirst("\\.(?!\\d)", "");
    }

    /** A time given in nanoseconds, in the unit that keeps it between 1 and 1000. */
    static String nanos(double nanos) {
        return known(nanos) && Math.abs(nanos) < NEARLY * THOUSAND ? number(nanos) + " ns" : micros(nanos / THOUSAND);
    }

    /** A count or rate that may be large: {@code 9.88 k}, {@code 32.7 M}. */
    static String compact(double value) {
        double size = Math.abs(value);
        if (size >= MILLION) {
            return number(value / MILLION) + " M";
        }
        return size >= 10 * THOUSAND ? number(value / THOUSAND) + " k" : number(value);
    }

    /** One decimal. */
    static String percent(double value) {
        return known(value) ? String.format(Locale.ROOT, "%,.1f %%", value) : UNKNOWN;
    }

    /** Part of a whole in per cent; only the whole itself is a hundred. */
    static String share(double share) {
        return share < 1 ? percent(Math.min(100 * share, 99.9)) : percent(100 * share);
    }

    /** A change, with its sign: {@code +3.1 %}. */
    static String change(double percent) {
        String sign = percent >= 0.05 ? "+" : percent <= -0.05 ? "−" : "";
        return sign + percent(Math.abs(percent));
    }

    /** How many times: {@code 9.08×}. */
    static String times(double ratio) {
        return known(ratio) ? number(ratio) + "×" : UNKNOWN;
    }

    /** A duration in milliseconds, in seconds or minutes. */
    static String duration(double millis) {
        return known(millis) && millis >= 120 * THOUSAND
                ? String.format(Locale.ROOT, "%d min %02d s", (long) millis / 60_000, (long) millis / 1_000 % 60)
                : micros(millis * THOUSAND);
    }

    /** The singular for one, the plural otherwise: {@code 1 case}, {@code 24 cases}. */
    static String counted(double count, String singular) {
        return count(count) + " " + singular + (count == 1 ? "" : "s");
    }

    static String counted(long count, String singular) {
        return count(count) + " " + singular + (count == 1 ? "" : "s");
    }

    /** Whether there is a number to show: it is finite and of a size that something could have. */
    static boolean known(double value) {
        return Math.abs(value) < MAX_MAGNITUDE;
    }
}
