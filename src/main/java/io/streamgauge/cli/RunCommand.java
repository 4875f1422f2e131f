package io.streamgauge.cli;

import io.streamgauge.bench.BenchPlan;
import io.streamgauge.bench.BenchReport;
import io.streamgauge.conformance.ConformanceReport;
import io.streamgauge.conformance.ConformanceSuite;
import io.streamgauge.conformance.ParserSubject;
import io.streamgauge.conformance.RunOptions;
import io.streamgauge.conformance.StreamgaugeParser;
import io.streamgauge.conformance.Strictness;
import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.CorpusReport;
import io.streamgauge.corpus.KnownFailures;
import io.streamgauge.load.ArrivalProcess;
import io.streamgauge.load.LoadPlan;
import io.streamgauge.load.LoadResult;
import io.streamgauge.load.LoadTarget;
import io.streamgauge.load.Measured;
import io.streamgauge.report.HtmlReport;
import io.streamgauge.report.TerminalReport;
import io.streamgauge.result.ResultSchema;
import io.streamgauge.result.ResultWriter;
import io.streamgauge.result.RunVerdict;
import io.streamgauge.server.Fragmentation;
import io.streamgauge.server.ReplayManner;
import io.streamgauge.server.ReplaySchedule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The main job: everything, end to end. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "The main job, end to end: corpora, conformance, benchmarks and load, in one report.",
            "",
            "Replays the corpora through a real server on loopback and compares every decoded message,",
            "holds the parser against the byte-level cases, benchmarks the hot path, loads the fake",
            "provider, and writes reports/latest/index.html and run.json. Exit code 0 only when all is as",
            "expected; a client that was too busy to measure times well is reported, and is no failure."
        })
final class RunCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--quick", description = "Ends within 60 seconds; benchmarks and load are short.")
    boolean quick;

    @Option(names = "--corpus", paramLabel = "DIR", description = "Replay the recordings in DIR as well. Repeatable.")
    List<Path> corpus = new ArrayList<>();

    @Option(
            names = "--known-failures",
            paramLabel = "FILE",
            description = "Differences of recordings that are known, each with id, reason and date.")
    @Nullable
    Path knownFailures;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes. Default: reports/latest.")
    @Nullable
    Path out;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of every random choice. Default: 1.")
    long seed;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = out == null ? session.home().resolve("reports/latest") : out;
        Stages stages = new Stages();
        Corpus own = Recordings.own(session);
        corpus(stages, Recordings.with(own, corpus));
        conformance(stages);
        bench(stages);
        load(stages, own);
        JsonNode document =
                session.document(ResultSchema.RUN, seed, stages.verdict, Map.of("stages", stages.documents));
        ResultWriter.write(folder.resolve("run.json"), document);
        HtmlReport.render(document, folder.resolve("index.html"));
        Terminal terminal = session.terminal();
        terminal.out().print(TerminalReport.render(document, terminal.outColour()));
        terminal.out().println("report: " + folder.resolve("index.html"));
        return stages.verdict.exitCode();
    }

    /** What has been done so far. */
    private static final class Stages {
        private final Map<String, JsonNode> documents = new LinkedHashMap<>();
        private RunVerdict verdict = RunVerdict.PASS;
    }

    private void add(Stages stages, ResultSchema schema, RunVerdict verdict, Object body) {
        stages.documents.put(schema.word(), session.document(schema, seed, verdict, body));
        stages.verdict = stages.verdict.and(verdict);
    }

    private void corpus(Stages stages, Corpus all) {
        KnownFailures known = knownFailures == null ? KnownFailures.none() : KnownFailures.read(knownFailures);
        CorpusReport report = new CorpusStage(session).run(all, known, seed);
        report.problems().forEach(problem -> session.terminal().err().println("streamgauge: " + problem));
        add(stages, ResultSchema.CORPUS, report.verdict(), report);
    }

    private void conformance(Stages stages) {
        ConformanceSuite<ParserSubject> suite = ConformanceSuite.parser();
        try (Progress progress = new Progress(
                session.terminal(), "parser cases", suite.requirements().size())) {
            RunOptions options = RunOptions.DEFAULTS
                    .withSeed(seed)
                    .withListener(done -> progress.step(done.requirement().id()));
            ConformanceReport report = suite.run(new StreamgaugeParser(), options);
            add(stages, ResultSchema.CONFORMANCE, report.verdict(Strictness.STRICT), report.toJson());
        }
    }

    private void bench(Stages stages) throws IOException, InterruptedException {
        BenchReport report = new BenchStage(session, Optional.empty()).run(quick ? quickBench() : fullBench());
        add(stages, ResultSchema.BENCH, BenchStage.verdict(report), report.toJson());
    }

    /** One row for each question: enough to see that it works and roughly how fast. */
    private static BenchPlan quickBench() {
        return new BenchPlan(
                Set.of(
                        BenchPlan.Group.PARSER,
                        BenchPlan.Group.DECODER,
                        BenchPlan.Group.ACCUMULATOR,
                        BenchPlan.Group.BUFFERS),
                List.of("openai", "tools-32k", "words"),
                List.of("1448"),
                BenchPlan.Effort.QUICK);
    }

    private static BenchPlan fullBench() {
        return new BenchPlan(Set.of(), List.of(), List.of("1448"), BenchPlan.Effort.FULL);
    }

    private void load(Stages stages, Corpus own) throws InterruptedException {
        LoadResult result = new LoadStage(session)
                .run(
                        own,
                        ReplayManner.RECORDED
                                .withSchedule(ReplaySchedule.eventsPerSecond(50)
                                        .withTtft(Duration.ofMillis(40).toNanos()))
                                .withFragmentation(Fragmentation.events(1)),
                        seed,
                        this::loadPlan);
        // A busy machine makes the times worth less, which the report says; the job is done all the same.
        add(stages, ResultSchema.LOAD, result.verdictOfStreams(), result.document());
    }

    private LoadPlan loadPlan(List<LoadTarget> targets) {
        return LoadPlan.of(targets)
                .arrival(ArrivalProcess.ClosedUsers.of(quick ? 16 : 64))
                .warmUp(Duration.ofSeconds(quick ? 1 : 5))
                .measured(Measured.during(Duration.ofSeconds(quick ? 5 : 60)))
                .drain(Duration.ofSeconds(quick ? 3 : 30))
                .seed(seed)
                .build();
    }
}
