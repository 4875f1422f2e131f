package io.streamgauge.conformance;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a failing case shows: the bytes, how they were cut, what was expected and what came.
 *
 * @param input the bytes, or the part of a large input around the first cut
 * @param inputOffset where in the stream {@code input} begins
 * @param cuts the smallest set of cuts found that shows the fault; empty when one read does
 * @param delivery the cuts in words
 * @param expected the required outcome, a line for each event
 * @param actual what came, in the same form
 * @param difference the first difference between the two
 */
public record Evidence(
        Bytes input,
        int inputOffset,
        List<Integer> cuts,
        String delivery,
        String expected,
        String actual,
        String difference) {

    private static final int MAX_SHOWN_BYTES = 512;

    public Evidence {
        cuts = List.copyOf(cuts);
    }

    /** Bytes that nobody changes any more. */
    public static final class Bytes {
        private static final HexFormat HEX = HexFormat.of().withUpperCase();

        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Two digits for each byte. */
        public String hex() {
            return HEX.formatHex(bytes);
        }

        /** How many there are. */
        public int length() {
            return bytes.length;
        }

        /** Two digits for each byte, with a bar where a read ended. */
        String hexCutAt(List<Integer> positions) {
            StringBuilder strip = new StringBuilder();
            for (int i = 0; i <= bytes.length; i++) {
                strip.append(positions.contains(i) ? "|" : "");
                strip.append(i < bytes.length ? HEX.toHexDigits(bytes[i]) : "");
            }
            return strip.toString();
        }
    }

    /** Nothing to show. */
    public static Evidence none() {
        return new Evidence(new Bytes(new byte[0]), 0, List.of(), "", "", "", "");
    }

    /** Evidence from a stream; of a large one the part around the first cut is kept. */
    static Evidence of(byte[] input, int[] cuts, String delivery, String expected, String actual, String difference) {
        int middle = cuts.length == 0 ? 0 : cuts[0];
        int from = Math.max(0, Math.min(middle - MAX_SHOWN_BYTES / 2, input.length - MAX_SHOWN_BYTES));
        int to = Math.min(input.length, from + MAX_SHOWN_BYTES);
        return new Evidence(
                new Bytes(Arrays.copyOfRange(input, from, to)),
                from,
                Arrays.stream(cuts).boxed().toList(),
                delivery,
                expected,
                actual,
                difference);
    }

    /** The same with another difference. */
    Evidence differing(String how) {
        return new Evidence(input, inputOffset, cuts, delivery, expected, actual, how);
    }

    /** The bytes in hexadecimal digits with a bar at each cut: {@code 646174|613A610A0A}. */
    public String markedHex() {
        return input.hexCutAt(
                cuts.stream().map(cut -> cut - inputOffset).distinct().collect(Collectors.toList()));
    }
}
