package io.streamgauge.benchmarks;

import io.streamgauge.accumulate.PartialJson;
import io.streamgauge.bytes.ByteSlice;

/** Our incremental completion: after every fragment there is a text that parses. */
public final class OurPartialJson extends OurSubject {
    public OurPartialJson() {
        super(Question.PARTIAL_JSON);
    }

    @Override
    public Worker newWorker(StreamInput input) {
        PartialJson partial = new PartialJson();
        return (reads, sink) -> {
            for (Reads.Stream stream : reads.streams()) {
                partial.reset();
                long seen = 0;
                for (byte[] read : stream.reads()) {
                    partial.feed(read, 0, read.length);
                    seen += partial.completed().length();
                }
                ByteSlice whole = partial.completed();
                sink.piece(whole.array(), whole.offset(), seen == 0 ? 0 : whole.length());
                sink.endOfStream();
            }
        };
    }
}
