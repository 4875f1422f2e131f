package io.streamgauge.cli;

import io.streamgauge.report.HtmlReport;
import io.streamgauge.report.TerminalReport;
import io.streamgauge.result.ResultWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Where a result goes besides the terminal. */
final class ResultOptions {
    @Option(names = "--json", paramLabel = "FILE", description = "Write the result document to FILE.")
    @Nullable
    Path json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write a report, one self-contained HTML file, to DIR/index.html.")
    @Nullable
    Path out;

    /** Prints the summary and writes what was asked for. */
    void deliver(Session session, JsonNode document) {
        Terminal terminal = session.terminal();
        terminal.out().print(TerminalReport.render(document, terminal.outColour()));
        terminal.out().flush();
        if (json != null) {
            ResultWriter.write(json, document);
        }
        if (out != null) {
            HtmlReport.render(document, out.resolve("index.html"));
            terminal.err().println("report: " + out.resolve("index.html"));
        }
    }
}
