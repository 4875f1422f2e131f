package io.streamgauge.result;

/**
 * Half characters, which Java strings can hold and UTF-8 cannot.
 *
 * <p>A provider may send {@code \}{@code ud800} without its other half, and then the evidence holds it too. Encoding it
 * would put a question mark in its place; written as an escape it reads back as it was.
 */
public final class LoneSurrogates {
    private LoneSurrogates() {}

    /** JSON text with every surrogate that has no partner written as a {@code \}{@code u} escape. */
    public static String escape(String json) {
        int first = firstIn(json);
        if (first == json.length()) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 16).append(json, 0, first);
        json.substring(first).codePoints().forEach(point -> {
            if (isSurrogate(point)) {
                escaped.append("\\u%04x".formatted(point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static int firstIn(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isSurrogate(text.codePointAt(i))) {
                return i;
            }
        }
        return text.length();
    }

    /** A code point read from a string is a surrogate only where the other half was missing. */
    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
