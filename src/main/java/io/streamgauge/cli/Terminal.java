package io.streamgauge.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where results and progress go.
 *
 * @param out results
 * @param err progress, logs and complaints
 * @param outColour whether results may be coloured
 * @param errIsTerminal whether somebody watches the progress
 */
record Terminal(PrintWriter out, PrintWriter err, boolean outColour, boolean errIsTerminal) {
    /** The launcher names the file descriptors that are terminals here: {@code 1}, {@code 2}, {@code 12} or nothing. */
    static final String TERMINALS_PROPERTY = "streamgauge.terminals";

    static Terminal ofProcess() {
        String terminals = System.getProperty(TERMINALS_PROPERTY, "");
        boolean colourWanted = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                colourWanted && terminals.contains("1"),
                terminals.contains("2"));
    }
}
