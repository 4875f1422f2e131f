package io.streamgauge.cli;

import io.streamgauge.bench.BenchException;
import io.streamgauge.result.ResultFileException;
import io.streamgauge.result.RunVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The whole command line without the process: what tests call. */
final class CommandLineApp {
    /** Descriptions are wrapped for this many columns. */
    static final int HELP_COLUMNS = 100;

    /** The exit code of a command line that was not understood. */
    static final int USAGE = 2;

    private final Terminal terminal;

    CommandLineApp(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(String... args) {
        Session session = new Session(terminal, List.of(args));
        CommandLine line = new CommandLine(new StreamgaugeCommand(), new SessionFactory(session))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.outColour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(HELP_COLUMNS)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandLineApp::usageError)
                .setExecutionExceptionHandler((failure, command, parsed) -> failure(failure));
        return line.execute(args);
    }

    /** One line that says what is wrong, and where to read more. */
    private static int usageError(CommandLine.ParameterException error, String[] args) {
        CommandLine line = error.getCommandLine();
        String suggestion = CommandLine.UnmatchedArgumentException.printSuggestions(error, line.getErr())
                ? ""
                : "; see " + line.getCommandSpec().qualifiedName() + " --help";
        line.getErr().println("streamgauge: " + firstLine(error.getMessage()) + suggestion);
        return USAGE;
    }

    private int failure(Exception failure) throws Exception {
        if (failure instanceof CommandFailure expected) {
            return complain(expected.getMessage(), expected.verdict());
        }
        if (failure instanceof ResultFileException file) {
            return complain(file.getMessage(), file.verdict());
        }
        if (failure instanceof BenchException) {
            return complain(failure.getMessage(), RunVerdict.COULD_NOT_RUN);
        }
        throw failure;
    }

    private int complain(@Nullable String message, RunVerdict verdict) {
        terminal.err().println("streamgauge: " + message);
        return verdict.exitCode();
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
