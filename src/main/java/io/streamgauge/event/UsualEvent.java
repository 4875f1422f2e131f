package io.streamgauge.event;

import io.streamgauge.bytes.BytePrefix;
import io.streamgauge.bytes.ByteSearch;
import io.streamgauge.bytes.GrowableBytes;

/**
 * Finds the parts of an event of the two forms that LLM servers send: a data line and a blank line, or the same with an
 * event line before them. One look at each byte finds all line ends.
 *
 * <p>What a read cuts off of such an event is held here, so that the next read completes it in one piece and the event
 * needs no other treatment than one that was never cut. Nothing is held that could have an effect before the event is
 * complete, and nothing that ends in a CR, which may be a whole line end.
 */
final class UsualEvent {
    /** The event is of another form, or the lines have to decide. */
    static final int OTHER = -1;

    /** All that is there has the usual form, and the rest is missing. */
    static final int CUT = -2;

    /** Longer ones are read as lines, whose parts go where they are put together. */
    static final int MAX_HELD_BYTES = 4096;

    private static final BytePrefix DATA = BytePrefix.of("data: ");
    private static final BytePrefix EVENT = BytePrefix.of("event: ");
    private static final int UNKNOWN = -1;

    // Where the parts lie in the array that was searched; of the data what has been seen.
    private int typeFrom;
    private int typeTo;
    private int dataFrom;
    private int dataTo;

    private final GrowableBytes held = new GrowableBytes();
    private long heldOffset;

    int typeFrom() {
        return typeFrom;
    }

    int typeLength() {
        return typeTo - typeFrom;
    }

    int dataFrom() {
        return dataFrom;
    }

    int dataLength() {
        return dataTo - dataFrom;
    }

    /** Finds the event at {@code from}; answers the position behind it, {@link #CUT} or {@link #OTHER}. */
    int find(byte[] source, int from, int to) {
        typeFrom = from;
        typeTo = from;
        if (DATA.begins(source, from, to)) {
            dataFrom = from + DATA.length();
            return findEnd(source, dataFrom, to);
        }
        dataFrom = UNKNOWN;
        if (EVENT.begins(source, from, to)) {
            return findBehindType(source, from + EVENT.length(), to);
        }
        return isHeadCut(source, from, to, true) ? CUT : OTHER;
    }

    private int findBehindType(byte[] source, int from, int to) {
        typeFrom = from;
        typeTo = ByteSearch.lineEnd(source, from, to);
        int line = behindOneLineEnd(source, typeTo, to);
        if (line == typeTo) {
            return line == to ? CUT : OTHER;
        }
        if (!DATA.begins(source, line, to)) {
            return isHeadCut(source, line, to, false) ? CUT : OTHER;
        }
        dataFrom = line + DATA.length();
        return findEnd(source, dataFrom, to);
    }

    private static boolean isHeadCut(byte[] source, int line, int to, boolean isFirstLine) {
        return DATA.isBegunBy(source, line, to) || (isFirstLine && EVENT.isBegunBy(source, line, to));
    }

    private int findEnd(byte[] source, int from, int to) {
        int end = ByteSearch.lineEnd(source, from, to);
        if (end + 1 < to && source[end] == '\n' && source[end + 1] == '\n') {
            dataTo = end;
            return end + 2;
        }
        dataTo = UNKNOWN;
        return findRareEnd(source, end, to);
    }

    private int findRareEnd(byte[] source, int end, int to) {
        int blank = behindOneLineEnd(source, end, to);
        if (blank == end) {
            return end == to ? CUT : OTHER;
        }
        dataTo = end;
        return behindBlank(source, blank, to);
    }

    private static int behindBlank(byte[] source, int blank, int to) {
        int behind = behindOneLineEnd(source, blank, to);
        if (behind == blank) {
            return behind == to ? CUT : OTHER;
        }
        return behind;
    }

    /**
     * The position behind an LF or CR LF at {@code end}; {@code end} when there is neither, or a CR at the end of what
     * is there.
     */
    private static int behindOneLineEnd(byte[] source, int end, int to) {
        if (end < to && source[end] == '\n') {
            return end + 1;
        }
        return end + 1 < to && source[end] == '\r' && source[end + 1] == '\n' ? end + 2 : end;
    }

    // An event that is cut.

    boolean isHolding() {
        return !held.isEmpty();
    }

    byte[] held() {
        return held.array();
    }

    int heldLength() {
        return held.length();
    }

    /** Where in the body the held event begins. */
    long heldOffset() {
        return heldOffset;
    }

    long copiedBytes() {
        return held.copiedBytes();
    }

    void release() {
        held.clear();
    }

    /** Holds what {@link #find} called cut. Answers whether there is room for it. */
    boolean hold(byte[] source, int from, int to, long byteOffset) {
        if (to - from > MAX_HELD_BYTES) {
            return false;
        }
        held.append(source, from, to - from);
        heldOffset = byteOffset;
        typeFrom -= from;
        typeTo -= from;
        if (dataFrom != UNKNOWN) {
            dataFrom -= from;
            dataTo = dataTo == UNKNOWN ? UNKNOWN : dataTo - from;
        }
        return true;
    }

    /**
     * Goes on with the held event, and holds all of it if it ends here.
     *
     * @return the position in {@code source} behind it, or {@link #OTHER} when it is for the lines
     */
    int complete(byte[] source, int from, int to) {
        if (dataFrom == UNKNOWN) {
            return completeHead(source, from, to);
        }
        int before = held.length();
        boolean isDataKnown = dataTo != UNKNOWN;
        int behind = isDataKnown ? behindBlank(source, from, to) : findEnd(source, from, to);
        if (behind < 0 || behind - from > MAX_HELD_BYTES) {
            return OTHER;
        }
        if (!isDataKnown) {
            dataTo += before - from;
        }
        held.append(source, from, behind - from);
        return behind;
    }

    private int completeHead(byte[] source, int from, int to) {
        int before = held.length();
        held.append(source, from, Math.min(to - from, MAX_HELD_BYTES));
        int behind = find(held.array(), 0, held.length());
        held.truncate(behind < 0 ? before : behind);
        return behind < 0 ? OTHER : from + behind - before;
    }
}
