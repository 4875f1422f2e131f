package io.streamgauge.report;

/** A label and what stands behind it. */
record Fact(String label, String value) {}
