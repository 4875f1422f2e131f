package io.streamgauge.conformance;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How strongly a standard asks for something. */
public enum Level {
    MUST,
    SHOULD,
    /** Allowed: what the subject does is recorded. */
    MAY,
    /** Open or contested: what the subject does is recorded. */
    INFO;

    /** Whether an outcome other than the expected one is a failure. */
    public boolean judged() {
        return this == MUST || this == SHOULD;
    }

    /** As it stands in case files and results: {@code must}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Level> ofWord(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst();
    }
}
