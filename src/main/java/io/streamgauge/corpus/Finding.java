package io.streamgauge.corpus;

import io.streamgauge.accumulate.Message;
import java.util.function.Predicate;

/**
 * A field that is not as expected, before anybody knows where in the stream that began.
 *
 * @param departed whether a message that is still growing has departed already; never true when something is missing
 */
record Finding(String field, String expected, String actual, Predicate<Message> departed) {
    private static final int MAX_EXCERPT = 160;
    private static final int BEFORE = 40;

    /** Something that only the whole stream shows. */
    static Finding atTheEnd(String field, Object expected, Object actual) {
        return new Finding(field, expected.toString(), actual.toString(), message -> false);
    }

    /** Two renderings of everything, of which only the surroundings of the first difference are shown. */
    static Finding ofWhole(String field, String expected, String actual) {
        return excerpt(field, expected, actual, firstDifference(expected, actual), message -> false);
    }

    /** Where two texts part, in chars; the length of the shorter one when it is the beginning of the other. */
    static int firstDifference(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /** The same with only what surrounds the character {@code at}, where the texts part. */
    static Finding excerpt(String field, String expected, String actual, int at, Predicate<Message> departed) {
        return new Finding(field, around(expected, at), around(actual, at), departed);
    }

    private static String around(String text, int at) {
        if (text.length() <= MAX_EXCERPT) {
            return text;
        }
        int from = wholeCharacter(text, Math.max(0, Math.min(at, text.length()) - BEFORE));
        int to = wholeCharacter(text, Math.min(text.length(), from + MAX_EXCERPT));
        return (from == 0 ? "" : "...") + text.substring(from, to) + (to == text.length() ? "" : "...");
    }

    private static int wholeCharacter(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
