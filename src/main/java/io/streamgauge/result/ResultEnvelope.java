package io.streamgauge.result;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The fields that every result file begins with: who measured, where, how it was called, and what it came to.
 *
 * @param schema which kind of result follows, see {@link ResultSchema#id()}
 * @param command the command line as a shell would take it, without keys or credentials
 * @param seed what every random choice of the run came from
 * @param startedAt wall-clock time of the start, to the millisecond; for people only, durations never come from it
 * @param durationMillis from start to verdict, by the monotonic clock
 */
public record ResultEnvelope(
        String schema,
        Tool tool,
        Environment environment,
        String command,
        long seed,
        Instant startedAt,
        long durationMillis,
        RunVerdict verdict) {

    public ResultEnvelope {
        startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The envelope of a run in this process; redacts the arguments and looks at the machine.
     *
     * @param arguments the command line after the program's name
     */
    public static ResultEnvelope of(
            ResultSchema schema,
            List<String> arguments,
            long seed,
            Instant startedAt,
            long durationMillis,
            RunVerdict verdict) {
        return new ResultEnvelope(
                schema.id(),
                Tool.current(),
                Environment.capture(),
                CommandRedactor.commandLine(arguments),
                seed,
                startedAt,
                durationMillis,
                verdict);
    }
}
