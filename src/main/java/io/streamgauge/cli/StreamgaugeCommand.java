package io.streamgauge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The words behind {@code streamgauge}. */
@Command(
        name = "streamgauge",
        description = "Measures and certifies LLM token streams.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  as expected",
            "  1  a finding: non-conformance, regression, objective missed",
            "  2  the command line was not understood",
            "  3  could not run: endpoint down, port in use, file not writable",
            "  4  nothing ran, or the data are invalid",
            "  5  inconclusive"
        },
        subcommands = {
            RunCommand.class,
            ServeCommand.class,
            RecordCommand.class,
            CorpusCommand.class,
            DecodeCommand.class,
            ConformCommand.class,
            LoadCommand.class,
            BenchCommand.class,
            ReportCommand.class
        })
final class StreamgaugeCommand implements Runnable {
    @Spec
    CommandSpec spec;

    StreamgaugeCommand() {
        spec = CommandSpec.create();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
