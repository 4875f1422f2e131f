package io.streamgauge.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays out all cases of several conformance results as rows, the subjects as columns. */
final class CaseMatrix {
    /** Above this many fields, rows on which all subjects agree that all is well are counted and not listed. */
    static final int MAX_CELLS = 4_000;

    /** Above this many rows, cases that every subject passes go by their id alone; their titles weigh the most. */
    static final int MAX_TITLED = 1_000;

    /** A case as the first subject that had it tells it, and the outcome of each subject that had it. */
    private record Line(ConformanceResult.Case first, Map<Integer, ConformanceResult.Case> bySubject) {}

    private final List<ConformanceResult> results;
    private final Set<String> described;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    private CaseMatrix(List<ConformanceResult> results, Set<String> described) {
        this.results = results;
        this.described = described;
        for (int subject = 0; subject < results.size(); subject++) {
            Map<String, Integer> seen = new HashMap<>();
            for (ConformanceResult.Case c : results.get(subject).cases()) {
                add(subject, c, seen.merge(c.id(), 1, Integer::sum));
            }
        }
    }

    /**
     * The matrix of some results.
     *
     * @param described anchors of the failures that the page describes, and that a field may lead to
     */
    static Matrix of(List<ConformanceResult> results, Set<String> described) {
        return new CaseMatrix(results, described).matrix();
    }

    /** An id that a document repeats makes a row of its own, so that nothing is hidden. */
    private void add(int subject, ConformanceResult.Case c, int occurrence) {
        String key = occurrence == 1 ? c.id() : c.id() + " (" + occurrence + ")";
        lines.computeIfAbsent(key, id -> new Line(c, new HashMap<>()))
                .bySubject()
                .put(subject, c);
    }

    private Matrix matrix() {
        boolean pruned = results.size() > 1 && lines.size() * results.size() > MAX_CELLS;
        Map<String, List<Matrix.Case>> families = new LinkedHashMap<>();
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        long agreed = 0;
        for (Map.Entry<String, Line> line : lines.entrySet()) {
            if (pruned && allWell(line.getValue())) {
                agreed++;
                continue;
            }
            line.getValue().bySubject().values().forEach(c -> outcomes.add(c.outcome()));
            families.computeIfAbsent(line.getValue().first().family(), family -> new ArrayList<>())
                    .add(row(line.getKey(), line.getValue()));
        }
        List<Matrix.Family> list = new ArrayList<>();
        families.forEach((name, cases) -> list.add(new Matrix.Family(name, cases)));
        return new Matrix(
                "conformance-cases",
                results.stream().map(ConformanceResult::subject).toList(),
                list,
                List.copyOf(outcomes),
                agreed,
                lines.size() > MAX_TITLED);
    }

    private String title(Line line) {
        boolean titled = lines.size() <= MAX_TITLED || !allWell(line);
        return titled ? line.first().title().orElse("") : "";
    }

    private boolean allWell(Line line) {
        return line.bySubject().size() == results.size()
                && line.bySubject().values().stream().allMatch(c -> c.outcome() == Outcome.OK);
    }

    private Matrix.Case row(String key, Line line) {
        List<Cell> cells = new ArrayList<>();
        for (int subject = 0; subject < results.size(); subject++) {
            ConformanceResult.Case c = line.bySubject().get(subject);
            cells.add(c == null ? Cell.of("· not run").toned(Tone.MUTED) : outcome(results.get(subject), c));
        }
        return new Matrix.Case(
                Anchor.of("case", key), key, title(line), line.first().level(), cells);
    }

    private Cell outcome(ConformanceResult result, ConformanceResult.Case c) {
        Cell cell = Cell.of(c.mark()).hinted(c.knownBecause().isPresent() ? "known" : "");
        String anchor = ConformanceSection.anchor(result, c);
        return described.contains(anchor) ? cell.linked(anchor) : cell;
    }
}
