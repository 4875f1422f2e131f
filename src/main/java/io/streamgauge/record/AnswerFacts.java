package io.streamgauge.record;

import io.streamgauge.accumulate.Message;
import io.streamgauge.corpus.Decoding;
import io.streamgauge.corpus.Fragments;
import io.streamgauge.corpus.RecordingMetadata;
import io.streamgauge.provider.Dialect;
import io.streamgauge.provider.DialectGuess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be said of an answer when its body is there: dialect, kind, model. */
final class AnswerFacts {
    private static final int OK = 200;

    private final Take take;
    private final byte[] body;
    private final Optional<Dialect> dialect;

    AnswerFacts(Take take, byte[] body) {
        this.take = take;
        this.body = body;
        dialect = take.plan().dialect().or(() -> guess(take, body));
    }

    /** A body under an unknown path, by its events; one of no known vendor can still be kept as what it is. */
    private static Optional<Dialect> guess(Take take, byte[] body) {
        Optional<Dialect> typical = DialectGuess.of(body)
                .filter(found -> found.framing() == take.plan().framing());
        Dialect provisional = take.plan().provisional();
        return typical.isPresent() || provisional != Dialect.OTHER_SSE ? typical : Optional.of(provisional);
    }

    /** Its dialect; empty when nothing is typical of one, so that there is nothing to record it as. */
    Optional<Dialect> dialect() {
        return dialect;
    }

    /**
     * The metadata of the finished recording.
     *
     * @param features what is remarkable about how it was recorded
     */
    RecordingMetadata metadata(Dialect known, List<String> features, List<RecordingMetadata.Read> timing) {
        Message message = Decoding.of(known, body, Fragments.WHOLE).message();
        String model =
                take.plan().model().isEmpty() ? message.model() : take.plan().model();
        return begun(take, known)
                .kind(take.status() == OK ? kind(message) : "error")
                .model(take.secrets().mask(model))
                .features(features)
                .timing(timing)
                .build();
    }

    /** What is known at the head of an answer. */
    static RecordingMetadata.Builder begun(Take take, Dialect dialect) {
        RecordingMetadata.Builder begun = RecordingMetadata.of(take.provider(), dialect)
                .model(take.secrets().mask(take.plan().model()))
                .httpStatus(take.status())
                .contentType(take.contentType())
                .provenance(take.provenance());
        take.headers().forEach(begun::header);
        return begun;
    }

    /** Whether all that was to be said is there: an error is told at once. */
    boolean isComplete(Decoding decoding) {
        return take.status() != OK || decoding.message().isComplete();
    }

    private static String kind(Message message) {
        Message.Choice first = message.first();
        List<String> kinds = new ArrayList<>();
        if (message.error().isPresent()) {
            kinds.add("error");
        }
        if (message.choices().size() > 1) {
            kinds.add("multi-choice");
        }
        if (!first.refusal().isEmpty()) {
            kinds.add("blocked");
        }
        if (!first.toolCalls().isEmpty()) {
            kinds.add(first.toolCalls().size() > 1 ? "parallel-tools" : "tools");
        }
        if (!first.reasoning().isEmpty()) {
            kinds.add("reasoning");
        }
        kinds.add("text");
        return kinds.get(0);
    }
}
