package io.streamgauge.report;

/**
 * What was expected beside what came, parted where they begin to differ.
 *
 * @param expected the whole text; {@code same} of its first characters are in {@code actual} too
 * @param same length of the common front, never inside a surrogate pair
 */
record Contrast(String expected, String actual, int same) {
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
