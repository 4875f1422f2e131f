package io.streamgauge.server;

import io.streamgauge.server.plan.EventIndex;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a body is cut into writes. The bytes are the same whatever the cut; each write goes to the socket on its own.
 *
 * <p>{@link #toString()} gives the form that headers and flags have and {@link #parse} reads.
 *
 * @param min the smallest number of events or bytes in a write; 1 where the kind has none
 * @param max the largest
 */
public record Fragmentation(Kind kind, int min, int max) {
    /** The forms that {@link #parse} reads. */
    public static final String FORMS =
            "recorded, event, events:N, bytes:N, byte, random:MIN-MAX, utf8, crlf, data or whole";

    /** The largest number in any of the forms: a thousand million. */
    public static final int MAX_SIZE = 1_000_000_000;

    /** A body is cut into at most so many writes: 4 Mi. */
    public static final int MAX_WRITES = 4 << 20;

    /** The kinds of cut. */
    public enum Kind {
        /** As the reads of the recording; where it has no timing, an event a write. */
        RECORDED,
        /** A fixed number of events; a comment that stands on its own counts as one. */
        EVENTS,
        /** A fixed number of bytes; the last write may have fewer. */
        BYTES,
        /** A random number of bytes between two bounds, every number as likely; one seed, one cut. */
        RANDOM,
        /** At every event, and before each byte that goes on with a character of several bytes. */
        UTF8,
        /** At every event, and within every line end of two bytes and every blank line. */
        CRLF,
        /** At every event, and in the middle of every field name {@code data}; other framings have none. */
        DATA,
        /** Everything in one write. */
        WHOLE
    }

    private static final Pattern TEXT = Pattern.compile("(\\w+)(?::(\\d{1,10})(?:-(\\d{1,10}))?)?");

    /** Checks that 1 &le; min &le; max &le; {@link #MAX_SIZE}. */
    public Fragmentation {
        if (min < 1 || max < min || max > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "sizes of writes must be from 1 to " + MAX_SIZE + ": " + min + "-" + max);
        }
    }

    /** As recorded. */
    public static Fragmentation recorded() {
        return new Fragmentation(Kind.RECORDED, 1, 1);
    }

    /** {@code count} events a write. */
    public static Fragmentation events(int count) {
        return new Fragmentation(Kind.EVENTS, count, count);
    }

    /** {@code size} bytes a write. */
    public static Fragmentation bytes(int size) {
        return new Fragmentation(Kind.BYTES, size, size);
    }

    /** {@code min} to {@code max} bytes a write. */
    public static Fragmentation random(int min, int max) {
        return new Fragmentation(Kind.RANDOM, min, max);
    }

    /** All in one write. */
    public static Fragmentation whole() {
        return new Fragmentation(Kind.WHOLE, 1, 1);
    }

    /**
     * Reads one of {@link #FORMS}.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static Fragmentation parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw unreadable(text);
        }
        int sizes = parts.group(2) == null ? 0 : parts.group(3) == null ? 1 : 2;
        int min = sizes == 0 ? 1 : size(parts.group(2));
        return switch (parts.group(1) + sizes) {
            case "recorded0" -> recorded();
            case "event0" -> events(1);
            case "events1" -> events(min);
            case "byte0" -> bytes(1);
            case "bytes1" -> bytes(min);
            case "random2" -> random(min, size(parts.group(3)));
            case "utf80" -> utf8();
            case "crlf0" -> crlf();
            case "data0" -> data();
            case "whole0" -> whole();
            default -> throw unreadable(text);
        };
    }

    private static int size(String digits) {
        return (int) Math.min(Long.parseLong(digits), Integer.MAX_VALUE);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("not a fragmentation: " + text);
    }

    /** At every event and within every character of several bytes. */
    public static Fragmentation utf8() {
        return new Fragmentation(Kind.UTF8, 1, 1);
    }

    /** At every event and within every line end and blank line. */
    public static Fragmentation crlf() {
        return new Fragmentation(Kind.CRLF, 1, 1);
    }

    /** At every event and within every field name {@code data}. */
    public static Fragmentation data() {
        return new Fragmentation(Kind.DATA, 1, 1);
    }

    /** Whether the cut depends on the seed. */
    public boolean isRandom() {
        return kind == Kind.RANDOM;
    }

    /**
     * Where the writes of a body end, exclusive, in order; the last one ends with the body, and an empty body has none.
     *
     * @param body from its position to its limit, which are left where they are
     * @throws IllegalArgumentException when there would be more than {@link #MAX_WRITES}
     */
    int[] ends(EventIndex index, RecordedTiming timing, ByteBuffer body, long seed) {
        int length = body.remaining();
        if (length == 0) {
            return new int[0];
        }
        return switch (kind) {
            case RECORDED -> timing.reads() == 0 ? eventEnds(index, 1) : readEnds(timing, length);
            case EVENTS -> eventEnds(index, min);
            case BYTES -> byteEnds(length);
            case RANDOM -> randomEnds(length, new SplittableRandom(seed));
            case UTF8 -> innerEnds(index, body, InnerCut.UTF8);
            case CRLF -> innerEnds(index, body, InnerCut.CRLF);
            case DATA -> innerEnds(index, body, InnerCut.DATA);
            case WHOLE -> new int[] {length};
        };
    }

    private static int[] readEnds(RecordedTiming timing, int length) {
        int[] ends = new int[timing.reads() + 1];
        int writes = 0;
        int at = 0;
        for (int read = 0; read < timing.reads() && at < length; read++) {
            int end = Math.min(timing.bytes(read), length);
            if (end > at) {
                ends[writes++] = end;
                at = end;
            }
        }
        if (at < length) {
            ends[writes++] = length;
        }
        return Arrays.copyOf(ends, writes);
    }

    private int[] eventEnds(EventIndex index, int perWrite) {
        int[] ends = new int[bounded(((long) index.blocks() + perWrite - 1) / perWrite)];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = index.end((int) Math.min((i + 1L) * perWrite, index.blocks()) - 1);
        }
        return ends;
    }

    private int[] byteEnds(int length) {
        int[] ends = new int[bounded(((long) length + min - 1) / min)];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = (int) Math.min((i + 1L) * min, length);
        }
        return ends;
    }

    private int[] randomEnds(int length, SplittableRandom random) {
        int[] ends = new int[16];
        int writes = 0;
        for (long at = 0; at < length; ) {
            at = Math.min(at + random.nextInt(min, max + 1), length);
            if (writes == ends.length) {
                ends = Arrays.copyOf(ends, writes * 2);
            }
            ends[writes] = (int) at;
            writes = bounded(writes + 1L);
        }
        return Arrays.copyOf(ends, writes);
    }

    private int[] innerEnds(EventIndex index, ByteBuffer body, InnerCut cut) {
        int[] ends = new int[16];
        int writes = 0;
        int block = 0;
        for (int end = 1; end <= body.remaining(); end++) {
            boolean endsBlock = end == index.end(block);
            block += endsBlock && block + 1 < index.blocks() ? 1 : 0;
            if (endsBlock || cut.isAt(body, end)) {
                if (writes == ends.length) {
                    ends = Arrays.copyOf(ends, writes * 2);
                }
                ends[writes] = end;
                writes = bounded(writes + 1L);
            }
        }
        return Arrays.copyOf(ends, writes);
    }

    private int bounded(long writes) {
        if (writes > MAX_WRITES) {
            throw new IllegalArgumentException(this + " cuts this body into more than " + MAX_WRITES + " writes");
        }
        return (int) writes;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case RECORDED -> "recorded";
            case EVENTS -> min == 1 ? "event" : "events:" + min;
            case BYTES -> min == 1 ? "byte" : "bytes:" + min;
            case RANDOM -> "random:" + min + "-" + max;
            case UTF8 -> "utf8";
            case CRLF -> "crlf";
            case DATA -> "data";
            case WHOLE -> "whole";
        };
    }
}
