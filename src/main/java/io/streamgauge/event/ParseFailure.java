package io.streamgauge.event;

/**
 * Why a parser stopped.
 *
 * @param kind what happened
 * @param byteOffset where in the body, in bytes from its start
 * @param eventNumber the number the event would have had, from 0
 * @param expected what was expected there, for people
 */
public record ParseFailure(Kind kind, long byteOffset, long eventNumber, String expected) {
    /** What can go wrong in a parser. */
    public enum Kind {
        LINE_TOO_LONG,
        EVENT_TOO_LONG,
        BODY_TOO_LONG,
        /** The bytes do not follow the framing at all, so that the next event cannot be found. */
        MALFORMED_FRAMING
    }

    /** One line for people: what, where, and what was expected. */
    public String describe() {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " at byte " + byteOffset + " (event "
                + eventNumber + "): expected " + expected;
    }
}
