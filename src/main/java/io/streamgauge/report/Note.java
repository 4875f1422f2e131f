package io.streamgauge.report;

/** A paragraph. */
record Note(Tone tone, String text) implements Block {}
