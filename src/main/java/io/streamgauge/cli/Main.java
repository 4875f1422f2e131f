package io.streamgauge.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry. */
@Command(
        name = "streamgauge",
        mixinStandardHelpOptions = true,
        description = "Measures and certifies LLM token streams.")
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
