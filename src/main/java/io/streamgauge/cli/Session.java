package io.streamgauge.cli;

import io.streamgauge.result.ResultEnvelope;
import io.streamgauge.result.ResultSchema;
import io.streamgauge.result.ResultWriter;
import io.streamgauge.result.RunVerdict;
import io.streamgauge.time.NanoClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** One call of the program: its terminal, its arguments, and when it began. */
final class Session {
    /** The system property by which the launcher tells the project's folder. */
    static final String HOME_PROPERTY = "streamgauge.home";

    private final Terminal terminal;
    private final List<String> arguments;
    private final Instant startedAt = Instant.now();
    private final long startNanos = NanoClock.SYSTEM.nanoTime();

    Session(Terminal terminal, List<String> arguments) {
        this.terminal = terminal;
        this.arguments = arguments;
    }

    Terminal terminal() {
        return terminal;
    }

    /** The project's folder, where corpora and benchmarks are; the current one when the launcher was not used. */
    Path home() {
        return Path.of(System.getProperty(HOME_PROPERTY, "."));
    }

    /** A result document that says how this call was made and how long it has taken. */
    ObjectNode document(ResultSchema schema, long seed, RunVerdict verdict, Object body) {
        long millis = TimeUnit.NANOSECONDS.toMillis(NanoClock.SYSTEM.nanoTime() - startNanos);
        return ResultWriter.document(ResultEnvelope.of(schema, arguments, seed, startedAt, millis, verdict), body);
    }
}
