package io.streamgauge.server.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One name with its arguments and marks, such as {@code drip(1,gap=100ms)@event=5@p=0.1}.
 *
 * @param name what stands in front; never empty
 * @param arguments what stands within the parentheses
 * @param marks what stands behind each {@code @}
 */
public record Term(String name, List<Argument> arguments, List<Argument> marks) {
    /** The longest text that is read, in characters; longer ones are no request of a sane client. */
    public static final int MAX_CHARS = 4_096;

    /** Copies both lists. */
    public Term {
        arguments = List.copyOf(arguments);
        marks = List.copyOf(marks);
    }

    /**
     * A value, perhaps with a name.
     *
     * @param key empty where the value stands alone
     */
    public record Argument(String key, String value) {
        private static Argument of(String text) {
            int equals = text.indexOf('=');
            int open = text.indexOf('(');
            // A nested term may have names of its own: only what stands in front of it is this one's.
            if (equals < 0 || (open >= 0 && open < equals)) {
                return new Argument("", text.strip());
            }
            return new Argument(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip());
        }

        @Override
        public String toString() {
            return key.isEmpty() ? value : key + "=" + value;
        }
    }

    /**
     * Reads one term.
     *
     * @throws WordsException when it is none
     */
    public static Term parse(String text) {
        List<String> parts = split(text, '@');
        String head = parts.get(0);
        int open = head.indexOf('(');
        String name = (open < 0 ? head : head.substring(0, open)).strip();
        if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf(',') >= 0) {
            throw WordsException.expected("a name, perhaps with arguments in parentheses");
        }
        List<Argument> marks = parts.stream().skip(1).map(Argument::of).toList();
        return new Term(name, open < 0 ? List.of() : arguments(head.substring(open)), marks);
    }

    private static List<Argument> arguments(String parenthesised) {
        String text = parenthesised.strip();
        int close = closing(text);
        if (close != text.length() - 1) {
            throw WordsException.expected("nothing behind the closing parenthesis but @ and where");
        }
        String inner = text.substring(1, close);
        return inner.isBlank()
                ? List.of()
                : split(inner, ',').stream().map(Argument::of).toList();
    }

    private static int closing(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw WordsException.expected("a closing parenthesis");
    }

    /**
     * Takes a list apart at the commas outside of parentheses.
     *
     * @throws WordsException when a parenthesis is not closed, or not opened
     */
    public static List<String> list(String text) {
        return split(text, ',').stream().map(String::strip).toList();
    }

    private static List<String> split(String text, char at) {
        if (text.length() > MAX_CHARS) {
            throw WordsException.expected("at most " + MAX_CHARS + " characters");
        }
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                throw WordsException.expected("an opening parenthesis in front of the closing one");
            }
            if (depth == 0 && c == at) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        if (depth > 0) {
            throw WordsException.expected("a closing parenthesis");
        }
        parts.add(text.substring(from));
        return parts;
    }

    @Override
    public String toString() {
        String inner = arguments.stream().map(Argument::toString).collect(Collectors.joining(","));
        String behind = marks.stream().map(mark -> "@" + mark).collect(Collectors.joining());
        return name + (inner.isEmpty() ? "" : "(" + inner + ")") + behind;
    }
}
