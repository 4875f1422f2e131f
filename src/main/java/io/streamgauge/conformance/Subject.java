package io.streamgauge.conformance;

/** Whatever is being tested. */
public interface Subject {
    /** The name people know it by. */
    String name();

    /** Its version; empty when unknown. */
    String version();
}
