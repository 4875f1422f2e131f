package io.streamgauge.provider.reference;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jackson refuses half a surrogate pair in a name, where RFC 8259 (section 8.2) leaves it to the reader. It is U+FFFD
 * for us, as everywhere, and is written so before Jackson looks. No position changes by that.
 */
final class SoundNames {
    private static final String HIGH = "\\\\u[dD][89abAB][0-9a-fA-F]{2}";
    private static final String LOW = "\\\\u[dD][c-fC-F][0-9a-fA-F]{2}";

    /** A pair, or half of one, or a backslash with what it escapes. */
    private static final Pattern SURROGATES = Pattern.compile(HIGH + LOW + "|" + HIGH + "|" + LOW + "|\\\\[^u]");

    private static final int ESCAPE_LENGTH = 6;

    private SoundNames() {}

    static String in(String json) {
        if (!json.contains("\\ud") && !json.contains("\\uD")) {
            return json;
        }
        StringBuilder sound = new StringBuilder(json);
        int at = json.indexOf('"');
        while (at >= 0) {
            int end = behindString(json, at);
            if (isName(json, end)) {
                sound.replace(at, end, soundName(json.substring(at, end)));
            }
            at = json.indexOf('"', end);
        }
        return sound.toString();
    }

    private static int behindString(String json, int quote) {
        int at = quote + 1;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, json.length());
    }

    private static boolean isName(String json, int behind) {
        int at = behind;
        while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
        return at < json.length() && json.charAt(at) == ':';
    }

    private static String soundName(String name) {
        return SURROGATES.matcher(name).replaceAll(found -> {
            boolean isHalf = found.group().length() == ESCAPE_LENGTH;
            return Matcher.quoteReplacement(isHalf ? "\\ufffd" : found.group());
        });
    }
}
