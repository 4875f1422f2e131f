package io.streamgauge.record;

/** How an answer that was recorded came to its end. */
public enum Ending {
    /** As HTTP ends a body. */
    WHOLE("whole"),
    /** The provider's connection was lost. */
    CUT_BY_PROVIDER("cut-by-provider"),
    /** The client went away first. */
    CUT_BY_CLIENT("cut-by-client"),
    /** The recording, not the stream, ended at {@link ProxyLimits#maxBodyBytes()}. */
    CUT_AT_LIMIT("cut-at-limit"),
    /** The recorder was told to stop. */
    CUT_BY_RECORDER("cut-by-recorder");

    private final String word;

    Ending(String word) {
        this.word = word;
    }

    /** How it stands among the features of the recording; {@link #WHOLE} does not. */
    public String word() {
        return word;
    }
}
