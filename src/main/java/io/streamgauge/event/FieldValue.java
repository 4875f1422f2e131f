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

    private final ByteSlice view = new ByteSlice();
    private final GrowableBytes own = new GrowableBytes();
    private Place place = Place.ABSENT;

    boolean isAbsent() {
        return place == Place.ABSENT;
    }

    int length() {
        return view().length();
    }

    /** The value, valid until it changes or, when it is borrowed, until the array does. Empty when absent. */
    ByteSlice view() {
        return place == Place.KEPT ? own.view(view) : view;
    }

    void clear() {
        place = Place.ABSENT;
        view.clear();
    }

    /** Replaces the value without copying it. */
    void borrow(byte[] array, int from, int to) {
        place = Place.BORROWED;
        view.wrap(array, from, to - from);
    }

    /** Copies a borrowed value, because its array is about to go away. */
    void keep() {
        if (place == Place.BORROWED) {
            own.clear();
            own.append(view);
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

    void append(byte[] array, int from, int to) {
        own.append(array, from, to - from);
    }
}
