package io.streamgauge.report;

import java.util.Optional;

/**
 * A drawing, what it says in one sentence, and where its numbers stand.
 *
 * @param svg markup made here, safe to put on a page as it is
 * @param data the numbers; empty if a table of the same section has them
 * @param table anchor of the table that has the numbers
 */
record Chart(String id, String title, String summary, String svg, Optional<Table> data, String table) implements Block {
    /** A chart that brings its own numbers. */
    static Chart with(Table data, String id, String title, String summary, String svg) {
        return new Chart(id, title, summary, svg, Optional.of(data), data.id());
    }

    /** A chart of numbers that {@code table} shows anyway. */
    static Chart of(Table table, String id, String title, String summary, String svg) {
        return new Chart(id, title, summary, svg, Optional.empty(), table.id());
    }
}
