package io.streamgauge.report;

import io.streamgauge.result.RunVerdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which requirements one or several subjects meet; several make columns of one matrix. */
final class ConformanceSection {
    static final String ID = "conformance";
    static final String TITLE = "Conformance";

    private ConformanceSection() {}

    static Section of(List<ConformanceResult> results) {
        List<Block> blocks = new ArrayList<>(List.of(totals(results), families(results), outcomes(results)));
        Findings failures = Findings.of(
                "conformance-failures",
                "Failures",
                results.stream()
                        .flatMap(result -> findings(result, results.size() > 1).stream())
                        .toList());
        blocks.add(CaseMatrix.of(results, failures.anchors()));
        if (!failures.list().isEmpty()) {
            blocks.add(failures);
        }
        stale(results).ifPresent(blocks::add);
        Mark mark = Mark.of(results.stream()
                .map(result -> result.head().verdict())
                .reduce(RunVerdict::and)
                .orElseThrow());
        return new Section(ID, TITLE, mark, sentence(results), figures(results), blocks);
    }

    static String sentence(List<ConformanceResult> results) {
        if (results.size() > 1) {
            return "%s against the same cases.".formatted(Units.counted(results.size(), "subject"));
        }
        ConformanceResult only = results.get(0);
        long judged = only.totals().practicalPassed() + only.totals().practicalFailed();
        String all = only.totals().practicalFailed() == 0
                ? "every one of "
                : "%s of ".formatted(Units.count(only.totals().practicalPassed()));
        return "%s does what is required in %s%s.".formatted(only.subject(), all, Units.counted(judged, "judged case"));
    }

    private static List<Fact> figures(List<ConformanceResult> results) {
        if (results.size() > 1) {
            return List.of();
        }
        ConformanceResult only = results.get(0);
        long known = only.cases().stream()
                .filter(c -> c.outcome().failing() && !c.news())
                .count();
        return List.of(
                new Fact(
                        "pass, counting every MUST",
                        passed(only.totals().practicalPassed(), only.totals().practicalFailed())),
                new Fact(
                        "pass, counting every SHOULD too",
                        passed(only.totals().strictPassed(), only.totals().strictFailed())),
                new Fact(
                        "fail",
                        Units.count(only.cases().stream()
                                .filter(ConformanceResult.Case::news)
                                .count())),
                new Fact("fail as known", Units.count(known)));
    }

    private static String passed(long passed, long failed) {
        return Units.count(passed) + " of " + Units.count(passed + failed);
    }

    private static Table totals(List<ConformanceResult> results) {
        List<Table.Row> rows = results.stream()
                .map(result -> Table.Row.of(
                        Cell.of(result.subject()),
                        Cell.count(result.totals().cases()),
                        Cell.count(result.totals().practicalPassed()),
                        failures(result.totals().practicalFailed()),
                        Cell.count(result.totals().strictPassed()),
                        failures(result.totals().strictFailed())))
                .toList();
        return new Table(
                "conformance-totals",
                "Totals; practical counts every MUST, strict every SHOULD too",
                results.size() > 1 ? Table.Reach.SUMMARY : Table.Reach.DETAIL,
                List.of(
                        Table.Column.text("Subject"),
                        Table.Column.number("Cases"),
                        Table.Column.number("Practical pass"),
                        Table.Column.number("fail"),
                        Table.Column.number("Strict pass"),
                        Table.Column.number("fail")),
                rows);
    }

    private static Cell failures(long count) {
        return count == 0 ? Cell.count(0).toned(Tone.MUTED) : Cell.count(count).toned(Tone.BAD);
    }

    private static Table families(List<ConformanceResult> results) {
        List<Table.Column> columns =
                new ArrayList<>(List.of(Table.Column.text("Family"), Table.Column.number("Cases")));
        results.forEach(result ->
                columns.add(Table.Column.number(results.size() == 1 ? "Failing" : result.subject() + " failing")));
        Map<String, Long> sizes = new LinkedHashMap<>();
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        results.forEach(result -> result.cases()
                .forEach(c -> ids.computeIfAbsent(c.family(), family -> new HashSet<>())
                        .add(c.id())));
        ids.forEach((family, members) -> sizes.put(family, (long) members.size()));
        List<Table.Row> rows = new ArrayList<>();
        sizes.forEach((family, size) -> rows.add(family(family, size, results)));
        return new Table("conformance-families", "Cases by family", Table.Reach.SUMMARY, columns, rows);
    }

    private static Table.Row family(String family, long size, List<ConformanceResult> results) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(family), Cell.count(size)));
        results.forEach(result -> cells.add(failures(result.cases().stream()
                .filter(c -> c.family().equals(family) && c.outcome().failing())
                .count())));
        return new Table.Row(Tone.PLAIN, cells);
    }

    private static Table outcomes(List<ConformanceResult> results) {
        List<Table.Column> columns = new ArrayList<>(List.of(Table.Column.text("Outcome")));
        results.forEach(result -> columns.add(Table.Column.number(results.size() == 1 ? "Cases" : result.subject())));
        columns.add(Table.Column.text("Meaning"));
        List<Table.Row> rows = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (results.stream().anyMatch(result -> result.verdicts().getOrDefault(outcome, 0L) > 0)) {
                List<Cell> cells = new ArrayList<>(List.of(Cell.of(outcome.mark())));
                results.forEach(result -> cells.add(Cell.count(result.verdicts().getOrDefault(outcome, 0L))));
                cells.add(Cell.of(outcome.meaning()));
                rows.add(new Table.Row(Tone.PLAIN, cells));
            }
        }
        return new Table("conformance-outcomes", "Outcomes", Table.Reach.DETAIL, columns, rows);
    }

    static List<Finding> findings(ConformanceResult result, boolean nameSubject) {
        return result.cases().stream()
                .filter(c -> c.outcome().failing())
                .map(c -> finding(result, c, nameSubject))
                .toList();
    }

    static Finding finding(ConformanceResult result, ConformanceResult.Case c, boolean nameSubject) {
        List<Fact> facts = new ArrayList<>();
        if (nameSubject) {
            facts.add(new Fact("Subject", result.subject()));
        }
        facts.addAll(c.facts());
        return new Finding(
                anchor(result, c),
                c.id(),
                c.title().orElse(""),
                c.mark(),
                c.requirement(),
                List.copyOf(facts),
                c.wire(),
                c.contrast(),
                c.knownBecause());
    }

    /** Where the failure of a case is described. */
    static String anchor(ConformanceResult result, ConformanceResult.Case c) {
        return Anchor.of("failure", Anchor.of(c.id(), result.subject()));
    }

    /** Excuses that excuse nothing any more: the failure is gone, and so should they be. */
    private static Optional<Table> stale(List<ConformanceResult> results) {
        List<Table.Row> rows = results.stream()
                .flatMap(result -> result.stale().stream())
                .map(entry -> new Table.Row(
                        Tone.BAD,
                        List.of(
                                Cell.of(entry.id()),
                                Cell.of(entry.verdict()),
                                Cell.of(entry.reason()),
                                Cell.of(entry.where()))))
                .toList();
        List<Table.Column> columns = List.of(
                Table.Column.text("Case"),
                Table.Column.text("Excused"),
                Table.Column.text("Reason given"),
                Table.Column.text("Where"));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "conformance-stale",
                        "Known failures that excuse nothing any more, and count as findings",
                        Table.Reach.SUMMARY,
                        columns,
                        rows));
    }
}
