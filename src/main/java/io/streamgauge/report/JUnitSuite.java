package io.streamgauge.report;

import io.streamgauge.result.ResultSchema;
import io.streamgauge.result.RunVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as JUnit counts them. */
record JUnitSuite(String name, double durationMillis, List<Test> tests) {
    enum Kind {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED;

        String element() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One test case.
     *
     * @param group what JUnit calls the class
     * @param type a failure's or error's kind in one word
     */
    record Test(String group, String name, Kind kind, String type, String message, String detail) {
        static Test passed(String group, String name) {
            return new Test(group, name, Kind.PASSED, "", "", "");
        }

        static Test skipped(String group, String name, String reason) {
            return new Test(group, name, Kind.SKIPPED, "", reason, "");
        }
    }

    JUnitSuite {
        tests = List.copyOf(tests);
    }

    static List<JUnitSuite> of(Results results) {
        List<JUnitSuite> suites = new ArrayList<>();
        suites.add(verdicts(results));
        results.stages(CorpusResult.class).forEach(result -> suites.add(of(result)));
        results.stages(ConformanceResult.class).forEach(result -> suites.addAll(of(result)));
        results.stages(BenchResult.class).forEach(result -> suites.add(of(result)));
        results.stages(LoadResult.class).forEach(result -> suites.add(of(result)));
        results.stages(GateResult.class).forEach(result -> suites.add(of(result)));
        return suites;
    }

    private static JUnitSuite verdicts(Results results) {
        Summary summary = Summary.of(results);
        List<Test> tests = new ArrayList<>();
        tests.add(verdict(results.schema().word(), results.envelope().verdict(), summary.headline()));
        for (StageResult stage : results.schema() == ResultSchema.RUN ? results.stages() : List.<StageResult>of()) {
            tests.add(verdict(
                    stage.section(),
                    stage.head().verdict(),
                    Mark.meaning(stage.head().verdict())));
        }
        return new JUnitSuite("verdict", results.envelope().durationMillis(), tests);
    }

    private static Test verdict(String name, RunVerdict verdict, String sentence) {
        return switch (verdict) {
            case PASS -> Test.passed("streamgauge.verdict", name);
            case FINDING -> new Test("streamgauge.verdict", name, Kind.FAILURE, verdict.name(), sentence, sentence);
            case COULD_NOT_RUN, INVALID, INCONCLUSIVE ->
                new Test("streamgauge.verdict", name, Kind.ERROR, verdict.name(), sentence, sentence);
        };
    }

    private static JUnitSuite of(CorpusResult result) {
        List<Test> tests = new ArrayList<>();
        CorpusSection.findings(result).forEach(finding -> tests.add(test("streamgauge.corpus", finding, Kind.FAILURE)));
        result.problems()
                .forEach(problem -> tests.add(
                        failed("streamgauge.corpus", problem.place(), Kind.ERROR, "unusable", problem.problem())));
        result.unusedExcuses()
                .forEach(excuse -> tests.add(failed(
                        "streamgauge.corpus",
                        excuse.recording() + " known failure",
                        Kind.FAILURE,
                        "stale",
                        "excuses nothing any more: " + excuse.reason())));
        result.dialects().stream()
                .filter(dialect -> dialect.passed() == dialect.recordings())
                .forEach(dialect -> tests.add(Test.passed(
                        "streamgauge.corpus",
                        dialect.api() + ", " + Units.counted(dialect.recordings(), "recording"))));
        return new JUnitSuite("corpus", result.head().durationMillis(), tests);
    }

    /** A suite for each family. */
    private static List<JUnitSuite> of(ConformanceResult result) {
        Map<String, List<Test>> families = new LinkedHashMap<>();
        result.cases()
                .forEach(c -> families.computeIfAbsent(c.family(), family -> new ArrayList<>())
                        .add(test(result, c)));
        List<JUnitSuite> suites = new ArrayList<>();
        result.stale()
                .forEach(entry -> families.computeIfAbsent("known failures", family -> new ArrayList<>())
                        .add(failed(
                                "streamgauge.conformance." + result.subject(),
                                entry.id() + " known " + entry.verdict(),
                                Kind.FAILURE,
                                "stale",
                                entry.where() + " excuses nothing any more: " + entry.reason())));
        families.forEach((family, tests) ->
                suites.add(new JUnitSuite("conformance: " + result.subject() + ", " + family, Double.NaN, tests)));
        return suites;
    }

    private static Test test(ConformanceResult result, ConformanceResult.Case c) {
        String group = "streamgauge.conformance." + result.subject();
        String name = c.id() + c.title().map(title -> " " + title).orElse("");
        if (c.outcome().failing()) {
            Kind kind = c.outcome().erring() ? Kind.ERROR : Kind.FAILURE;
            return test(group, ConformanceSection.finding(result, c, false), kind);
        }
        return c.outcome() == Outcome.NOT_APPLICABLE
                ? Test.skipped(group, name, Outcome.NOT_APPLICABLE.meaning())
                : Test.passed(group, name);
    }

    /** A finding that was expected is skipped with its reason. */
    private static Test test(String group, Finding finding, Kind kind) {
        String name = finding.name() + (finding.title().isEmpty() ? "" : " " + finding.title());
        return finding.known()
                .map(reason -> Test.skipped(group, name, "known: " + reason))
                .orElseGet(
                        () -> new Test(group, name, kind, finding.mark().word(), finding.headline(), detail(finding)));
    }

    private static Test failed(String group, String name, Kind kind, String type, String message) {
        return new Test(group, name, kind, type, message, message);
    }

    private static String detail(Finding finding) {
        StringBuilder detail = new StringBuilder("\n");
        finding.requirement()
                .ifPresent(requirement -> detail.append(requirement).append('\n'));
        finding.facts()
                .forEach(fact -> detail.append(fact.label())
                        .append(": ")
                        .append(fact.value())
                        .append('\n'));
        finding.contrast()
                .ifPresent(contrast -> detail.append("expected:\n")
                        .append(contrast.expected())
                        .append("\nactual:\n")
                        .append(contrast.actual())
                        .append('\n'));
        return detail.toString();
    }

    /** A peer may be wrong, and is then out of the race; ours may not. */
    private static JUnitSuite of(BenchResult result) {
        List<Test> tests = result.rows().stream().map(JUnitSuite::test).toList();
        return new JUnitSuite("bench", result.head().durationMillis(), tests);
    }

    private static Test test(BenchResult.Measured row) {
        String name = row.subject() + ": " + row.task().title();
        String message = row.subject() + " gave "
                + (row.remark().isEmpty() ? "a wrong answer" : row.remark().replaceFirst("^wrong", "a wrong"));
        if (!row.wrong()) {
            return Test.passed("streamgauge.bench", name);
        }
        return row.kind() == BenchResult.Kind.OURS
                ? new Test("streamgauge.bench", name, Kind.FAILURE, "wrong", message, message)
                : Test.skipped("streamgauge.bench", name, message);
    }

    /** Errors fail the test only if the run did not forgive them: its verdict knows the objectives, we do not. */
    private static JUnitSuite of(LoadResult result) {
        boolean forgiven = result.head().verdict() != RunVerdict.FINDING;
        List<Test> tests = new ArrayList<>();
        result.errors().forEach((kind, count) -> {
            String message = Units.counted(count, "stream") + " ended in " + kind;
            tests.add(
                    forgiven || count == 0
                            ? Test.passed("streamgauge.load", "errors: " + kind)
                            : new Test("streamgauge.load", "errors: " + kind, Kind.FAILURE, kind, message, message));
        });
        return new JUnitSuite("load", result.head().durationMillis(), tests);
    }

    private static JUnitSuite of(GateResult result) {
        List<Test> tests = result.rows().stream().map(JUnitSuite::test).toList();
        return new JUnitSuite("gate", result.head().durationMillis(), tests);
    }

    private static Test test(GateResult.Compared row) {
        String name = row.row() + ", " + row.metric();
        String message = "%s from %s to %s: %s"
                .formatted(
                        Units.change(row.changePercent()),
                        Units.change(row.lowPercent()),
                        Units.change(row.highPercent()),
                        row.reason());
        return switch (row.mark().tone()) {
            case BAD ->
                new Test("streamgauge.gate", name, Kind.FAILURE, row.mark().word(), message, message);
            case WARN -> Test.skipped("streamgauge.gate", name, row.mark().word() + ", " + message);
            default -> Test.passed("streamgauge.gate", name);
        };
    }
}
