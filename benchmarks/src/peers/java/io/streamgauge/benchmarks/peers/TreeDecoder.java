package io.streamgauge.benchmarks.peers;

import io.streamgauge.benchmarks.Question;
import io.streamgauge.benchmarks.Subject;
import io.streamgauge.provider.Dialect;
import java.util.EnumSet;
import java.util.function.Supplier;

/**
 * A library that cuts Server-Sent Events, with Jackson's tree behind it. Bodies that are no events are read without the
 * library, as its users would: NDJSON by lines, a JSON array by Jackson.
 */
record TreeDecoder(Framer framer) implements Decoder {
    static Subject peer(String name, Question question, Supplier<Framer> framer) {
        return new DecodingPeer(name, question, EnumSet.allOf(Dialect.class), () -> new TreeDecoder(framer.get()));
    }

    @Override
    public void decode(Dialect dialect, byte[][] reads, Answer answer) throws Exception {
        PayloadReader reader = PayloadReader.of(dialect);
        switch (dialect.framing()) {
            case SSE -> framer.frame(reads, payload -> reader.read(payload, answer));
            case NDJSON -> ReadLine.lines(reads, payload -> reader.read(payload, answer));
            case JSON_ARRAY -> reader.readArray(new ReadsStream(reads), answer);
        }
    }
}
