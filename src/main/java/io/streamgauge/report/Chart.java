package io.streamgauge.report;

/**
 * A drawing, what it says in one sentence, and the numbers behind it.
 *
 * @param svg markup made here, safe to put on a page as it is
 */
record Chart(String id, String title, String summary, String svg, Table data) implements Block {}
