package io.streamgauge.conformance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of a check. */
public enum Verdict {
    /** As required, whole and at every cut. */
    OK,
    /** Not what is required, but named in the case as a defensible choice. */
    NON_STRICT,
    /** Open in the standard: recorded, not judged. */
    INFO,
    /** Wrong even when all bytes come in one read. */
    FAILED,
    /** Right in one read, wrong when cut. */
    SPLIT,
    /** Right, but an event was withheld until later bytes came. */
    LATE,
    /** Right, or on the way to it, but the cost grows faster than the input. */
    SLOW,
    /** Never came back from a call. */
    HANG,
    /** Ended in an exception that is no answer. */
    CRASH,
    /** The subject does not claim the capability that the case is about. */
    NOT_APPLICABLE,
    /** Could not be run although it applies. Counts as a failure: what was not run must not read as passed. */
    UNTESTABLE;

    /** Whether it counts against the subject. */
    public boolean failing() {
        return switch (this) {
            case FAILED, SPLIT, LATE, SLOW, HANG, CRASH, UNTESTABLE -> true;
            case OK, NON_STRICT, INFO, NOT_APPLICABLE -> false;
        };
    }

    /** As it stands in files and on screens: {@code NON-STRICT}. */
    public String word() {
        return name().replace('_', '-');
    }

    /** The verdict of a word, in upper or lower case. */
    public static Optional<Verdict> ofWord(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(verdict -> verdict.word().equals(upper))
                .findFirst();
    }
}
