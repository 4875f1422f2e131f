package io.streamgauge.buffer;

/**
 * Knows where two code points belong to one character as people see it, by the rules of Unicode Standard Annex 29 for
 * grapheme clusters. It parts less than they do in one place, where a joiner joins whatever follows; and more in one,
 * since it does not know Indic conjuncts. Fed with a text from its beginning, code point by code point.
 */
final class ClusterBreaks {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int NONE = -1;

    private int previous = NONE;
    private boolean oddFlagHalves;

    /** Whether {@code codePoint}, which follows all those before, must not be parted from the last one. */
    boolean joins(int codePoint) {
        boolean latin = codePoint < 0x300 && previous < 0x300;
        boolean joined = latin ? isCrLf(codePoint) : joinsBeyondLatin(codePoint);
        oddFlagHalves = isFlagHalf(codePoint) && !oddFlagHalves;
        previous = codePoint;
        return joined;
    }

    void reset() {
        previous = NONE;
        oddFlagHalves = false;
    }

    private boolean isCrLf(int codePoint) {
        return previous == '\r' && codePoint == '\n';
    }

    private boolean joinsBeyondLatin(int codePoint) {
        if (previous == NONE || isControl(previous) || isControl(codePoint)) {
            return false;
        }
        return isExtending(codePoint)
                || previous == ZERO_WIDTH_JOINER
                || isPrepended(previous)
                || (isFlagHalf(codePoint) && oddFlagHalves)
                || isHangulSyllable(previous, codePoint);
    }

    private static boolean isControl(int codePoint) {
        return codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0);
    }

    /** Combining marks, joiners, skin tones and the tags of regional flags. */
    static boolean isExtending(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || codePoint == ZERO_WIDTH_NON_JOINER
                || codePoint == ZERO_WIDTH_JOINER
                || isHalfwidthVoicing(codePoint)
                || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF)
                || (codePoint >= 0xE0020 && codePoint <= 0xE007F);
    }

    private static boolean isHalfwidthVoicing(int codePoint) {
        return codePoint == 0xFF9E || codePoint == 0xFF9F;
    }

    private static boolean isFlagHalf(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    /** Signs of Arabic, Syriac and Kaithi that stand over the number that follows. */
    private static boolean isPrepended(int codePoint) {
        return (codePoint >= 0x600 && codePoint <= 0x605)
                || codePoint == 0x6DD
                || codePoint == 0x70F
                || codePoint == 0x8E2
                || codePoint == 0x110BD
                || codePoint == 0x110CD;
    }

    private enum Hangul {
        NONE,
        LEADING,
        VOWEL,
        TRAILING,
        /** A composed syllable of two letters. */
        OPEN_SYLLABLE,
        /** A composed syllable of three letters. */
        CLOSED_SYLLABLE
    }

    private static boolean isHangulSyllable(int first, int second) {
        Hangul next = hangul(second);
        return switch (hangul(first)) {
            case LEADING -> next != Hangul.NONE && next != Hangul.TRAILING;
            case VOWEL, OPEN_SYLLABLE -> next == Hangul.VOWEL || next == Hangul.TRAILING;
            case TRAILING, CLOSED_SYLLABLE -> next == Hangul.TRAILING;
            case NONE -> false;
        };
    }

    private static Hangul hangul(int codePoint) {
        if (codePoint >= 0xAC00 && codePoint <= 0xD7A3) {
            return (codePoint - 0xAC00) % 28 == 0 ? Hangul.OPEN_SYLLABLE : Hangul.CLOSED_SYLLABLE;
        }
        if ((codePoint >= 0x1100 && codePoint <= 0x115F) || (codePoint >= 0xA960 && codePoint <= 0xA97C)) {
            return Hangul.LEADING;
        }
        if ((codePoint >= 0x1160 && codePoint <= 0x11A7) || (codePoint >= 0xD7B0 && codePoint <= 0xD7C6)) {
            return Hangul.VOWEL;
        }
        boolean trailing = (codePoint >= 0x11A8 && codePoint <= 0x11FF) || (codePoint >= 0xD7CB && codePoint <= 0xD7FB);
        return trailing ? Hangul.TRAILING : Hangul.NONE;
    }
}
