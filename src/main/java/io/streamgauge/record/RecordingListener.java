package io.streamgauge.record;

/** Hears what becomes of answers. Called by several threads, one at a time for each answer; must not block for long. */
public interface RecordingListener {
    /** A recording is there. */
    default void onRecorded(RecordedAnswer answer) {}

    /**
     * An answer went through and was not recorded.
     *
     * @param request method and path, without its query
     * @param reason for people
     */
    default void onPassed(String request, String reason) {}

    /** A recording could not be written; its stream was not disturbed. */
    default void onFailed(String problem) {}
}
