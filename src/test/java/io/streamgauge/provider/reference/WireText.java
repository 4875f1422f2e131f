package io.streamgauge.provider.reference;

/**
 * Bytes as text, by the UTF-8 decoder of the WHATWG Encoding Standard (section 8.1.1). A byte is a char from 0 to 255
 * here, so that positions in a string are positions in the body.
 *
 * @param text with U+FFFD for what is ill-formed
 * @param firstIllFormed where the first of that begins, or -1
 */
record WireText(String text, int firstIllFormed) {
    static WireText of(String bytes) {
        StringBuilder text = new StringBuilder();
        int firstIllFormed = -1;
        int at = 0;
        while (at < bytes.length()) {
            int lead = bytes.charAt(at);
            int size = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
            int point = size < 2 ? lead : lead & (0x7F >> size);
            int sound = 1;
            while (sound < size && at + sound < bytes.length() && mayFollow(lead, sound, bytes.charAt(at + sound))) {
                point = (point << 6) | (bytes.charAt(at + sound) & 0x3F);
                sound++;
            }
            if (sound == size) {
                text.appendCodePoint(point);
            } else {
                text.append('\uFFFD');
                firstIllFormed = firstIllFormed < 0 ? at : firstIllFormed;
            }
            at += sound;
        }
        return new WireText(text.toString(), firstIllFormed);
    }

    /** The second byte decides whether a form is overlong, a surrogate, or beyond the last code point. */
    private static boolean mayFollow(int lead, int position, int b) {
        boolean isSecond = position == 1;
        int lowest = isSecond && lead == 0xE0 ? 0xA0 : isSecond && lead == 0xF0 ? 0x90 : 0x80;
        int highest = isSecond && lead == 0xED ? 0x9F : isSecond && lead == 0xF4 ? 0x8F : 0xBF;
        return b >= lowest && b <= highest;
    }

    /** A lone surrogate is no character. */
    static String wellFormed(String utf16) {
        StringBuilder text = new StringBuilder();
        utf16.codePoints()
                .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
