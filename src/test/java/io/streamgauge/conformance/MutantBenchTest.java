package io.streamgauge.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.result.RunVerdict;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A suite is as good as the wrong parsers it catches: each has one mistake, and a case that must see it. */
class MutantBenchTest {
    private static final List<Check<ParserSubject>> CHECKS = ConformanceSuite.parserChecks();

    /** A mutant that spins is found out soon. */
    private static final Supervisor.Patience SHORT =
            new Supervisor.Patience(Duration.ofMillis(300), Duration.ofSeconds(10));

    static Stream<Mutant> mutants() {
        return Mutant.all().stream();
    }

    private static ConformanceReport run(Mutant mutant, CaseFilter filter) {
        return ConformanceSuite.of(CHECKS, SHORT).select(filter).run(mutant, RunOptions.DEFAULTS);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void everyMutantIsCaughtByItsCase(Mutant mutant) {
        ConformanceReport report = run(mutant, CaseFilter.of(List.of(mutant.caseId()), List.of()));

        assertEquals(1, report.results().size(), "no case " + mutant.caseId());
        CaseResult result = report.results().get(0);
        assertEquals(mutant.verdict(), result.verdict(), result::note);
        assertEquals(RunVerdict.FINDING, report.verdict(Strictness.STRICT));
        Evidence evidence = result.evidence().orElseThrow();
        assertFalse(evidence.difference().isEmpty());
        assertEquals(
                mutant.verdict() == Verdict.SPLIT || mutant.verdict() == Verdict.LATE,
                !evidence.cuts().isEmpty() && evidence.cuts().size() < 4,
                () -> "cuts " + evidence.cuts());
    }

    @Test
    void parserWithoutMistakeIsCaughtByNone() {
        Mutant none = new Mutant("no mistake", "", Verdict.OK, PlainParser::new);
        ConformanceReport report = run(none, CaseFilter.of(List.of(), List.of("large")));

        assertEquals(
                List.of(),
                report.unexpected(Strictness.STRICT).stream()
                        .map(result -> result.requirement().id() + ": " + result.note())
                        .toList());
    }

    @Test
    void everySmallCaseWrittenByHandCatchesSomeMutant() {
        CaseFilter byHand = CaseFilter.of(List.of(), List.of("generated", "large", "fuzz"));
        List<String> ids = CHECKS.stream()
                .map(Check::requirement)
                .filter(byHand::selects)
                .map(Requirement::id)
                .toList();
        assertTrue(ids.size() > 140, ids.size() + " cases");
        assertEquals(List.of(), ids.stream().filter(id -> !catchesAny(id)).toList(), "cases that no mutant fails");
    }

    private static boolean catchesAny(String id) {
        CaseFilter one = CaseFilter.of(List.of(id), List.of());
        Predicate<Mutant> meant = mutant -> mutant.caseId().equals(id);
        return Stream.concat(mutants().filter(meant), mutants().filter(meant.negate()))
                .anyMatch(mutant -> run(mutant, one).results().get(0).verdict().failing());
    }

    @Test
    void noTwoMutantsMakeTheSameMistake() {
        List<String> mistakes = Mutant.all().stream().map(Mutant::mistake).toList();
        assertEquals(mistakes.size(), mistakes.stream().distinct().count());
        assertTrue(mistakes.size() >= 40, "a bench of " + mistakes.size());
    }
}
