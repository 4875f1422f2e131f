package io.streamgauge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be held against the rules. */
@Command(
        name = "conform",
        mixinStandardHelpOptions = true,
        description = "Holds a subject against the rules of its protocol.",
        subcommands = ConformParserCommand.class)
final class ConformCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what to judge is missing: parser");
    }
}
