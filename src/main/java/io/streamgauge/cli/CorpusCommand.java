package io.streamgauge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with a folder of recordings. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        description = "Lists, counts, verifies, imports and makes recordings.",
        subcommands = {
            CorpusListCommand.class,
            CorpusStatsCommand.class,
            CorpusVerifyCommand.class,
            CorpusGenerateCommand.class,
            CorpusImportCommand.class
        })
final class CorpusCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a corpus command is missing");
    }
}
