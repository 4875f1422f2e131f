package io.streamgauge.report;

import io.streamgauge.result.RunVerdict;

/** A verdict in three ways at once: a sign, a word and a tone, so that no reader depends on one of them. */
record Mark(String sign, String word, Tone tone) {
    static Mark of(RunVerdict verdict) {
        return switch (verdict) {
            case PASS -> new Mark("✓", "pass", Tone.GOOD);
            case FINDING -> new Mark("✗", "finding", Tone.BAD);
            case COULD_NOT_RUN -> new Mark("!", "could not run", Tone.BAD);
            case INVALID -> new Mark("!", "invalid", Tone.BAD);
            case INCONCLUSIVE -> new Mark("?", "inconclusive", Tone.WARN);
        };
    }

    /** What a verdict means for the whole document. */
    static String meaning(RunVerdict verdict) {
        return switch (verdict) {
            case PASS -> "All as expected.";
            case FINDING -> "Something is not as expected.";
            case COULD_NOT_RUN -> "The run could not take place.";
            case INVALID -> "Nothing ran, or what was measured cannot be trusted.";
            case INCONCLUSIVE -> "All ran, and the noise was too great to tell.";
        };
    }

    String text() {
        return sign + " " + word;
    }
}
