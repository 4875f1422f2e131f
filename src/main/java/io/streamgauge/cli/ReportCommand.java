package io.streamgauge.cli;

import io.streamgauge.report.HtmlReport;
import io.streamgauge.report.JUnitReport;
import io.streamgauge.report.MarkdownReport;
import io.streamgauge.report.TerminalReport;
import io.streamgauge.result.AtomicFile;
import io.streamgauge.result.NamedDocument;
import io.streamgauge.result.ResultReader;
import io.streamgauge.result.RunVerdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders result files. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Renders result files: one becomes a report, several of one kind a comparison.",
            "",
            "Without an option the summary is printed. Everything is rendered from the files alone."
        })
final class ReportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Result files (run.json, bench.json, ...).")
    List<Path> files = new ArrayList<>();

    @Option(names = "--html", paramLabel = "FILE", description = "Write one self-contained HTML page.")
    @Nullable
    Path html;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write Markdown.")
    @Nullable
    Path markdown;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML.")
    @Nullable
    Path junit;

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<NamedDocument> documents = files.stream().map(ResultReader::read).toList();
        if (documents.size() > 1) {
            compare(documents);
        } else {
            render(documents.get(0));
        }
        return RunVerdict.PASS.exitCode();
    }

    private void compare(List<NamedDocument> documents) {
        if (html == null) {
            throw new CommandFailure(RunVerdict.INVALID, "a comparison of several files needs --html FILE");
        }
        HtmlReport.compare(documents, html);
    }

    private void render(NamedDocument document) {
        if (html != null) {
            HtmlReport.render(document.content(), html);
        }
        if (markdown != null) {
            write(markdown, MarkdownReport.render(document.content()));
        }
        if (junit != null) {
            write(junit, JUnitReport.render(document.content()));
        }
        if (html == null && markdown == null && junit == null) {
            Terminal terminal = session.terminal();
            terminal.out().print(TerminalReport.render(document.content(), terminal.outColour()));
            terminal.out().flush();
        }
    }

    private static void write(Path file, String text) {
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
