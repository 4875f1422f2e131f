package io.streamgauge.cli;

import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.CorpusProblem;
import io.streamgauge.corpus.Recording;
import io.streamgauge.result.RunVerdict;
import io.streamgauge.server.ServedRecording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The recordings a command works with: those of the project, and of the folders it was given. */
final class Recordings {
    private Recordings() {}

    /** Those of the project. */
    static Corpus own(Session session) {
        return Corpus.read(session.home().resolve("corpora"));
    }

    /** One corpus of {@code first} and all folders; two recordings of one stem are an error. */
    static Corpus with(Corpus first, List<Path> more) {
        List<Recording> recordings = new ArrayList<>(first.recordings());
        List<CorpusProblem> problems = new ArrayList<>(first.problems());
        for (Path folder : more) {
            Corpus corpus = Corpus.read(folder);
            recordings.addAll(corpus.recordings());
            problems.addAll(corpus.problems());
        }
        return new Corpus(first.folder(), recordings, problems);
    }

    /** What a server can serve of a corpus; a recording that it cannot read is left to the verifier to report. */
    static List<ServedRecording> served(Corpus corpus) {
        if (corpus.recordings().isEmpty()) {
            throw new CommandFailure(RunVerdict.INVALID, "no recordings in " + corpus.folder());
        }
        return corpus.recordings().stream()
                .filter(recording -> recording.problemOfBody().isEmpty())
                .map(ServedRecording::of)
                .toList();
    }
}
