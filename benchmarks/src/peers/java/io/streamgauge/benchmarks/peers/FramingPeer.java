package io.streamgauge.benchmarks.peers;

import io.streamgauge.benchmarks.Question;
import io.streamgauge.benchmarks.Reads;
import io.streamgauge.benchmarks.StreamInput;
import io.streamgauge.benchmarks.Subject;
import io.streamgauge.provider.Framing;
import java.util.List;
import java.util.function.Supplier;

/**
 * A library that cuts Server-Sent Events.
 *
 * @param name the name in result files
 * @param framer makes the library's part for one thread
 */
record FramingPeer(String name, Supplier<Framer> framer) implements Subject {
    /** For a library that is far too slow to be anybody's best with more behind it. */
    static List<Subject> alone(String library, Supplier<Framer> framer) {
        return List.of(new FramingPeer(library, framer));
    }

    /** The library alone, and with Jackson's tree behind it for what stands in the events. */
    static List<Subject> andWithTree(String library, Supplier<Framer> framer) {
        String withTree = library + "+tree";
        return List.of(
                new FramingPeer(library, framer),
                TreeDecoder.peer(withTree, Question.DECODING, framer),
                TreeDecoder.peer(withTree, Question.MESSAGE, framer));
    }

    @Override
    public Kind kind() {
        return Kind.PEER;
    }

    @Override
    public Question question() {
        return Question.FRAMING;
    }

    @Override
    public boolean takes(StreamInput input) {
        return input.dialects().stream().allMatch(dialect -> dialect.framing() == Framing.SSE);
    }

    @Override
    public Worker newWorker(StreamInput input) {
        Framer cutter = framer.get();
        return (reads, sink) -> {
            for (Reads.Stream stream : reads.streams()) {
                cutter.frame(stream.reads(), sink::piece);
                sink.endOfStream();
            }
        };
    }
}
