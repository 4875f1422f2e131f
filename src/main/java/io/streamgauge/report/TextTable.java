package io.streamgauge.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in columns of characters. */
final class TextTable {
    /** Widest a column of words gets; longer words are cut, the other forms have them whole. */
    static final int MAX_WORD_COLUMNS = 44;

    private static final String GAP = "  ";

    private TextTable() {}

    /**
     * The rows as lines, header first.
     *
     * @param paint gives a text, already padded, the look of its tone
     */
    static List<String> lines(Table table, BiFunction<Tone, String, String> paint) {
        List<Integer> shown = IntStream.range(0, table.columns().size())
                .filter(i -> !table.columns().get(i).extra())
                .boxed()
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(line(
                table,
                shown,
                (column, text) -> paint.apply(Tone.MUTED, text),
                i -> table.columns().get(i).title()));
        for (Table.Row row : table.rows()) {
            lines.add(line(
                    table,
                    shown,
                    (column, text) -> paint.apply(tone(row, column), text),
                    column -> row.cells().get(column).text()));
        }
        return lines;
    }

    private static Tone tone(Table.Row row, int column) {
        Tone own = row.cells().get(column).tone();
        return own == Tone.PLAIN && column == 0 ? row.tone() : own;
    }

    private static String line(
            Table table, List<Integer> shown, BiFunction<Integer, String, String> paint, IntFunction<String> text) {
        int last = shown.get(shown.size() - 1);
        return shown.stream()
                .map(i -> paint.apply(
                        i,
                        padded(
                                text.apply(i),
                                width(table, i),
                                table.columns().get(i).numeric(),
                                i == last)))
                .collect(Collectors.joining(GAP));
    }

    private static int width(Table table, int column) {
        int widest = table.rows().stream()
                .mapToInt(row -> TextWidth.of(row.cells().get(column).text()))
                .max()
                .orElse(0);
        return Math.min(
                MAX_WORD_COLUMNS,
                Math.max(widest, TextWidth.of(table.columns().get(column).title())));
    }

    /** Nothing follows the last column, so nothing has to be kept apart from it. */
    private static String padded(String text, int width, boolean right, boolean last) {
        String cut = TextWidth.cut(text, width);
        String blanks = " ".repeat(width - TextWidth.of(cut));
        if (right) {
            return blanks + cut;
        }
        return last ? cut : cut + blanks;
    }
}
