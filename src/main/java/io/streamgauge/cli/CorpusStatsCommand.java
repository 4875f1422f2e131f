package io.streamgauge.cli;

import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.Decoding;
import io.streamgauge.corpus.Fragments;
import io.streamgauge.corpus.Recording;
import io.streamgauge.result.RunVerdict;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Counts what a corpus holds, dialect by dialect. */
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description = {
            "Counts recordings, events, bytes and characters of text below DIR (default: the project's",
            "own) by dialect."
        })
final class CorpusStatsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "A folder of recordings.")
    @Nullable
    Path folder;

    CorpusStatsCommand(Session session) {
        this.session = session;
    }

    private record Figures(int recordings, long events, long bytes, long characters) {
        static Figures of(Recording recording) {
            Decoding decoding = Fragments.WHOLE.decode(recording);
            long characters = decoding.message().choices().stream()
                    .mapToLong(choice -> choice.text().length()
                            + choice.reasoning().length()
                            + choice.toolCalls().stream()
                                    .mapToInt(call -> call.arguments().length())
                                    .sum())
                    .sum();
            return new Figures(1, decoding.eventCount(), recording.body().remaining(), characters);
        }

        Figures plus(Figures other) {
            return new Figures(
                    recordings + other.recordings,
                    events + other.events,
                    bytes + other.bytes,
                    characters + other.characters);
        }
    }

    @Override
    public Integer call() {
        Corpus corpus = Corpus.read(folder == null ? session.home().resolve("corpora") : folder);
        Map<String, List<Recording>> byDialect = corpus.recordings().stream()
                .collect(Collectors.groupingBy(
                        recording -> recording.metadata().dialect().wireName(), TreeMap::new, Collectors.toList()));
        Figures total = new Figures(0, 0, 0, 0);
        session.terminal()
                .out()
                .printf(
                        "%-22s %10s %10s %12s %12s %12s%n",
                        "dialect", "recordings", "events", "bytes", "characters", "bytes/char");
        for (Map.Entry<String, List<Recording>> entry : byDialect.entrySet()) {
            Figures figures = entry.getValue().stream().map(Figures::of).reduce(new Figures(0, 0, 0, 0), Figures::plus);
            print(entry.getKey(), figures);
            total = total.plus(figures);
        }
        print("total", total);
        corpus.problems().forEach(problem -> session.terminal().err().println("streamgauge: " + problem));
        return (total.recordings == 0 || !corpus.problems().isEmpty() ? RunVerdict.INVALID : RunVerdict.PASS)
                .exitCode();
    }

    private void print(String name, Figures figures) {
        PrintWriter out = session.terminal().out();
        out.printf(
                "%-22s %10d %10d %12d %12d %12s%n",
                name,
                figures.recordings,
                figures.events,
                figures.bytes,
                figures.characters,
                figures.characters == 0 ? "-" : "%.1f".formatted((double) figures.bytes / figures.characters));
    }
}
