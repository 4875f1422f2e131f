package io.streamgauge.provider;

/** A constant that stands for a fixed word of a protocol. */
interface WireWord {
    /** The word; empty for the constant that stands for all unknown ones. */
    String wire();
}
