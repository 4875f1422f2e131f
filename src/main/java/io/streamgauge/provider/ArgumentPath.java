package io.streamgauge.provider;

import io.streamgauge.bytes.ByteSlice;
import java.util.ArrayList;
import java.util.List;

/**
 * A path to a value within the arguments of a call, in the part of JSONPath (RFC 9535) that names one place: {@code $},
 * then members as {@code .name} or {@code ['name']} and elements as {@code [0]}.
 *
 * @param steps the way from the root; empty for the root itself
 */
record ArgumentPath(List<Step> steps) {
    /** Deeper paths are cut; the figure is that of the JSON reader, which could not read the result otherwise. */
    static final int MAX_STEPS = 400;

    /**
     * One step down.
     *
     * @param name of a member, or the digits of an element
     */
    record Step(String name, boolean isElement) {}

    static ArgumentPath parse(ByteSlice path) {
        String text = path.copyUtf8();
        List<Step> steps = new ArrayList<>();
        int at = text.startsWith("$") ? 1 : 0;
        while (at < text.length() && steps.size() < MAX_STEPS) {
            boolean isBracket = text.charAt(at) == '[';
            int from = isBracket || text.charAt(at) == '.' ? at + 1 : at;
            int to = isBracket ? bracketEnd(text, from) : nameEnd(text, from);
            steps.add(isBracket ? inBrackets(text.substring(from, to)) : new Step(text.substring(from, to), false));
            at = isBracket ? to + 1 : to;
        }
        return new ArgumentPath(steps);
    }

    private static int nameEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
            at++;
        }
        return at;
    }

    /** The closing bracket, which counts only outside of quotes. */
    private static int bracketEnd(String text, int from) {
        char quote = from < text.length() ? text.charAt(from) : ']';
        boolean isQuoted = quote == '\'' || quote == '"';
        int behindQuote = isQuoted ? text.indexOf(quote, from + 1) : from;
        int end = text.indexOf(']', Math.max(behindQuote, from));
        return end < 0 ? text.length() : end;
    }

    private static Step inBrackets(String inner) {
        boolean isQuoted = inner.length() > 1
                && (inner.charAt(0) == '\'' || inner.charAt(0) == '"')
                && inner.charAt(inner.length() - 1) == inner.charAt(0);
        if (isQuoted) {
            return new Step(inner.substring(1, inner.length() - 1), false);
        }
        boolean isNumber = !inner.isEmpty() && inner.chars().allMatch(c -> c >= '0' && c <= '9');
        return new Step(inner, isNumber);
    }
}
