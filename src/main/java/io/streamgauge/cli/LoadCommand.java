package io.streamgauge.cli;

import io.streamgauge.client.StreamRequest;
import io.streamgauge.load.ArrivalProcess;
import io.streamgauge.load.LoadPlan;
import io.streamgauge.load.LoadResult;
import io.streamgauge.load.LoadTarget;
import io.streamgauge.load.Measured;
import io.streamgauge.provider.Dialect;
import io.streamgauge.result.ResultSchema;
import io.streamgauge.server.ReplayManner;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts a load on a provider and measures the streams. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a load on a provider and measures time to first token, gaps between tokens and",
            "throughput.",
            "",
            "Without --url it is the fake provider, started for the run, so that the client's own error",
            "is measured too. Users are closed (--users) or requests arrive at a rate (--arrivals,",
            "--poisson); the schedule is made before the run and late requests are sent at once and",
            "counted from when they were due. Exit code 0 when the run is valid and streams were good, 1",
            "when too many failed, 3 when nothing could be reached, 4 when the client was the bottleneck",
            "or nothing was measured."
        })
final class LoadCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--url", paramLabel = "URL", description = "The provider's base URL; needs --api and --model.")
    @Nullable
    URI url;

    @Option(
            names = "--api",
            paramLabel = "DIALECT",
            converter = DialectConverter.class,
            completionCandidates = DialectConverter.Names.class,
            description = "What the provider speaks. One of ${COMPLETION-CANDIDATES}.")
    @Nullable
    Dialect api;

    @Option(names = "--model", paramLabel = "NAME", description = "The model that is asked.")
    String model = "";

    @Option(
            names = "--prompt",
            paramLabel = "TEXT",
            defaultValue = "Count from one to one hundred in words.",
            description = "What it is asked. Default: ${DEFAULT-VALUE}")
    String prompt = "";

    @Option(
            names = "--key-env",
            paramLabel = "NAME",
            description = "The environment variable that holds the API key; it is never printed or written.")
    @Nullable
    String keyEnv;

    @ArgGroup
    Arrival arrival = new Arrival();

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long is measured. Default: ${DEFAULT-VALUE}.")
    double durationSeconds;

    @Option(names = "--requests", paramLabel = "N", description = "Measure so many requests, however long they take.")
    long requests;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "How long is loaded before. Default: ${DEFAULT-VALUE}.")
    double warmUpSeconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of arrivals and choice. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Mixin
    PaceOptions pace = new PaceOptions();

    @Mixin
    ResultOptions result = new ResultOptions();

    LoadCommand(Session session) {
        this.session = session;
    }

    /** At most one of these. */
    static final class Arrival {
        @Option(names = "--users", paramLabel = "N", description = "Closed users, each with one stream. Default: 8.")
        int users = 8;

        @Option(names = "--arrivals", paramLabel = "PER_SECOND", description = "Requests at a constant rate.")
        double constant;

        @Option(names = "--poisson", paramLabel = "PER_SECOND", description = "Requests at random, at this mean rate.")
        double poisson;

        ArrivalProcess process() {
            if (constant > 0) {
                return new ArrivalProcess.ConstantRate(constant);
            }
            return poisson > 0 ? new ArrivalProcess.PoissonRate(poisson) : ArrivalProcess.ClosedUsers.of(users);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        LoadResult measured = url == null ? ofFakeProvider() : ofProvider(url);
        result.deliver(session, session.document(ResultSchema.LOAD, seed, measured.verdict(), measured.document()));
        return measured.verdict().exitCode();
    }

    private LoadResult ofFakeProvider() throws InterruptedException {
        ReplayManner manner = pace.manner(spec);
        return new LoadStage(session).run(Recordings.own(session), manner, seed, this::planned);
    }

    private LoadResult ofProvider(URI base) throws InterruptedException {
        if (api == null || model.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--url needs --api and --model");
        }
        if (!pace.names().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.join(", ", pace.names()) + " shape the fake provider, which --url is not");
        }
        try {
            StreamRequest request = StreamRequest.to(api, base)
                    .model(model)
                    .prompt(prompt)
                    .apiKey(key())
                    .build();
            return new LoadStage(session).run(planned(List.of(LoadTarget.of(request))));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--url: " + e.getMessage(), e);
        }
    }

    private String key() {
        if (keyEnv == null) {
            return "";
        }
        String key = System.getenv(keyEnv);
        if (key == null) {
            throw new ParameterException(spec.commandLine(), "--key-env: there is no environment variable " + keyEnv);
        }
        return key;
    }

    private LoadPlan planned(List<LoadTarget> targets) {
        return LoadPlan.of(targets)
                .arrival(arrival.process())
                .warmUp(seconds(warmUpSeconds))
                .measured(requests > 0 ? Measured.requests(requests) : Measured.during(seconds(durationSeconds)))
                .seed(seed)
                .build();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
