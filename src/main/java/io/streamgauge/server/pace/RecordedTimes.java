package io.streamgauge.server.pace;

/** Times that were recorded, to draw from. */
@FunctionalInterface
public interface RecordedTimes {
    /** For those who have no recordings. */
    RecordedTimes NONE = recording -> new long[0];

    /**
     * The recorded times of the kind that is drawn, in nanoseconds; not to be changed.
     *
     * @param recording the name of a recording, or empty for what is at hand
     * @return none when there is no such recording or it has no timing
     */
    long[] of(String recording);
}
