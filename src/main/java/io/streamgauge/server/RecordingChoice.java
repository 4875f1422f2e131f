package io.streamgauge.server;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a server picks the recording for a request that does not name one in its {@code x-streamgauge-recording} header.
 */
public enum RecordingChoice {
    /**
     * By the request's model: the recording of that name, else in turn those that were recorded from that model, else
     * the vendor's answer to an unknown model.
     */
    BY_MODEL("by-model"),
    /** One after the other among those of the endpoint's dialect, whatever the model. */
    IN_TURN("in-turn"),
    /** At random among those of the endpoint's dialect, whatever the model; the same seed picks the same ones. */
    BY_SEED("by-seed");

    private final String word;

    RecordingChoice(String word) {
        this.word = word;
    }

    /** The word that flags and headers use. */
    public String word() {
        return word;
    }

    /** The choice of this word, if there is one. */
    public static Optional<RecordingChoice> byWord(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word.equals(word))
                .findFirst();
    }
}
