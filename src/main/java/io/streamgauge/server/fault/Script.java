package io.streamgauge.server.fault;

import io.netty.handler.codec.http.HttpHeaders;
import io.streamgauge.server.plan.TimedBody;
import java.util.Optional;
import java.util.OptionalInt;

/** An answer as it is going to be sent; what faults make others of. Immutable, headers included. */
public record Script(Head head, TimedBody body, Finish finish, Transfer transfer) {
    /** The instant of what never comes. */
    public static final long NEVER_NANOS = Long.MAX_VALUE;

    /**
     * What goes in front.
     *
     * @param headers shared; {@link Script#withHeader} copies
     * @param nanos when it is sent, since the request; {@link #NEVER_NANOS} for not at all
     */
    public record Head(int status, HttpHeaders headers, long nanos) {}

    /**
     * What comes behind.
     *
     * @param nanos when it ends, since the request; not before the last write
     * @param extent what there is of the body
     */
    public record Finish(Ending ending, long nanos, Extent extent) {
        /** In order, with the last write. */
        public static final Finish IN_ORDER = new Finish(Ending.IN_ORDER, 0, Extent.WHOLE);
    }

    /** Whether whoever made the body came to its end. */
    public enum Extent {
        /** It did, so that a compressor's own end is sent too. */
        WHOLE,
        /** It was interrupted. */
        CUT
    }

    /**
     * How the body is carried.
     *
     * @param coding what it is compressed with
     * @param lengthError so many bytes more than the body has are announced; empty for chunks, which announce none
     */
    public record Transfer(Optional<ContentCoding> coding, OptionalInt lengthError) {
        /** As it is, in chunks. */
        public static final Transfer PLAIN = new Transfer(Optional.empty(), OptionalInt.empty());
    }

    /** An answer in order. */
    public static Script of(int status, HttpHeaders headers, TimedBody body) {
        return new Script(new Head(status, headers, 0), body, Finish.IN_ORDER, Transfer.PLAIN);
    }

    Script withBody(TimedBody other) {
        return new Script(head, other, finish, transfer);
    }

    Script withHead(Head other) {
        return new Script(other, body, finish, transfer);
    }

    Script withHeader(String name, Object value) {
        return withHead(new Head(head.status(), head.headers().copy().set(name, value), head.nanos()));
    }

    Script withTransfer(Transfer other) {
        return new Script(head, body, finish, other);
    }

    /** Whether the body has its own end. */
    public boolean isWhole() {
        return finish.extent() == Extent.WHOLE;
    }

    /** Ends behind the body, but not in order. */
    Script ending(Ending ending) {
        return new Script(head, body, new Finish(ending, endNanos(), finish.extent()), transfer);
    }

    /** Ends in the middle of the body, or at its end where that is no end. */
    Script cutOff(int offset, Ending ending, long nanos) {
        return new Script(head, body.truncate(offset), new Finish(ending, nanos, Extent.CUT), transfer);
    }

    /** Ends as it would, with less. */
    Script shortened(int offset, long nanos) {
        return new Script(head, body.truncate(offset), new Finish(finish.ending(), nanos, finish.extent()), transfer);
    }

    /** When everything is over. */
    long endNanos() {
        return Math.max(finish.nanos(), body.lastDueNanos());
    }
}
