package io.streamgauge.conformance;

import io.streamgauge.time.NanoClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks for one kind of subject, or a selection of them.
 *
 * <pre>
 *   ConformanceReport report = ConformanceSuite.parser()
 *       .select(CaseFilter.of(List.of("SSE-ENC-*"), List.of()))
 *       .run(new StreamgaugeParser(), RunOptions.DEFAULTS);
 * </pre>
 *
 * @param <S> the kind of subject
 */
public final class ConformanceSuite<S extends Subject> {
    private final List<Check<S>> all;
    private final List<Check<S>> selected;
    private final Supervisor.Patience patience;

    private ConformanceSuite(List<Check<S>> all, List<Check<S>> selected, Supervisor.Patience patience) {
        this.all = all;
        this.selected = selected;
        this.patience = patience;
    }

    /**
     * Everything that an event-stream parser can be held against without a network.
     *
     * @throws CaseFileException if the case files are not what their index promises
     */
    public static ConformanceSuite<ParserSubject> parser() {
        return of(parserChecks(), Supervisor.Patience.DEFAULT);
    }

    static List<Check<ParserSubject>> parserChecks() {
        List<Check<ParserSubject>> checks = new ArrayList<>();
        CaseFiles.onClassPath().read("sse").forEach(byteCase -> checks.add(new ByteCheck(byteCase)));
        checks.add(new CostCheck());
        checks.add(new FuzzCheck());
        return checks;
    }

    static <S extends Subject> ConformanceSuite<S> of(List<Check<S>> checks, Supervisor.Patience patience) {
        List<Check<S>> copy = List.copyOf(checks);
        return new ConformanceSuite<>(copy, copy, patience);
    }

    /** The cases of this suite that the filter selects. */
    public ConformanceSuite<S> select(CaseFilter filter) {
        List<Check<S>> fewer = selected.stream()
                .filter(check -> filter.selects(check.requirement()))
                .toList();
        return new ConformanceSuite<>(all, fewer, patience);
    }

    /** What is selected, in order. */
    public List<Requirement> requirements() {
        return selected.stream().map(Check::requirement).toList();
    }

    /** A case in full for people: why it is there, what goes in, what has to come out. */
    public Optional<String> explain(String id) {
        return all.stream()
                .filter(check -> check.requirement().id().equals(id))
                .findFirst()
                .map(ConformanceSuite::explain);
    }

    private static String explain(Check<?> check) {
        Requirement requirement = check.requirement();
        return requirement.id() + "  " + requirement.title() + "\n\n"
                + requirement.why() + "\n\n"
                + "level     " + requirement.level().word() + "\n"
                + "spec      " + requirement.spec() + "\n"
                + check.explain() + "\n";
    }

    /** Runs what is selected, one check after the other. */
    public ConformanceReport run(S subject, RunOptions options) {
        Supervisor supervisor = new Supervisor(patience, NanoClock.SYSTEM);
        List<CaseResult> results = new ArrayList<>();
        for (Check<S> check : selected) {
            Progress progress = new Progress(options.seed());
            CaseResult result = supervisor.run(check.requirement(), progress, () -> check.run(subject, progress));
            results.add(result);
            options.onResult().accept(result);
        }
        Set<String> notRun = all.stream()
                .filter(check -> !selected.contains(check))
                .map(check -> check.requirement().id())
                .collect(Collectors.toSet());
        KnownFailures.Applied applied = options.knownFailures().apply(results, notRun);
        return new ConformanceReport(
                subject.name(), subject.version(), options.seed(), applied.results(), applied.stale());
    }
}
