package io.streamgauge.report;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * One field of a table.
 *
 * @param hint a second, smaller line; shown where there is room for it
 * @param rank what the cell is sorted by; NaN sorts by the text
 * @param bar drawn beside the text where there is room for it
 * @param target anchor of the place the cell leads to, empty for none
 */
record Cell(String text, String hint, Tone tone, double rank, Bar bar, String target) {
    private static final MathContext FIVE_DIGITS = new MathContext(5);

    static Cell of(String text) {
        return new Cell(text, "", Tone.PLAIN, Double.NaN, Bar.NONE, "");
    }

    static Cell of(Mark mark) {
        return of(mark.text()).toned(mark.tone());
    }

    /** A number as it is shown, and as it is sorted; muted if it is not known. */
    static Cell number(String text, double rank) {
        return new Cell(text, "", Units.known(rank) ? Tone.PLAIN : Tone.MUTED, rank, Bar.NONE, "");
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
        return number(Units.share(share), share).withBar(Bar.ofWhole(share)).toned(Tone.PLAIN);
    }

    Cell toned(Tone other) {
        return new Cell(text, hint, other, rank, bar, target);
    }

    Cell withBar(Bar other) {
        return new Cell(text, hint, tone, rank, other, target);
    }

    Cell hinted(String words) {
        return new Cell(text, words, tone, rank, bar, target);
    }

    Cell linked(String anchor) {
        return new Cell(text, hint, tone, rank, bar, anchor);
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
        return bar.shown();
    }
}
