package io.streamgauge.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows and columns that mean the same in every form of report.
 *
 * @param id stable anchor
 * @param caption what the table holds, in a few words
 */
record Table(String id, String caption, Reach reach, List<Column> columns, List<Row> rows) implements Block {
    private static final int MAX_NARROW_COLUMNS = 3;

    /** How far a table travels. */
    enum Reach {
        /** Everywhere, the terminal included. */
        SUMMARY,
        /** HTML and Markdown. */
        DETAIL
    }

    /**
     * A column.
     *
     * @param numeric aligned to the right and sorted by rank
     * @param extra left out where lines are short, on terminals
     */
    record Column(String title, boolean numeric, boolean extra) {
        static Column text(String title) {
            return new Column(title, false, false);
        }

        static Column number(String title) {
            return new Column(title, true, false);
        }

        /** The same column, for those who have the room. */
        Column asExtra() {
            return new Column(title, numeric, true);
        }
    }

    /** The first cell is the row's header. */
    record Row(Tone tone, List<Cell> cells) {
        static Row of(Cell... cells) {
            return new Row(Tone.PLAIN, List.of(cells));
        }

        boolean barred() {
            return cells.stream().anyMatch(Cell::barred);
        }

        /** Class of the row; none for most. */
        @Nullable
        String css() {
            return tone == Tone.PLAIN ? null : tone.css();
        }
    }

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Needs no more room than a chart. */
    boolean narrow() {
        return columns.size() <= MAX_NARROW_COLUMNS && rows.stream().noneMatch(Row::barred);
    }

    /** A table of two columns, made of facts. */
    static Table ofFacts(String id, String caption, Reach reach, List<Fact> facts) {
        List<Row> rows = facts.stream()
                .map(fact -> Row.of(Cell.of(fact.label()), Cell.of(fact.value())))
                .toList();
        return new Table(id, caption, reach, List.of(Column.text("What"), Column.text("Value")), rows);
    }

    /** A table of two columns, made of named numbers. */
    static Table ofNumbers(String id, String caption, Map<String, Double> numbers) {
        List<Row> rows = numbers.entrySet().stream()
                .map(entry -> Row.of(
                        Cell.of(Words.ofName(entry.getKey())),
                        Cell.number(Words.number(entry.getKey(), entry.getValue()), entry.getValue())))
                .toList();
        return new Table(id, caption, Reach.DETAIL, List.of(Column.text("What"), Column.number("Value")), rows);
    }
}
