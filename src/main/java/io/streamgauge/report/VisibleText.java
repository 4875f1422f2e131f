package io.streamgauge.report;

/**
 * Text that shows what it is made of, whoever wrote it.
 *
 * <p>Names and values in a result come from recorded streams and foreign endpoints. Here control characters become
 * pictures of themselves, and characters that would reorder or hide their neighbours, half characters and
 * non-characters become {@code ⟦U+202E⟧}. What is left is legal in HTML, XML, Markdown and on a terminal, and still has
 * to be escaped there. Zero-width joiners stay: scripts and emoji need them, and they hide nothing.
 */
final class VisibleText {
    /** Longest name or value shown within a line. */
    static final int MAX_INLINE_CHARS = 400;
    /** Longest piece of evidence shown as a block of lines. */
    static final int MAX_BLOCK_CHARS = 4_000;

    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int DELETE_PICTURE = 0x2421;

    private VisibleText() {}

    /** One line: line ends are shown as pictures, and at most {@link #MAX_INLINE_CHARS} characters are kept. */
    static String inline(String text) {
        return visible(text, MAX_INLINE_CHARS, false);
    }

    /** Lines stay lines, and at most {@link #MAX_BLOCK_CHARS} characters are kept. */
    static String block(String text) {
        return visible(text, MAX_BLOCK_CHARS, true);
    }

    private static String visible(String text, int maxChars, boolean keepLines) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), maxChars) + 16);
        int at = 0;
        while (at < text.length() && at < maxChars) {
            int point = text.codePointAt(at);
            append(out, point, keepLines);
            at += Character.charCount(point);
        }
        if (at < text.length()) {
            out.append("… (cut, ").append(Units.count(text.length())).append(" characters in all)");
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int point, boolean keepLines) {
        if (point == '\n' && keepLines) {
            out.append('\n');
        } else if (point < ' ') {
            out.appendCodePoint(CONTROL_PICTURES + point);
        } else if (point == DELETE) {
            out.appendCodePoint(DELETE_PICTURE);
        } else if (isDeceptive(point)) {
            out.append("⟦U+%04X⟧".formatted(point));
        } else {
            out.appendCodePoint(point);
        }
    }

    private static boolean isDeceptive(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // Bidirectional controls, byte order mark, soft hyphen, zero-width space, tags: all but the two joiners.
            case Character.FORMAT -> point != 0x200C && point != 0x200D;
            default -> (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
        };
    }
}
