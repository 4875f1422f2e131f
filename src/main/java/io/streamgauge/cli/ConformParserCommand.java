package io.streamgauge.cli;

import io.streamgauge.conformance.CaseFilter;
import io.streamgauge.conformance.ConformanceReport;
import io.streamgauge.conformance.ConformanceSuite;
import io.streamgauge.conformance.KnownFailures;
import io.streamgauge.conformance.ParserSubject;
import io.streamgauge.conformance.Requirement;
import io.streamgauge.conformance.RunOptions;
import io.streamgauge.conformance.StreamgaugeParser;
import io.streamgauge.conformance.Strictness;
import io.streamgauge.result.ResultSchema;
import io.streamgauge.result.RunVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges an event-stream parser. */
@Command(
        name = "parser",
        mixinStandardHelpOptions = true,
        description = {
            "Judges a Server-Sent Events parser: every case whole, byte by byte and at every two-way cut.",
            "",
            "Without --spi it is our own. Another one is a Java class that implements ParserSubject, put",
            "on the class path with STREAMGAUGE_CLASSPATH. Exit code 0 when all required cases pass, 1",
            "when one does not or an entry of the known failures is not needed, 4 when no case matches."
        })
final class ConformParserCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--spi", paramLabel = "CLASS", description = "The subject: a class that implements ParserSubject.")
    @Nullable
    String spi;

    @Option(names = "--only", paramLabel = "GLOB", split = ",", description = "Only cases whose id or tag matches.")
    List<String> only = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "GLOB", split = ",", description = "All but cases whose id or tag matches.")
    List<String> skip = new ArrayList<>();

    @Option(names = "--list", description = "List the cases and run nothing.")
    boolean list;

    @Option(names = "--explain", paramLabel = "ID", description = "Print one case in full and run nothing.")
    @Nullable
    String explain;

    @Option(
            names = "--known-failures",
            paramLabel = "FILE",
            description = "Failures that are known, each with id, verdict, reason and date.")
    @Nullable
    Path knownFailures;

    @Option(names = "--strict", description = "SHOULD counts as well.")
    boolean strict;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "What random cuts come from. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Mixin
    ResultOptions result = new ResultOptions();

    ConformParserCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ConformanceSuite<ParserSubject> suite = ConformanceSuite.parser().select(CaseFilter.of(only, skip));
        if (explain != null) {
            return explain(suite, explain);
        }
        return list ? list(suite) : judge(suite);
    }

    private int explain(ConformanceSuite<ParserSubject> suite, String id) {
        String text = suite.explain(id)
                .orElseThrow(() -> new CommandFailure(RunVerdict.INVALID, "no case " + id + "; --list shows all"));
        session.terminal().out().print(text);
        session.terminal().out().flush();
        return RunVerdict.PASS.exitCode();
    }

    private int list(ConformanceSuite<ParserSubject> suite) {
        for (Requirement requirement : suite.requirements()) {
            session.terminal()
                    .out()
                    .printf(
                            "%-28s %-6s %s%n",
                            requirement.id(), requirement.level().word(), requirement.title());
        }
        return (suite.requirements().isEmpty() ? RunVerdict.INVALID : RunVerdict.PASS).exitCode();
    }

    private int judge(ConformanceSuite<ParserSubject> suite) {
        ConformanceReport report = run(suite);
        RunVerdict verdict = report.verdict(strict ? Strictness.STRICT : Strictness.PRACTICAL);
        result.deliver(session, session.document(ResultSchema.CONFORMANCE, seed, verdict, report.toJson()));
        return verdict.exitCode();
    }

    private ConformanceReport run(ConformanceSuite<ParserSubject> suite) {
        KnownFailures known = knownFailures == null ? KnownFailures.NONE : KnownFailures.read(knownFailures);
        try (Progress progress = new Progress(
                session.terminal(), "parser cases", suite.requirements().size())) {
            RunOptions options = RunOptions.DEFAULTS
                    .withSeed(seed)
                    .withKnownFailures(known)
                    .withListener(done -> progress.step(done.requirement().id()));
            return suite.run(subject(), options);
        }
    }

    private ParserSubject subject() {
        if (spi == null) {
            return new StreamgaugeParser();
        }
        return ServiceLoader.load(ParserSubject.class).stream()
                .filter(provider -> provider.type().getName().equals(spi))
                .findFirst()
                .map(ServiceLoader.Provider::get)
                .orElseThrow(() -> new CommandFailure(
                        RunVerdict.COULD_NOT_RUN,
                        spi + " is not named in any META-INF/services/" + ParserSubject.class.getName()
                                + " on the class path"));
    }
}
