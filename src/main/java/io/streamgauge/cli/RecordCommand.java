package io.streamgauge.cli;

import io.streamgauge.record.RecordedAnswer;
import io.streamgauge.record.RecordingListener;
import io.streamgauge.record.RecordingProxy;
import io.streamgauge.result.RunVerdict;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A proxy that turns live traffic into recordings. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = {
            "Stands between a client and its provider, and records the streams that go through.",
            "",
            "Point the client's base URL at the URL it prints; everything goes on as it comes. Each stream,",
            "and each error in place of one, becomes a recording with the time of every read: verify it",
            "with 'corpus verify', serve it with 'serve --corpus'. Keys, cookies and the names of accounts",
            "never reach the disk: of the headers only harmless ones are kept, and what else went over the",
            "same exchange is blanked in the body. What the model says is recorded, and so is what some",
            "providers repeat of the prompt. A recording that is killed in the middle can still be read."
        })
final class RecordCommand implements Callable<Integer> {
    /** How long an interrupted process waits for its last recordings: a minute. */
    private static final long FAREWELL_SECONDS = 60;

    private final Session session;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--upstream",
            paramLabel = "URL",
            required = true,
            description = "The provider, such as https://api.openai.com; a path in it goes before all others.")
    URI upstream = URI.create("");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where recordings go.")
    Path out = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8090",
            description = "The port; 0 takes any that is free. Default: ${DEFAULT-VALUE}.")
    int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}.")
    String host = "127.0.0.1";

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Who answers: the folder of the recordings. Told from the host when left out.")
    String provider = "";

    @Option(
            names = "--request-bodies",
            description = "Write what clients send as well, to <recording>.request, its keys blanked.")
    boolean requestBodies;

    RecordCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Lines lines = new Lines();
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (RecordingProxy proxy = start(lines)) {
            session.terminal().out().printf("recording %s at %s into %s%n", upstream, proxy.uri(), out);
            session.terminal().out().flush();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> farewell(stopped, closed), "record-shutdown"));
            stopped.await();
        } finally {
            closed.countDown();
        }
        return RunVerdict.PASS.exitCode();
    }

    /** The process ends when this returns: not before what is under way has been written. */
    private static void farewell(CountDownLatch stopped, CountDownLatch closed) {
        stopped.countDown();
        try {
            var unused = closed.await(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RecordingProxy start(RecordingListener listener) {
        try {
            RecordingProxy.Builder proxy = RecordingProxy.to(upstream, out)
                    .host(host)
                    .port(port)
                    .provider(provider)
                    .provenance("recorded by streamgauge on " + LocalDate.now(ZoneOffset.UTC))
                    .listener(listener);
            if (requestBodies) {
                proxy.writeRequestBodies();
            }
            return proxy.start();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--upstream: " + e.getMessage(), e);
        } catch (BindException e) {
            throw new CommandFailure(RunVerdict.COULD_NOT_RUN, String.valueOf(e.getMessage()), e);
        }
    }

    /** A line for each answer: recordings on standard output, everything else on standard error. */
    private final class Lines implements RecordingListener {
        private final PrintWriter terminalOut = session.terminal().out();
        private final PrintWriter terminalErr = session.terminal().err();

        @Override
        public synchronized void onRecorded(RecordedAnswer answer) {
            terminalOut.printf(
                    "%s  %d  %d bytes  %d events  %s%s%n",
                    answer.stem(),
                    answer.status(),
                    answer.bytes(),
                    answer.events(),
                    answer.ending().word(),
                    answer.complete() ? "" : ", incomplete");
            terminalOut.flush();
        }

        @Override
        public synchronized void onPassed(String request, String reason) {
            terminalErr.println("not recorded: " + request + ": " + reason);
            terminalErr.flush();
        }

        @Override
        public synchronized void onFailed(String problem) {
            terminalErr.println("streamgauge: " + problem);
            terminalErr.flush();
        }
    }
}
