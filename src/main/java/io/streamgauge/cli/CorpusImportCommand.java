package io.streamgauge.cli;

import io.streamgauge.record.ImportLimits;
import io.streamgauge.record.ImportReport;
import io.streamgauge.record.RecordedAnswer;
import io.streamgauge.record.TrafficImport;
import io.streamgauge.result.RunVerdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes recordings of traffic that others have saved. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Makes recordings of the streams in HTTP archives (.har) and VCR cassettes (.yaml, .yml).",
            "",
            "Takes what browsers and proxies save, and the cassettes of Ruby's VCR, vcrpy and go-vcr;",
            "bodies may be text, base64 or compressed. Keys, cookies and the names of accounts are left",
            "out or blanked, as 'record' does. There are no read times in such files, so none in the",
            "recordings. Entries that are no streams are listed with the reason. Exit code 0 when",
            "something was imported and everything was understood, else 4."
        })
final class CorpusImportCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A file, or a folder: all archives and cassettes below it.")
    List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where recordings go.")
    Path out = Path.of("");

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Who answers: the folder of the recordings. Told from each URL when left out.")
    String provider = "";

    CorpusImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        TrafficImport traffic = new TrafficImport(out, provider, ImportLimits.DEFAULTS);
        for (Path file : files) {
            found(file).forEach(each -> add(traffic, each));
        }
        ImportReport report = traffic.report();
        tell(report);
        boolean isSound = !report.imported().isEmpty() && report.problems().isEmpty();
        return (isSound ? RunVerdict.PASS : RunVerdict.INVALID).exitCode();
    }

    private static List<Path> found(Path file) {
        if (!Files.isDirectory(file)) {
            return List.of(file);
        }
        try (Stream<Path> all = Files.walk(file)) {
            return all.filter(Files::isRegularFile)
                    .filter(TrafficImport::isKnown)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static void add(TrafficImport traffic, Path file) {
        try {
            traffic.add(file);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static CommandFailure unusable(Path file, IOException e) {
        return new CommandFailure(RunVerdict.COULD_NOT_RUN, file + " cannot be imported: " + Reasons.of(e), e);
    }

    private void tell(ImportReport report) {
        PrintWriter err = session.terminal().err();
        report.skipped().forEach(entry -> err.println("skipped: " + entry));
        report.problems().forEach(entry -> err.println("streamgauge: " + entry));
        err.flush();
        PrintWriter terminal = session.terminal().out();
        for (ImportReport.Imported each : report.imported()) {
            RecordedAnswer recording = each.recording();
            terminal.printf(
                    "%s  %d  %d bytes  %d events%s  from %s, entry %d%n",
                    recording.stem(),
                    recording.status(),
                    recording.bytes(),
                    recording.events(),
                    recording.complete() ? "" : ", incomplete",
                    each.file(),
                    each.number());
        }
        terminal.printf(
                "imported %d, skipped %d, not understood %d%n",
                report.imported().size(),
                report.skipped().size(),
                report.problems().size());
        terminal.flush();
    }
}
