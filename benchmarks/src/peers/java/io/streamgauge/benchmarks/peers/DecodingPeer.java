package io.streamgauge.benchmarks.peers;

import io.streamgauge.benchmarks.Question;
import io.streamgauge.benchmarks.Reads;
import io.streamgauge.benchmarks.StreamInput;
import io.streamgauge.benchmarks.Subject;
import io.streamgauge.provider.Dialect;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A library that finds out what streams say, asked for the pieces or for the whole message.
 *
 * @param name the name in result files
 * @param question decoding or message
 * @param dialects the protocols it knows
 * @param decoder makes the library's part for one thread
 */
record DecodingPeer(String name, Question question, Set<Dialect> dialects, Supplier<Decoder> decoder)
        implements Subject {
    /** Both questions. */
    static List<Subject> both(String library, Set<Dialect> dialects, Supplier<Decoder> decoder) {
        return List.of(
                new DecodingPeer(library, Question.DECODING, dialects, decoder),
                new DecodingPeer(library, Question.MESSAGE, dialects, decoder));
    }

    @Override
    public Kind kind() {
        return Kind.PEER;
    }

    @Override
    public boolean takes(StreamInput input) {
        return dialects.containsAll(input.dialects());
    }

    @Override
    public Worker newWorker(StreamInput input) {
        Decoder library = decoder.get();
        return (reads, sink) -> {
            for (Reads.Stream stream : reads.streams()) {
                Answer answer = Answer.of(question, sink);
                library.decode(stream.dialect(), stream.reads(), answer);
                answer.end();
                sink.endOfStream();
            }
        };
    }
}
