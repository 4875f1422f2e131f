package io.streamgauge.event;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.bytes.GrowableBytes;

/** The value of one field of the event being read: a window on a read while that lasts, bytes of our own afterwards. */
final class FieldValue {
    private enum Place {
        /** The event has no such field so far. */
        ABSENT,
        /** In an array that somebody else is about to reuse. */
        BORROWED,
        /** In our own. */
        KEPT
    }

    private final GrowableBytes own = new GrowableBytes();
    private Place place = Place.ABSENT;

    // Where a borrowed value lies.
    private byte[] array = new byte[0];
    private int from;
    private int to;

    boolean isAbsent() {
        return place == Place.ABSENT;
    }

    int length() {
        return switch (place) {
            case ABSENT -> 0;
            case BORROWED -> to - from;
            case KEPT -> own.length();
        };
    }

    /**
     * Points {@code target} at the value until it changes or, when it is borrowed, its array does; empty when absent.
     */
    ByteSlice show(ByteSlice target) {
        return switch (place) {
            case ABSENT -> target.clear();
            case BORROWED -> target.wrap(array, from, to - from);
            case KEPT -> own.view(target);
        };
    }

    long copiedBytes() {
        return own.copiedBytes();
    }

    void clear() {
        place = Place.ABSENT;
    }

    /** Replaces the value without copying it. */
    void borrow(byte[] source, int start, int end) {
        place = Place.BORROWED;
        array = source;
        from = start;
        to = end;
    }

    /** Copies a borrowed value, because its array is about to go away. */
    void keep() {
        if (place == Place.BORROWED) {
            own.clear();
            own.append(array, from, to - from);
            place = Place.KEPT;
        }
    }

    /** Begins a line of the value: the first makes it present and empty, every other appends the LF that joins them. */
    void beginLine() {
        if (place == Place.ABSENT) {
            own.clear();
            place = Place.KEPT;
        } else {
            keep();
            own.append((byte) '\n');
        }
    }

    /** Goes on with a line that was begun. */
    void append(byte[] source, int start, int end) {
        own.append(source, start, end - start);
    }
}
