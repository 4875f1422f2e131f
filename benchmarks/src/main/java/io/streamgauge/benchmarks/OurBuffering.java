package io.streamgauge.benchmarks;

import io.streamgauge.buffer.WordBuffer;
import io.streamgauge.bytes.ByteSlice;

/** Our word buffer: pieces of any size in, whole words out. */
public final class OurBuffering extends OurSubject {
    public OurBuffering() {
        super(Question.BUFFERING);
    }

    @Override
    public Worker newWorker(StreamInput input) {
        ToSink words = new ToSink();
        WordBuffer buffer = new WordBuffer(words::piece);
        ByteSlice slice = new ByteSlice();
        return (reads, sink) -> {
            words.sink = sink;
            for (Reads.Stream stream : reads.streams()) {
                for (byte[] read : stream.reads()) {
                    buffer.push(slice.wrap(read, 0, read.length));
                }
                buffer.flush();
                sink.endOfStream();
            }
        };
    }

    private static final class ToSink {
        private AnswerSink sink = new CountingSink();

        void piece(ByteSlice word) {
            sink.piece(word.array(), word.offset(), word.length());
        }
    }
}
