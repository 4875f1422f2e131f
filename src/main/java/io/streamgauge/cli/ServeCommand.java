package io.streamgauge.cli;

import io.streamgauge.result.RunVerdict;
import io.streamgauge.server.RecordingChoice;
import io.streamgauge.server.ReplayManner;
import io.streamgauge.server.ReplayServer;
import io.streamgauge.server.ServedRecording;
import io.streamgauge.server.fault.FaultManual;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The fake provider. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "The fake provider: serves recordings at their vendors' paths until it is interrupted.",
            "",
            "A request's \"model\" names the recording; GET /v1/models lists them. Point any client at",
            "the URL it prints. Per request, headers steer it: x-streamgauge-recording, -seed, and one for",
            "each option of pace, cut and fault below, such as x-streamgauge-gap or x-streamgauge-fault."
        })
final class ServeCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8089",
            description = "The port; 0 takes any that is free. Default: ${DEFAULT-VALUE}.")
    int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
    String host = "127.0.0.1";

    @Option(names = "--corpus", paramLabel = "DIR", description = "Serve the recordings in DIR as well. Repeatable.")
    List<Path> corpus = new ArrayList<>();

    @Option(
            names = "--choice",
            paramLabel = "HOW",
            defaultValue = "by-model",
            description = "How a recording is picked: by-model, in-turn or by-seed. Default: ${DEFAULT-VALUE}.")
    String choice = "by-model";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of all random choices. Default: 1.")
    long seed;

    @Option(names = "--list-faults", description = "Print the manual's page about faults, and serve nothing.")
    boolean listFaults;

    @Mixin
    PaceOptions pace = new PaceOptions();

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (listFaults) {
            session.terminal().out().print(FaultManual.markdown());
            session.terminal().out().flush();
            return RunVerdict.PASS.exitCode();
        }
        ReplayManner manner = pace.manner(spec);
        RecordingChoice chosen = choice();
        List<ServedRecording> recordings = Recordings.served(Recordings.with(Recordings.own(session), corpus));
        try (ReplayServer server = start(recordings, chosen, manner)) {
            session.terminal()
                    .out()
                    .printf("serving %d recordings at %s (seed %d)%n", recordings.size(), server.uri(), seed);
            if (!manner.faults().isEmpty()) {
                session.terminal().out().println("faults: " + manner.faults());
            }
            session.terminal().out().flush();
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "serve-shutdown"));
            stopped.await();
        }
        return RunVerdict.PASS.exitCode();
    }

    private ReplayServer start(List<ServedRecording> recordings, RecordingChoice chosen, ReplayManner manner) {
        try {
            return ReplayServer.builder()
                    .recordings(recordings)
                    .host(host)
                    .port(port)
                    .seed(seed)
                    .choice(chosen)
                    .manner(manner)
                    .start();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(RunVerdict.INVALID, String.valueOf(e.getMessage()), e);
        } catch (BindException e) {
            throw new CommandFailure(RunVerdict.COULD_NOT_RUN, String.valueOf(e.getMessage()), e);
        }
    }

    private RecordingChoice choice() {
        return RecordingChoice.byWord(choice)
                .orElseThrow(() -> new picocli.CommandLine.ParameterException(
                        spec.commandLine(),
                        "--choice: unknown word " + choice + "; there are "
                                + java.util.Arrays.stream(RecordingChoice.values())
                                        .map(RecordingChoice::word)
                                        .collect(Collectors.joining(", "))));
    }
}
