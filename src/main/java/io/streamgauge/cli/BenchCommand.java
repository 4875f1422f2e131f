package io.streamgauge.cli;

import io.streamgauge.bench.BenchPlan;
import io.streamgauge.bench.BenchReport;
import io.streamgauge.result.ResultSchema;
import io.streamgauge.result.RunVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how fast bytes become events, text and messages. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how fast bytes become events, text and messages.",
            "",
            "Runs JMH in forked JVMs. Rates come from CPU time of the measuring thread, so that other",
            "work on the machine disturbs little; compare ratios within one run, not times of two. Each",
            "subject's answer is checked first, and who answers wrongly is shown as wrong and not timed;",
            "a wrong answer of ours is a finding (exit code 1)."
        })
final class BenchCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            split = ",",
            description = "What to measure: ${COMPLETION-CANDIDATES}. Repeatable; everything when left out.")
    Set<BenchPlan.Group> groups = new LinkedHashSet<>();

    @Option(
            names = "--input",
            paramLabel = "NAME",
            split = ",",
            description = "Only these inputs, such as openai, tools, responses, anthropic, gemini, ollama, recordings.")
    List<String> inputs = new ArrayList<>();

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = {
                "The recordings below DIR as inputs too: recordings is all of them, recordings-openai-chat those",
                "of one dialect. All are verified first, and one that differs stops the run (exit code 4)."
            })
    @Nullable
    Path corpus;

    @Option(
            names = "--delivery",
            paramLabel = "HOW",
            split = ",",
            defaultValue = "1448",
            description = "How bytes arrive: whole, 1448 (reads of that many bytes), event-per-read. Default: 1448.")
    List<String> deliveries = new ArrayList<>();

    @Option(names = "--quick", description = "A few seconds for each row instead of about ten; wide error bounds.")
    boolean quick;

    @Mixin
    ResultOptions result = new ResultOptions();

    BenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        BenchPlan plan =
                new BenchPlan(groups, inputs, deliveries, quick ? BenchPlan.Effort.QUICK : BenchPlan.Effort.FULL);
        BenchReport report = new BenchStage(session, Optional.ofNullable(corpus)).run(plan);
        RunVerdict verdict = BenchStage.verdict(report);
        result.deliver(session, session.document(ResultSchema.BENCH, 0, verdict, report.toJson()));
        return verdict.exitCode();
    }
}
