package io.streamgauge.corpus.synthetic;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a provider's server spaces and escapes its JSON; the bytes are part of what decoders have to cope with. */
enum JsonStyle {
    /** No blanks, and no escapes but the necessary ones. */
    COMPACT(":", ",", Escapes.NECESSARY, false),
    /** Python's default: blanks everywhere, and nothing beyond ASCII. */
    PYTHON(": ", ", ", Escapes.NON_ASCII, false),
    /** No blanks, and nothing beyond ASCII. */
    COMPACT_ASCII(":", ",", Escapes.NON_ASCII, false),
    /** Go's default, which is Ollama's: angle brackets, ampersands and the Unicode line separators are escaped. */
    GO(":", ",", Escapes.FOR_HTML, false),
    /** Gemini with {@code alt=sse}: a blank behind each colon and none behind a comma. */
    GOOGLE(": ", ",", Escapes.ANGLE_BRACKETS, false),
    /** Gemini's JSON array: two blanks for each level. */
    GOOGLE_PRINTED(": ", ",", Escapes.ANGLE_BRACKETS, true),
    /** For people: two blanks for each level. */
    PRINTED(": ", ",", Escapes.NECESSARY, true);

    private enum Escapes {
        NECESSARY,
        ANGLE_BRACKETS,
        FOR_HTML,
        NON_ASCII
    }

    private final String colon;
    private final String comma;
    private final Escapes escapes;
    private final boolean indented;

    JsonStyle(String colon, String comma, Escapes escapes, boolean indented) {
        this.colon = colon;
        this.comma = comma;
        this.escapes = escapes;
        this.indented = indented;
    }

    /** The JSON text of a value as {@link Json} describes it. Half a surrogate pair is written as an escape. */
    String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        value(value, 0, out);
        return out.toString();
    }

    private void value(@Nullable Object value, int depth, StringBuilder out) {
        if (value instanceof String text) {
            string(text, out);
        } else if (value instanceof Map<?, ?> object) {
            object(object, depth, out);
        } else if (value instanceof List<?> array) {
            array(array, depth, out);
        } else {
            out.append(value);
        }
    }

    private void object(Map<?, ?> object, int depth, StringBuilder out) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> members = object.entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<?, ?> member = members.next();
            indent(depth + 1, out);
            string(String.valueOf(member.getKey()), out);
            out.append(colon);
            value(member.getValue(), depth + 1, out);
            out.append(members.hasNext() ? comma : "");
        }
        close('}', object.isEmpty(), depth, out);
    }

    private void array(List<?> array, int depth, StringBuilder out) {
        out.append('[');
        Iterator<?> values = array.iterator();
        while (values.hasNext()) {
            indent(depth + 1, out);
            value(values.next(), depth + 1, out);
            out.append(values.hasNext() ? comma : "");
        }
        close(']', array.isEmpty(), depth, out);
    }

    private void close(char bracket, boolean empty, int depth, StringBuilder out) {
        if (!empty) {
            indent(depth, out);
        }
        out.append(bracket);
    }

    private void indent(int depth, StringBuilder out) {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text, i, out);
        }
        out.append('"');
    }

    private void character(String text, int at, StringBuilder out) {
        char c = text.charAt(at);
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (isEscaped(text, at)) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    private boolean isEscaped(String text, int at) {
        char c = text.charAt(at);
        boolean byStyle = switch (escapes) {
            case NECESSARY -> false;
            case ANGLE_BRACKETS -> c == '<' || c == '>';
            case FOR_HTML -> c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
            case NON_ASCII -> c >= 0x7F;
        };
        return byStyle || c < ' ' || isHalfAPair(text, at);
    }

    private static boolean isHalfAPair(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
