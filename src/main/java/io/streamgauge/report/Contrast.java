package io.streamgauge.report;

import java.util.Optional;

/**
 * What was expected beside what came, parted where they begin to differ.
 *
 * @param expected the whole text; {@code same} of its first characters are in {@code actual} too
 * @param same length of the common front, never inside a surrogate pair
 */
record Contrast(String expected, String actual, int same) {
    /** What a document expected and got; nothing where it says neither. */
    static Optional<Contrast> read(Fields fields) {
        Optional<String> expected = fields.maybeBlock("expected").filter(text -> !text.isEmpty());
        Optional<String> actual = fields.maybeBlock("actual").filter(text -> !text.isEmpty());
        return expected.isEmpty() && actual.isEmpty()
                ? Optional.empty()
                : Optional.of(of(expected.orElse(Units.UNKNOWN), actual.orElse(Units.UNKNOWN)));
    }

    static Contrast of(String expected, String actual) {
        int same = 0;
        int shorter = Math.min(expected.length(), actual.length());
        while (same < shorter && expected.charAt(same) == actual.charAt(same)) {
            same++;
        }
        if (same > 0 && Character.isHighSurrogate(expected.charAt(same - 1))) {
            same--;
        }
        return new Contrast(expected, actual, same);
    }

    String common() {
        return expected.substring(0, same);
    }

    String expectedRest() {
        return expected.substring(same);
    }

    String actualRest() {
        return actual.substring(same);
    }
}
