package io.streamgauge.benchmarks;

import io.streamgauge.corpus.Corpus;
import io.streamgauge.corpus.CorpusReport;
import io.streamgauge.corpus.CorpusVerifier;
import io.streamgauge.corpus.Difference;
import io.streamgauge.corpus.Fragments;
import io.streamgauge.corpus.KnownFailures;
import io.streamgauge.corpus.Recording;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.StreamDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Recorded streams as inputs: {@code recordings} is all of a folder, {@code recordings-openai-chat} those of one
 * dialect. Plain error answers are left out, for they are no streams.
 *
 * <p>The right answers are our own, so each recording is first compared with its expectation, and one that differs
 * gives no input. Not for many threads.
 */
final class RecordedInputs {
    /** The system property that names the folder; benchmark JVMs inherit it. */
    static final String FOLDER_PROPERTY = "streamgauge.corpus";

    private static final String ALL = "recordings";
    private static final String PREFIX = ALL + "-";

    private final Corpus corpus;

    private RecordedInputs(Corpus corpus) {
        this.corpus = corpus;
    }

    /**
     * The recordings below a folder.
     *
     * @throws IllegalArgumentException when there are none, or files are missing or malformed
     */
    static RecordedInputs in(Path folder) {
        Corpus all = Corpus.read(folder);
        if (!all.problems().isEmpty()) {
            throw new IllegalArgumentException(all.problems().get(0).toString());
        }
        List<Recording> streams =
                all.recordings().stream().filter(RecordedInputs::isStream).toList();
        if (streams.isEmpty()) {
            throw new IllegalArgumentException("no recorded streams in " + folder);
        }
        return new RecordedInputs(new Corpus(folder, streams, List.of()));
    }

    private static boolean isStream(Recording recording) {
        return !recording.bodyFile().toString().endsWith(".body");
    }

    static boolean isNameOfOne(String input) {
        return input.equals(ALL) || input.startsWith(PREFIX);
    }

    /** Those of each dialect that was recorded, then all of them. */
    List<String> names() {
        List<String> names = Arrays.stream(Dialect.values())
                .filter(dialect -> !of(dialect).isEmpty())
                .map(dialect -> PREFIX + dialect.wireName())
                .collect(Collectors.toCollection(ArrayList::new));
        names.add(ALL);
        return names;
    }

    private List<Recording> of(Dialect dialect) {
        return corpus.recordings().stream()
                .filter(recording -> recording.metadata().dialect() == dialect)
                .toList();
    }

    /**
     * The input of this name.
     *
     * @throws IllegalArgumentException when nothing of the kind was recorded
     * @throws IllegalStateException when a recording is not decoded as expected
     */
    StreamInput named(String name) {
        List<Recording> chosen = corpus.recordings().stream()
                .filter(recording -> name.equals(ALL)
                        || name.equals(PREFIX + recording.metadata().dialect().wireName()))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no input " + name + "; there are " + names());
        }
        verify(chosen);
        return answered(new StreamInput(
                name, chosen.stream().map(RecordedInputs::unanswered).toList()));
    }

    private void verify(List<Recording> chosen) {
        List<Fragments> cuts = List.of(Fragments.WHOLE, Fragments.of(Delivery.SEGMENT_BYTES));
        CorpusReport report = new CorpusVerifier(KnownFailures.none(), cuts)
                .verify(new Corpus(corpus.folder(), chosen, List.of()), stem -> {});
        List<String> complaints = new ArrayList<>();
        report.problems().forEach(problem -> complaints.add(problem.toString()));
        report.differences().forEach(difference -> complaints.add(describe(difference)));
        if (!complaints.isEmpty()) {
            throw new IllegalStateException("recordings are not decoded as expected: " + complaints.get(0)
                    + (complaints.size() == 1 ? "" : ", and " + (complaints.size() - 1) + " more"));
        }
    }

    private static String describe(Difference difference) {
        return difference.recording() + ", field " + difference.field() + ": expected " + difference.expected()
                + ", found " + difference.actual();
    }

    private static AnsweredStream unanswered(Recording recording) {
        Dialect dialect = recording.metadata().dialect();
        byte[] body = recording.copyBody();
        StreamDecoder decoder = new StreamDecoder(dialect, new DeltaHandler() {});
        decoder.feed(body, 0, body.length);
        decoder.end();
        return new AnsweredStream(dialect, body, decoder.counters().events(), new AnsweredStream.Answers("", "", ""));
    }

    private static StreamInput answered(StreamInput input) {
        Iterator<String> payloads = answers(new OurFraming(), input).iterator();
        Iterator<String> pieces = answers(new OurDecoding(), input).iterator();
        Iterator<String> messages = answers(new OurMessage(), input).iterator();
        return new StreamInput(
                input.name(),
                input.streams().stream()
                        .map(stream -> new AnsweredStream(
                                stream.dialect(),
                                stream.body(),
                                stream.events(),
                                new AnsweredStream.Answers(payloads.next(), pieces.next(), messages.next())))
                        .toList());
    }

    /** What a subject makes of whole bodies. */
    private static List<String> answers(Subject subject, StreamInput input) {
        CollectingSink sink = new CollectingSink(subject.question());
        try {
            subject.newWorker(input).run(Reads.of(input, Delivery.WHOLE), sink);
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + input.name() + ": " + e.getMessage(), e);
        }
        return sink.answers();
    }
}
