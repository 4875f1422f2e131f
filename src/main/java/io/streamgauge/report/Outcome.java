package io.streamgauge.report;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a conformance case can come to.
 *
 * <p>A word that is not in this list reads as {@link #UNKNOWN} and counts as a failure: a newer verdict must not look
 * like a pass in an older report.
 */
enum Outcome {
    OK("✓", Tone.GOOD, Kind.FINE, "as required, whole and at every cut"),
    NON_STRICT("≈", Tone.WARN, Kind.FINE, "not what a SHOULD asks for, and still conformant"),
    INFO("i", Tone.MUTED, Kind.FINE, "open in the standard; recorded, not judged"),
    FAILED("✗", Tone.BAD, Kind.FAILURE, "wrong even when the bytes come in one read"),
    SPLIT("¦", Tone.BAD, Kind.FAILURE, "right in one read, wrong when cut"),
    LATE("…", Tone.BAD, Kind.FAILURE, "right, but withheld until later bytes came"),
    SLOW("~", Tone.BAD, Kind.FAILURE, "right, but the cost grows faster than the input"),
    HANG("∞", Tone.BAD, Kind.ERROR, "never came back"),
    CRASH("!", Tone.BAD, Kind.ERROR, "ended in an error of its own"),
    NOT_APPLICABLE("–", Tone.MUTED, Kind.FINE, "the subject does not claim the feature"),
    UNTESTABLE("?", Tone.BAD, Kind.ERROR, "claimed, but could not be run; counts as a failure"),
    UNKNOWN("?", Tone.BAD, Kind.ERROR, "a verdict that this version does not know");

    /** How JUnit and the totals see an outcome. */
    private enum Kind {
        FINE,
        FAILURE,
        ERROR
    }

    private final String sign;
    private final Tone tone;
    private final Kind kind;
    private final String meaning;

    Outcome(String sign, Tone tone, Kind kind, String meaning) {
        this.sign = sign;
        this.tone = tone;
        this.kind = kind;
        this.meaning = meaning;
    }

    static Outcome of(String word) {
        return Arrays.stream(values())
                .filter(outcome ->
                        outcome.word().equals(word.toUpperCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElse(UNKNOWN);
    }

    String word() {
        return name().replace('_', '-');
    }

    Mark mark() {
        return new Mark(sign, word(), tone);
    }

    String meaning() {
        return meaning;
    }

    /** Counts against the subject. */
    boolean failing() {
        return kind != Kind.FINE;
    }

    /** The subject gave no answer that could be judged, as opposed to a wrong one. */
    boolean erring() {
        return kind == Kind.ERROR;
    }
}
