package io.streamgauge.report;

import io.streamgauge.result.NamedDocument;
import io.streamgauge.result.ResultFileException;
import io.streamgauge.result.RunVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Several results of one kind, side by side; the first is what the others are measured against. */
final class Comparison {
    static final String ID = "compared";

    private Comparison() {}

    /**
     * Reads the documents; two of one name get numbers.
     *
     * @throws ResultFileException if a document is not sound, or not of the first one's schema
     */
    static List<Results> read(List<NamedDocument> documents) {
        if (documents.size() < 2) {
            throw new IllegalArgumentException("a comparison needs at least two documents");
        }
        Map<String, Integer> seen = new HashMap<>();
        List<Results> all = new ArrayList<>();
        for (NamedDocument document : documents) {
            int occurrence = seen.merge(document.name(), 1, Integer::sum);
            String name = occurrence == 1 ? document.name() : document.name() + " (" + occurrence + ")";
            Results results = Results.read(new NamedDocument(name, document.content()));
            if (!all.isEmpty() && results.schema() != all.get(0).schema()) {
                throw ResultFileException.invalid(
                        results.name(),
                        "schema %s cannot be compared with %s of %s"
                                .formatted(
                                        results.schema().id(),
                                        all.get(0).schema().id(),
                                        all.get(0).name()));
            }
            all.add(results);
        }
        return List.copyOf(all);
    }

    static List<Section> sections(List<Results> all) {
        List<Section> sections = new ArrayList<>();
        sections.add(results(all));
        add(sections, all, CorpusResult.class, CorpusComparison::of);
        conformance(sections, all);
        add(sections, all, BenchResult.class, BenchSection::compare);
        add(sections, all, LoadResult.class, LoadSection::compare);
        add(sections, all, GateResult.class, GateSection::compare);
        return List.copyOf(sections);
    }

    private static <T extends StageResult> void add(
            List<Section> sections, List<Results> all, Class<T> kind, Function<List<Side<T>>, Section> compare) {
        List<Side<T>> sides = sides(all, kind, Results::name);
        if (!sides.isEmpty()) {
            sections.add(compare.apply(sides));
        }
    }

    private static <T extends StageResult> List<Side<T>> sides(
            List<Results> all, Class<T> kind, Function<Results, String> name) {
        return all.stream()
                .flatMap(results -> results.stages(kind).stream().map(stage -> new Side<>(name.apply(results), stage)))
                .toList();
    }

    /** Subjects go by their own names where those differ, and by their documents' names too where not. */
    private static void conformance(List<Section> sections, List<Results> all) {
        List<Side<ConformanceResult>> sides = sides(all, ConformanceResult.class, Results::name);
        long names =
                sides.stream().map(side -> side.result().subject()).distinct().count();
        BiFunction<String, ConformanceResult, String> name = names == sides.size()
                ? (file, result) -> result.subject()
                : (file, result) -> file + ", " + result.subject();
        if (!sides.isEmpty()) {
            sections.add(ConformanceSection.of(sides.stream()
                    .map(side -> side.result().named(name.apply(side.name(), side.result())))
                    .toList()));
        }
    }

    static Mark mark(List<? extends Side<? extends StageResult>> sides) {
        return Mark.of(
                sides.stream().map(side -> side.result().head().verdict()).reduce(RunVerdict.PASS, RunVerdict::and));
    }

    static RunVerdict verdict(List<Results> all) {
        return all.stream().map(results -> results.envelope().verdict()).reduce(RunVerdict.PASS, RunVerdict::and);
    }

    private static Section results(List<Results> all) {
        List<Table.Row> rows = all.stream()
                .map(results -> Table.Row.of(
                        Cell.of(results.name()),
                        Cell.of(Mark.of(results.envelope().verdict())),
                        Cell.of(results.envelope().version() + " ("
                                + results.envelope().commit() + ")"),
                        Cell.of(results.envelope().startedAt()),
                        Cell.number(
                                Units.duration(results.envelope().durationMillis()),
                                results.envelope().durationMillis()),
                        Cell.of(results.envelope().command())))
                .toList();
        Table table = new Table(
                "results",
                "Results that are compared",
                Table.Reach.SUMMARY,
                List.of(
                        Table.Column.text("Result"),
                        Table.Column.text("Verdict"),
                        Table.Column.text("streamgauge"),
                        Table.Column.text("Started"),
                        Table.Column.number("Took"),
                        Table.Column.text("Command")),
                rows);
        String sentence = "Changes are against the first, " + all.get(0).name() + ".";
        return new Section(ID, "Results", Mark.of(verdict(all)), sentence, List.of(), List.of(table));
    }

    /** The machines side by side; what is not the same everywhere is marked, for it may explain a difference. */
    static Table environments(List<Results> all) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("What")));
        all.forEach(results -> columns.add(Table.Column.text(results.name())));
        List<Side<Results>> sides =
                all.stream().map(results -> new Side<>(results.name(), results)).toList();
        List<Table.Row> rows = new ArrayList<>();
        for (String label : Side.keys(
                sides,
                results -> results.envelope().environment().stream()
                        .map(Fact::label)
                        .toList())) {
            rows.add(environment(label, all));
        }
        return new Table("environment-facts", "Machines", Table.Reach.DETAIL, columns, rows);
    }

    private static Table.Row environment(String label, List<Results> all) {
        List<String> values = all.stream()
                .map(results -> results.envelope().environment().stream()
                        .filter(fact -> fact.label().equals(label))
                        .map(Fact::value)
                        .findFirst()
                        .orElse(Units.UNKNOWN))
                .toList();
        boolean same = values.stream().distinct().count() == 1;
        List<Cell> cells = new ArrayList<>();
        cells.add(same ? Cell.of(label) : Cell.of(label).hinted("≠ differs"));
        values.forEach(value -> cells.add(Cell.of(value)));
        return new Table.Row(same ? Tone.PLAIN : Tone.WARN, cells);
    }
}
