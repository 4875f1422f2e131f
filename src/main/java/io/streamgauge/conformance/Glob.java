package io.streamgauge.conformance;

import java.util.regex.Pattern;

/** A pattern for ids, in which {@code *} stands for any characters and {@code ?} for one. */
record Glob(String text, Pattern pattern) {
    static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return new Glob(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    boolean matches(String id) {
        return pattern.matcher(id).matches();
    }
}
