package io.streamgauge.report;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Bytes as a reader of dumps knows them, with the cut that broke the stream.
 *
 * @param cut how many bytes came before the cut; negative for none
 */
record HexStrip(List<Line> lines, long cut) {
    static final int BYTES_PER_LINE = 8;
    /** Most bytes shown; the window lies around the cut. */
    static final int MAX_BYTES = 12 * BYTES_PER_LINE;
    /** Longest string of digits that is looked at. */
    private static final int MAX_DIGITS = 1 << 20;
    /** Characters that the mark of the cut takes. */
    private static final int CUT_WIDTH = 3;

    /**
     * Up to {@value #BYTES_PER_LINE} bytes, so that a line fits a phone.
     *
     * @param hexAfter empty unless the cut falls behind {@code hexBefore}
     */
    record Line(long offset, String hexBefore, String hexAfter, String text, boolean cutHere) {
        String offsetText() {
            return String.format(Locale.ROOT, "%5d", offset);
        }

        /** Blanks that bring the text of a short line below that of a full one. */
        String padding() {
            int digits = hexBefore.length() + hexAfter.length() + (cutHere ? CUT_WIDTH : 0);
            return " ".repeat(Math.max(1, 3 * BYTES_PER_LINE + CUT_WIDTH - digits));
        }
    }

    /**
     * The strip of some bytes, or nothing if {@code digits} are no bytes.
     *
     * @param digits two hexadecimal digits per byte
     * @param firstOffset where in the stream the first byte stood
     * @param cut bytes from the stream's start to the cut, negative for none
     */
    static Optional<HexStrip> of(String digits, long firstOffset, long cut) {
        try {
            String even = digits.substring(0, Math.min(digits.length(), MAX_DIGITS));
            return Optional.of(of(HexFormat.of().parseHex(even), firstOffset, cut));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static HexStrip of(byte[] bytes, long firstOffset, long cut) {
        int from = windowStart(bytes.length, cut - firstOffset);
        int to = Math.min(bytes.length, from + MAX_BYTES);
        List<Line> lines = new ArrayList<>();
        for (int at = from; at < to; at += BYTES_PER_LINE) {
            lines.add(line(bytes, at, Math.min(to, at + BYTES_PER_LINE), firstOffset, cut));
        }
        return new HexStrip(List.copyOf(lines), cut);
    }

    /** The start of a line about half a window before the cut, or the first byte. */
    private static int windowStart(int length, long cut) {
        long wished = Math.min(cut, length) - MAX_BYTES / 2;
        long last = Math.max(0, length - MAX_BYTES + BYTES_PER_LINE - 1);
        long start = Math.max(0, Math.min(wished, last));
        return (int) (start / BYTES_PER_LINE * BYTES_PER_LINE);
    }

    private static Line line(byte[] bytes, int from, int to, long firstOffset, long cut) {
        long local = cut - firstOffset;
        boolean cutHere = cut >= 0 && local >= from && local < to;
        int middle = cutHere ? (int) local : to;
        return new Line(
                firstOffset + from, hex(bytes, from, middle), hex(bytes, middle, to), ascii(bytes, from, to), cutHere);
    }

    private static String hex(byte[] bytes, int from, int to) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes, from, to);
    }

    private static String ascii(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(bytes[i] >= ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '·');
        }
        return text.toString();
    }
}
