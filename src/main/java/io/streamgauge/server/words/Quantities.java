package io.streamgauge.server.words;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers with their units, as people write them and as they are written back. */
public final class Quantities {
    /** The longest time that is taken: an hour. */
    public static final long MAX_NANOS = TimeUnit.HOURS.toNanos(1);

    /** What a time looks like. */
    public static final String TIME = "a time such as 250ms, 1.5s or 800us, up to an hour";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?) ?(us|ms|s)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,10}) ?(B|KiB|MiB)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,12})?(?:[eE]-?\\d{1,2})?");

    private static final long MICRO = TimeUnit.MICROSECONDS.toNanos(1);
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private Quantities() {}

    /** A time in nanoseconds; without a unit it is in milliseconds. */
    public static long nanos(String text) {
        Matcher parts = DURATION.matcher(text);
        if (parts.matches()) {
            double nanos = Double.parseDouble(parts.group(1)) * nanosOf(parts.group(2));
            if (nanos <= MAX_NANOS) {
                return Math.round(nanos);
            }
        }
        throw WordsException.expected(TIME);
    }

    private static long nanosOf(@Nullable String unit) {
        return unit == null || unit.equals("ms") ? MILLI : unit.equals("s") ? SECOND : MICRO;
    }

    private static long bytesOf(@Nullable String unit) {
        return unit == null || unit.equals("B") ? 1 : unit.equals("KiB") ? 1 << 10 : 1 << 20;
    }

    /** Whether {@link #nanos} could read it, bounds aside. */
    public static boolean isTime(String text) {
        return DURATION.matcher(text).matches();
    }

    /** A size in bytes. */
    public static int bytes(String text, int min, int max) {
        Matcher parts = SIZE.matcher(text);
        if (parts.matches()) {
            long bytes = Long.parseLong(parts.group(1)) * bytesOf(parts.group(2));
            if (bytes >= min && bytes <= max) {
                return (int) bytes;
            }
        }
        throw WordsException.expected("a size such as 512, 64KiB or 1MiB, from " + min + " to " + max + " bytes");
    }

    /** A number without a unit. */
    public static double number(String text, double min, double max) {
        if (NUMBER.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw WordsException.expected("a number from " + plain(min) + " to " + plain(max));
    }

    /** A whole number. */
    public static int count(String text, int min, int max) {
        double number = text.matches("\\d{1,12}") ? Double.parseDouble(text) : -1;
        if (number >= min && number <= max) {
            return (int) number;
        }
        throw WordsException.expected("a whole number from " + min + " to " + max);
    }

    /** A time with the largest unit that keeps it exact and whole where there is one. */
    public static String time(long nanos) {
        if (nanos != 0 && nanos % SECOND == 0) {
            return nanos / SECOND + "s";
        }
        return nanos != 0 && nanos < MILLI
                ? plain((double) nanos / MICRO) + "us"
                : plain((double) nanos / MILLI) + "ms";
    }

    /** A number without an exponent and without zeros at its end. */
    public static String plain(double number) {
        return number == 0
                ? "0"
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
