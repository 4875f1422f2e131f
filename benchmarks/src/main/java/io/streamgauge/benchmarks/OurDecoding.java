package io.streamgauge.benchmarks;

import io.streamgauge.bytes.ByteSlice;
import io.streamgauge.delta.DeltaHandler;
import io.streamgauge.delta.ToolCallDelta;
import io.streamgauge.provider.StreamDecoder;

/** Our decoders, bytes to deltas, views. */
public final class OurDecoding implements Subject {
    @Override
    public String name() {
        return "streamgauge";
    }

    @Override
    public Kind kind() {
        return Kind.OURS;
    }

    @Override
    public Question question() {
        return Question.DECODING;
    }

    @Override
    public boolean takes(StreamInput input) {
        return true;
    }

    @Override
    public Worker newWorker(StreamInput input) {
        ToSink handler = new ToSink();
        StreamDecoder decoder = new StreamDecoder(input.dialect(), handler);
        return (reads, sink) -> {
            handler.sink = sink;
            for (byte[][] stream : reads.streams()) {
                decoder.reset();
                for (byte[] read : stream) {
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
