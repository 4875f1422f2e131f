package io.streamgauge.benchmarks;

import io.streamgauge.accumulate.Message;
import io.streamgauge.accumulate.MessageAccumulator;
import io.streamgauge.accumulate.ToolCall;
import io.streamgauge.provider.StreamDecoder;

/** Our decoders and accumulator, bytes to the whole message as Strings. */
public final class OurMessage extends OurSubject {
    public OurMessage() {
        super(Question.MESSAGE);
    }

    @Override
    public Worker newWorker(StreamInput input) {
        MessageAccumulator accumulator = new MessageAccumulator();
        PerDialect<StreamDecoder> decoders =
                new PerDialect<>(input, dialect -> new StreamDecoder(dialect, accumulator));
        return (reads, sink) -> {
            for (Reads.Stream stream : reads.streams()) {
                StreamDecoder decoder = decoders.of(stream);
                decoder.reset();
                accumulator.reset();
                for (byte[] read : stream.reads()) {
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
