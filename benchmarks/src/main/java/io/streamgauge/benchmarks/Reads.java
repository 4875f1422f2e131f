package io.streamgauge.benchmarks;

import io.streamgauge.provider.Dialect;
import java.util.List;

/** The reads of every stream of an input, ready to be handed out; owned by the benchmark, never to be changed. */
public record Reads(List<Stream> streams) {
    /** Cuts all streams of an input. */
    static Reads of(StreamInput input, Delivery delivery) {
        return new Reads(input.streams().stream()
                .map(stream -> new Stream(stream.dialect(), delivery.cut(stream.body())))
                .toList());
    }

    /** One stream; a parser is reset or made anew before it. */
    public static final class Stream {
        private final Dialect dialect;
        private final byte[][] reads;

        Stream(Dialect dialect, byte[][] reads) {
            this.dialect = dialect;
            this.reads = reads;
        }

        /** The protocol. */
        public Dialect dialect() {
            return dialect;
        }

        /** The reads in order; the arrays themselves, not copies. */
        public byte[][] reads() {
            return reads;
        }
    }
}
