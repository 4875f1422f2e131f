package io.streamgauge.conformance;

import java.util.Locale;

/** Text in evidence: every character that does not print is written as an escape, and long text is cut. */
final class Shown {
    private static final int MAX_CHARACTERS = 200;

    private Shown() {}

    static String quoted(String text) {
        return '"' + bare(text) + '"';
    }

    static String bare(String text) {
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), MAX_CHARACTERS);
        for (int i = 0; i < end; i++) {
            append(shown, text.charAt(i));
        }
        if (end < text.length()) {
            shown.append("... (").append(text.length()).append(" characters)");
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, char c) {
        switch (c) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            case '"', '\\' -> shown.append('\\').append(c);
            default -> {
                if (c >= ' ' && c <= '~') {
                    shown.append(c);
                } else {
                    shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                }
            }
        }
    }
}
