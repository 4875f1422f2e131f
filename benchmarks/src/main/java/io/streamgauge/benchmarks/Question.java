package io.streamgauge.benchmarks;

import java.util.List;
import java.util.Locale;

/** What a benchmark asks. */
public enum Question {
    /** Bytes to the payload of each event. */
    FRAMING,
    /** Bytes to each piece of text, reasoning and tool call. */
    DECODING,
    /** Bytes to the whole message as Strings. */
    MESSAGE,
    /** A valid view of a tool call's arguments after every fragment. */
    PARTIAL_JSON,
    /** Pieces of text to whole words. */
    BUFFERING;

    /** The name in result files. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How bytes can arrive for this question. */
    List<Delivery> deliveries() {
        return this == PARTIAL_JSON || this == BUFFERING
                ? List.of(Delivery.FOUR_BYTES)
                : List.of(Delivery.READS_1448, Delivery.WHOLE, Delivery.EVENT_PER_READ);
    }
}
