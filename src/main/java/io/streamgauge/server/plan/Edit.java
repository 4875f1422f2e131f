package io.streamgauge.server.plan;

import io.streamgauge.server.plan.TimedBody.Span;

/** A change of a body at one place; see {@link TimedBody#edited}. */
public sealed interface Edit {
    /**
     * Puts other bytes in the place of some. They are due when those were; cuts among those stay as far as they can.
     */
    record Replace(Span span, Bytes with) implements Edit {}

    /** Puts bytes behind some, over and over, each time as a write of its own that is due with them. */
    record Behind(Span span, Bytes with, int times) implements Edit {}

    /** The bytes that it is about. */
    Span span();

    /** What is added. */
    Bytes with();

    /** How many bytes there are more. */
    default long growth() {
        return this instanceof Behind behind
                ? (long) with().length() * behind.times()
                : (long) with().length() - span().length();
    }

    /** In place of some bytes. */
    static Edit replace(Span span, byte[] with) {
        return new Replace(span, new Bytes(with));
    }

    /** In place of nothing. */
    static Edit remove(Span span) {
        return new Replace(span, new Bytes(new byte[0]));
    }

    /** Behind some bytes. */
    static Edit behind(Span span, byte[] with, int times) {
        return new Behind(span, new Bytes(with), times);
    }

    /** Bytes that nobody changes. */
    final class Bytes {
        private final byte[] array;

        private Bytes(byte[] array) {
            this.array = array;
        }

        int length() {
            return array.length;
        }

        /** Copies them to {@code target} and tells where they end there. */
        int copyTo(byte[] target, int at) {
            System.arraycopy(array, 0, target, at, array.length);
            return at + array.length;
        }
    }
}
