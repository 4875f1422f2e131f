package io.streamgauge.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the bytes of a stream arrive. */
public enum Delivery {
    /** In one read. */
    WHOLE,
    /** In reads of 1,448 bytes, the payload of a full TCP segment on Ethernet: every few events one is cut. */
    READS_1448,
    /** Each event in a read of its own, as from a server that flushes after every event. */
    EVENT_PER_READ,
    /** In pieces of four bytes, the median size of a fragment of tool arguments. */
    FOUR_BYTES;

    /** The payload of a full TCP segment on Ethernet, with timestamps. */
    static final int SEGMENT_BYTES = 1448;

    /** The name in result files. */
    public String wireName() {
        return switch (this) {
            case READS_1448 -> "1448";
            case FOUR_BYTES -> "4";
            case WHOLE, EVENT_PER_READ -> name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** The delivery of this name. */
    public static Delivery byWireName(String name) {
        return Arrays.stream(values())
                .filter(delivery -> delivery.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no delivery " + name));
    }

    byte[][] cut(byte[] body) {
        return switch (this) {
            case WHOLE -> new byte[][] {body};
            case READS_1448 -> fixed(body, SEGMENT_BYTES);
            case EVENT_PER_READ -> perEvent(body);
            case FOUR_BYTES -> fixed(body, 4);
        };
    }

    private static byte[][] fixed(byte[] body, int size) {
        List<byte[]> reads = new ArrayList<>();
        for (int at = 0; at < body.length; at += size) {
            reads.add(Arrays.copyOfRange(body, at, Math.min(at + size, body.length)));
        }
        return reads.toArray(byte[][]::new);
    }

    /** Behind each blank line; behind each line where there are no blank ones. */
    private static byte[][] perEvent(byte[] body) {
        List<byte[]> reads = new ArrayList<>();
        boolean blankLines = indexBehindBlankLine(body, 0) < body.length;
        int from = 0;
        while (from < body.length) {
            int to = blankLines ? indexBehindBlankLine(body, from) : indexBehindLine(body, from);
            reads.add(Arrays.copyOfRange(body, from, to));
            from = to;
        }
        return reads.toArray(byte[][]::new);
    }

    private static int indexBehindBlankLine(byte[] body, int from) {
        int lineStart = from;
        while (lineStart < body.length) {
            int behind = indexBehindLine(body, lineStart);
            if (isBlank(body, lineStart, behind)) {
                return behind;
            }
            lineStart = behind;
        }
        return body.length;
    }

    private static boolean isBlank(byte[] body, int from, int to) {
        for (int at = from; at < to; at++) {
            if (body[at] != '\r' && body[at] != '\n') {
                return false;
            }
        }
        return true;
    }

    private static int indexBehindLine(byte[] body, int from) {
        int at = from;
        while (at < body.length && body[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, body.length);
    }
}
