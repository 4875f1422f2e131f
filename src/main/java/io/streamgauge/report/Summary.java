package io.streamgauge.report;

import io.streamgauge.result.RunVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a report says, before it gets a form: about one result, or about several side by side.
 *
 * @param headline the whole in one sentence
 * @param imprint who measured, when, for how long; empty for several
 * @param command how to measure again; empty for several
 * @param first what failed first, in the order of the stages; known failures do not count
 */
record Summary(
        String title,
        Mark mark,
        String headline,
        String imprint,
        String command,
        Optional<First> first,
        List<Section> sections,
        Table environment) {
    /** Something that failed, and the section in which it is described. */
    record First(String section, String anchor, String headline) {}

    Summary {
        sections = List.copyOf(sections);
    }

    static Summary of(Results results) {
        List<Section> sections = sections(results);
        Envelope envelope = results.envelope();
        Mark mark = Mark.of(envelope.verdict());
        return new Summary(
                "streamgauge " + results.schema().word() + ": " + mark.word(),
                mark,
                headline(results, sections),
                envelope.imprint(),
                envelope.command(),
                first(results),
                sections,
                Table.ofFacts("environment-facts", "Machine", Table.Reach.DETAIL, envelope.environment()));
    }

    static Summary of(List<Results> all) {
        return new Summary(
                "streamgauge %s: comparison of %d".formatted(all.get(0).schema().word(), all.size()),
                Mark.of(Comparison.verdict(all)),
                Units.counted(all.size(), "result") + " side by side.",
                "",
                "",
                Optional.empty(),
                Comparison.sections(all),
                Comparison.environments(all));
    }

    /** The sections that a reader picks from first; what is compared is no stage. */
    List<Section> stages() {
        return sections.stream()
                .filter(section -> !section.id().equals(Comparison.ID))
                .toList();
    }

    boolean has(String sectionId) {
        return sections.stream().anyMatch(section -> section.id().equals(sectionId));
    }

    private static String headline(Results results, List<Section> sections) {
        if (sections.size() == 1) {
            return sections.get(0).sentence();
        }
        long fine = sections.stream()
                .filter(section -> section.mark().tone() == Tone.GOOD)
                .count();
        String meaning = Mark.meaning(results.envelope().verdict());
        return sections.isEmpty()
                ? "No stage ran."
                : "%s %s of %s pass.".formatted(meaning, Units.count(fine), Units.counted(sections.size(), "stage"));
    }

    private static List<Section> sections(Results results) {
        List<Section> sections = new ArrayList<>();
        results.stages(CorpusResult.class).forEach(result -> sections.add(CorpusSection.of(result)));
        List<ConformanceResult> conformance = results.stages(ConformanceResult.class);
        if (!conformance.isEmpty()) {
            sections.add(ConformanceSection.of(conformance));
        }
        results.stages(BenchResult.class).forEach(result -> sections.add(BenchSection.of(result)));
        results.stages(LoadResult.class).forEach(result -> sections.add(LoadSection.of(result)));
        results.stages(GateResult.class).forEach(result -> sections.add(GateSection.of(result)));
        return sections;
    }

    private static Optional<First> first(Results results) {
        return Stream.of(
                        results.stages(CorpusResult.class).stream().flatMap(Summary::ofCorpus),
                        results.stages(ConformanceResult.class).stream().flatMap(Summary::ofConformance),
                        results.stages(BenchResult.class).stream().flatMap(Summary::ofBench),
                        results.stages(LoadResult.class).stream().flatMap(Summary::ofLoad),
                        results.stages(GateResult.class).stream().flatMap(Summary::ofGate))
                .flatMap(stage -> stage)
                .findFirst();
    }

    private static Stream<First> ofCorpus(CorpusResult result) {
        Stream<First> differences = CorpusSection.findings(result).stream()
                .map(finding -> new First(CorpusSection.TITLE, finding.id(), finding.headline()));
        Stream<First> problems = result.problems().stream()
                .map(problem ->
                        new First(CorpusSection.TITLE, "corpus-problems", problem.place() + ": " + problem.problem()));
        Stream<First> unused = result.unusedExcuses().stream()
                .map(excuse -> new First(
                        CorpusSection.TITLE,
                        "corpus-unused",
                        excuse.recording() + " is listed as known to differ, and does not"));
        return Stream.of(differences, problems, unused).flatMap(all -> all);
    }

    private static Stream<First> ofConformance(ConformanceResult result) {
        Stream<First> failures = ConformanceSection.findings(result, false).stream()
                .filter(finding -> finding.known().isEmpty())
                .map(finding -> new First(ConformanceSection.TITLE, finding.id(), finding.headline()));
        Stream<First> stale = result.stale().stream()
                .map(entry -> new First(
                        ConformanceSection.TITLE,
                        "conformance-stale",
                        "%s is listed as known to be %s, and is not".formatted(entry.id(), entry.verdict())));
        return Stream.concat(failures, stale);
    }

    /** A peer may be wrong, that is its own affair; ours may not. */
    private static Stream<First> ofBench(BenchResult result) {
        return result.rows().stream()
                .filter(row -> row.wrong() && row.kind() == BenchResult.Kind.OURS)
                .map(row -> new First(
                        BenchSection.TITLE,
                        BenchSection.ID,
                        row.subject() + " gave a wrong answer: " + row.task().title()));
    }

    private static Stream<First> ofLoad(LoadResult result) {
        return result.head().verdict() == RunVerdict.PASS
                ? Stream.empty()
                : Stream.concat(result.head().reasons().stream(), Stream.of(LoadSection.sentence(result)))
                        .limit(1)
                        .map(reason -> new First(LoadSection.TITLE, LoadSection.ID, reason));
    }

    private static Stream<First> ofGate(GateResult result) {
        return result.rows().stream()
                .filter(row -> row.mark().tone() == Tone.BAD)
                .map(row -> new First(
                        GateSection.TITLE,
                        GateSection.ID,
                        "%s, %s %s: %s"
                                .formatted(row.row(), row.metric(), Units.change(row.changePercent()), row.reason())));
    }
}
