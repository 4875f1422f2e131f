package io.streamgauge.buffer;

/** What kinds of code points matter to words and sentences. */
final class Letters {
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int NEXT_LINE = 0x85;

    /** Small and repeating kana, which never begin a word. */
    private static final String NON_STARTERS = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー々〻ゝゞヽヾ";

    /**
     * Full stops that end a sentence whatever follows: of Han, Indic, Ethiopic, Khmer, Burmese, Tibetan, Armenian,
     * Arabic script.
     */
    private static final String HARD_STOPS = "。．｡！？।॥።៕။།։۔؟";

    private Letters() {}

    /** White space at which a line or word may be parted; no-break spaces are none, the zero width space is. */
    static boolean isBlank(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint == ' ' || (codePoint >= '\t' && codePoint <= '\r');
        }
        return Character.isWhitespace(codePoint) || codePoint == ZERO_WIDTH_SPACE || codePoint == NEXT_LINE;
    }

    static boolean isLineEnd(int codePoint) {
        return codePoint == '\n'
                || codePoint == '\r'
                || codePoint == NEXT_LINE
                || codePoint == 0x2028
                || codePoint == 0x2029;
    }

    /**
     * Whether between these two a word ends: before white space, and between the characters of scripts that do without
     * it.
     */
    static boolean isWordEnd(int previous, int next) {
        if (isBlank(previous)) {
            return false;
        }
        if (isBlank(next)) {
            return true;
        }
        if (previous < 0x2E80 && next < 0x2E80) {
            return false;
        }
        return (isSpaceless(previous) || isSpaceless(next)) && !isOpening(previous) && !isClinging(next);
    }

    /** Han characters and kana, where any character may end a word. */
    private static boolean isSpaceless(int codePoint) {
        return Character.isIdeographic(codePoint)
                || (codePoint >= 0x3040 && codePoint <= 0x30FF)
                || (codePoint >= 0x31F0 && codePoint <= 0x31FF)
                || (codePoint >= 0xFF66 && codePoint <= 0xFF9D);
    }

    private static boolean isOpening(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.START_PUNCTUATION || type == Character.INITIAL_QUOTE_PUNCTUATION;
    }

    /** What belongs to the word before it: punctuation that does not open anything, and kana that begin no word. */
    private static boolean isClinging(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.END_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || type == Character.OTHER_PUNCTUATION
                || NON_STARTERS.indexOf(codePoint) >= 0;
    }

    static boolean isHardStop(int codePoint) {
        return codePoint >= 0x80 && HARD_STOPS.indexOf(codePoint) >= 0;
    }

    /** A stop that ends a sentence only if what follows agrees. */
    static boolean isSoftStop(int codePoint) {
        return codePoint == '.' || codePoint == '!' || codePoint == '?' || codePoint == '…' || codePoint == '‼';
    }

    /** What may stand between a full stop and the end of its sentence: quotes, brackets, and the marks of Markdown. */
    static boolean isCloser(int codePoint) {
        if (codePoint < 0x80) {
            return "\"')]}*_~`>".indexOf(codePoint) >= 0;
        }
        int type = Character.getType(codePoint);
        return type == Character.END_PUNCTUATION
                || type == Character.FINAL_QUOTE_PUNCTUATION
                || type == Character.INITIAL_QUOTE_PUNCTUATION;
    }
}
