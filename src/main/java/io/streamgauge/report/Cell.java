package io.streamgauge.report;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * One field of a table.
 *
 * @param hint a second, smaller line; shown where there is room for it
 * @param rank what the cell is sorted by; NaN sorts by the text
 * @param share part of a whole from 0 to 1, drawn as a bar beside the text; NaN for no bar
 * @param target anchor of the place the cell leads to, empty for none
 */
record Cell(String text, String hint, Tone tone, double rank, double share, String target) {
    private static final MathContext FIVE_DIGITS = new MathContext(5);

    static Cell of(String text) {
        return new Cell(text, "", Tone.PLAIN, Double.NaN, Double.NaN, "");
    }

    static Cell of(Mark mark) {
        return of(mark.text()).toned(mark.tone());
    }

    /** A number as it is shown, and as it is sorted; muted if it is not known. */
    static Cell number(String text, double rank) {
        return new Cell(text, "", Units.known(rank) ? Tone.PLAIN : Tone.MUTED, rank, Double.NaN, "");
    }

    static Cell count(double value) {
        return number(Units.count(value), value);
    }

    static Cell count(long value) {
        return number(Units.count(value), (double) value);
    }

    static Cell micros(double micros) {
        return number(Units.micros(micros), micros);
    }

    /** How much of a whole, with a bar. */
    static Cell share(long part, long whole) {
        double share = whole > 0 ? (double) part / whole : Double.NaN;
        return new Cell(Units.share(share), "", Tone.PLAIN, share, share, "");
    }

    Cell toned(Tone other) {
        return new Cell(text, hint, other, rank, share, target);
    }

    Cell hinted(String words) {
        return new Cell(text, words, tone, rank, share, target);
    }

    Cell linked(String anchor) {
        return new Cell(text, hint, tone, rank, share, anchor);
    }

    /** Classes of the cell; none for the plain text and known numbers that most cells are. */
    @Nullable
    String css(boolean numeric) {
        String aligned = numeric && !Units.known(rank) ? "n " : "";
        String toned = tone == Tone.PLAIN ? "" : tone.css();
        return aligned.isEmpty() && toned.isEmpty() ? null : (aligned + toned).strip();
    }

    /** The rank for the page's sorting, short because a page has thousands; none for text. */
    @Nullable
    String sortKey() {
        return Units.known(rank)
                ? new BigDecimal(rank).round(FIVE_DIGITS).stripTrailingZeros().toString()
                : null;
    }

    boolean barred() {
        return Units.known(share);
    }

    /** Length of the bar in hundredths. */
    long barPercent() {
        return Math.round(100 * Math.max(0, Math.min(1, share)));
    }
}
