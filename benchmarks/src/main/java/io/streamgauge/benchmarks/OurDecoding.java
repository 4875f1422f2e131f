package io.streamgauge.benchmarks;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.provider.StreamDecoder;

/** Our decoders, bytes to deltas, views. */
public final class OurDecoding extends OurSubject {
    public OurDecoding() {
        super(Question.DECODING);
    }

    @Override
    public Worker newWorker(StreamInput input) {
        ToSink handler = new ToSink();
        PerDialect<StreamDecoder> decoders = new PerDialect<>(input, dialect -> new StreamDecoder(dialect, handler));
        return (reads, sink) -> {
            handler.sink = sink;
            for (Reads.Stream stream : reads.streams()) {
                StreamDecoder decoder = decoders.of(stream);
                decoder.reset();
                for (byte[] read : stream.reads()) {
                    decoder.feed(read, 0, read.length);
                }
                decoder.end();
                sink.endOfStream();
            }
        };
    }

    private static final class ToSink implements DeltaHandler {
        private AnswerSink sink = new CountingSink();

        @Override
        public void onText(int choice, int part, ByteSlice text) {
            piece(text);
        }

        @Override
        public void onReasoning(int choice, int part, ByteSlice text) {
            piece(text);
        }

        @Override
        public void onToolCall(ToolCallDelta call) {
            piece(call.id());
            piece(call.name());
            piece(call.arguments());
        }

        private void piece(ByteSlice slice) {
            if (!slice.isEmpty()) {
                sink.piece(slice.array(), slice.offset(), slice.length());
            }
        }
    }
}
