package io.streamgauge.report;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Bytes as a reader of dumps knows them, with the cuts that broke the stream.
 *
 * @param cuts how many bytes came before each cut, counted from the stream's start
 */
record HexStrip(List<Line> lines, List<Long> cuts) {
    /** So few that a line fits a phone. */
    static final int BYTES_PER_LINE = 8;
    /** Most bytes shown; the window lies around the first cut. */
    static final int MAX_BYTES = 12 * BYTES_PER_LINE;
    /** Longest string of digits that is looked at. */
    private static final int MAX_DIGITS = 1 << 20;
    /** What a page puts between two runs. */
    static final String CUT = " | ";

    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    /**
     * Up to {@value #BYTES_PER_LINE} bytes.
     *
     * @param runs their digits; a cut lies between each two of them
     * @param padding blanks that bring the text of every line below that of the first
     * @param text the bytes as ASCII, a dot for what is none
     */
    record Line(long offset, List<String> runs, String padding, String text) {
        String offsetText() {
            return String.format(Locale.ROOT, "%5d", offset);
        }

        int width() {
            return String.join(CUT, runs).length();
        }
    }

    /**
     * The strip of some bytes, or nothing if {@code digits} are no bytes.
     *
     * @param digits two hexadecimal digits per byte
     * @param firstOffset where in the stream the first byte stood
     * @param cuts bytes from the stream's start to each cut, rising
     */
    static Optional<HexStrip> of(String digits, long firstOffset, List<Long> cuts) {
        try {
            byte[] bytes = HexFormat.of().parseHex(digits.substring(0, Math.min(digits.length(), MAX_DIGITS)));
            return bytes.length == 0 ? Optional.empty() : Optional.of(of(bytes, firstOffset, cuts));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static HexStrip of(byte[] bytes, long firstOffset, List<Long> cuts) {
        int from = windowStart(bytes.length, cuts.isEmpty() ? 0 : cuts.get(0) - firstOffset);
        int to = Math.min(bytes.length, from + MAX_BYTES);
        List<Line> lines = new ArrayList<>();
        for (int at = from; at < to; at += BYTES_PER_LINE) {
            lines.add(line(bytes, at, Math.min(to, at + BYTES_PER_LINE), firstOffset, cuts));
        }
        return new HexStrip(aligned(lines), List.copyOf(cuts));
    }

    /** The start of a line about half a window before the cut, or the first byte. */
    private static int windowStart(int length, long cut) {
        long wished = Math.min(cut, length) - MAX_BYTES / 2;
        long last = Math.max(0, length - MAX_BYTES + BYTES_PER_LINE - 1);
        long start = Math.max(0, Math.min(wished, last));
        return (int) (start / BYTES_PER_LINE * BYTES_PER_LINE);
    }

    private static Line line(byte[] bytes, int from, int to, long firstOffset, List<Long> cuts) {
        List<String> runs = new ArrayList<>();
        int start = from;
        for (long cut : cuts) {
            long local = cut - firstOffset;
            if (local >= from && local < to && (local > start || start == from)) {
                runs.add(SPACED.formatHex(bytes, start, (int) local));
                start = (int) local;
            }
        }
        runs.add(SPACED.formatHex(bytes, start, to));
        return new Line(firstOffset + from, List.copyOf(runs), "", ascii(bytes, from, to));
    }

    private static List<Line> aligned(List<Line> lines) {
        int widest = lines.stream().mapToInt(Line::width).max().orElse(0) + 2;
        return lines.stream()
                .map(line -> new Line(line.offset(), line.runs(), " ".repeat(widest - line.width()), line.text()))
                .toList();
    }

    private static String ascii(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(bytes[i] >= ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '·');
        }
        return text.toString();
    }
}
