package io.streamgauge.benchmarks;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.MessageAccumulator;
import io.streamgauge.accumulate.ToolCall;
import io.streamgauge.provider.StreamDecoder;

/** Our decoders and accumulator, bytes to the whole message as Strings. */
public final class OurMessage implements Subject {
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
        return Question.MESSAGE;
    }

    @Override
    public boolean takes(StreamInput input) {
        return true;
    }

    @Override
    public Worker newWorker(StreamInput input) {
        MessageAccumulator accumulator = new MessageAccumulator();
        StreamDecoder decoder = new StreamDecoder(input.dialect(), accumulator);
        return (reads, sink) -> {
            for (byte[][] stream : reads.streams()) {
                decoder.reset();
                accumulator.reset();
                for (byte[] read : stream) {
                    decoder.feed(read, 0, read.length);
                }
                decoder.end();
                tell(accumulator.message(), sink);
                sink.endOfStream();
            }
        };
    }

    private static void tell(Message message, AnswerSink sink) {
        for (Message.Choice choice : message.choices()) {
            sink.piece(choice.reasoning());
            sink.piece(choice.text());
            for (ToolCall call : choice.toolCalls()) {
                sink.piece(call.id());
                sink.piece(call.name());
                sink.piece(call.arguments());
            }
        }
    }
}
