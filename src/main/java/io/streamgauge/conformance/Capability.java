package io.streamgauge.conformance;

import java.util.Arrays;
import java.util.Optional;

/** What a parser may or may not report; it is not judged by what it does not claim. */
public enum Capability {
    /** The type of an event. */
    TYPE("type"),
    /** The last event ID together with an event. */
    ID("id"),
    /** The reconnection time. */
    RETRY("retry"),
    /** The last event ID after the end of the stream. */
    LAST_EVENT_ID("lastEventId");

    private final String word;

    Capability(String word) {
        this.word = word;
    }

    /** As it stands in case files and results. */
    public String word() {
        return word;
    }

    static Optional<Capability> ofWord(String word) {
        return Arrays.stream(values())
                .filter(capability -> capability.word.equals(word))
                .findFirst();
    }
}
