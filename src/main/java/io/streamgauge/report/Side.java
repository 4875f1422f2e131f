package io.streamgauge.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/** One of several results that are compared, under the name of its document. */
record Side<T>(String name, T result) {
    /**
     * Columns for a number of each side: the value of every side, and for all but the first the change against it.
     *
     * @param label the first column's title
     */
    static List<Table.Column> columns(String label, List<? extends Side<?>> sides) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text(label));
        for (int i = 0; i < sides.size(); i++) {
            columns.add(Table.Column.number(sides.get(i).name()));
            if (i > 0) {
                columns.add(Table.Column.number("change"));
            }
        }
        return columns;
    }

    /**
     * The cells below {@link #columns}.
     *
     * @param value the number of a side; NaN where it has none
     * @param shown how the number is written
     */
    static <T> Table.Row row(
            Cell header, List<Side<T>> sides, Function<T, Double> value, Function<Double, String> shown) {
        List<Cell> cells = new ArrayList<>();
        cells.add(header);
        double first = value.apply(sides.get(0).result());
        for (int i = 0; i < sides.size(); i++) {
            double own = value.apply(sides.get(i).result());
            cells.add(Cell.number(shown.apply(own), own));
            if (i > 0) {
                cells.add(change(first, own));
            }
        }
        return new Table.Row(Tone.PLAIN, cells);
    }

    /** How much more {@code head} is than {@code base}, in per cent. */
    private static Cell change(double base, double head) {
        double percent = base > 0 ? 100 * (head - base) / base : Double.NaN;
        return Cell.number(Units.change(percent), percent).toned(Tone.MUTED);
    }

    /** Every key of any side, each once, in the order of the first side that has it. */
    static <T, K> List<K> keys(List<Side<T>> sides, Function<T, ? extends Iterable<K>> keys) {
        LinkedHashSet<K> all = new LinkedHashSet<>();
        sides.forEach(side -> keys.apply(side.result()).forEach(all::add));
        return List.copyOf(all);
    }
}
