package io.streamgauge.benchmarks;

import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.event.StreamEvent;
import io.streamgauge.event.StreamEventHandler;

/** Our parsers, all of their rules, views. */
public final class OurFraming implements Subject {
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
        return Question.FRAMING;
    }

    @Override
    public boolean takes(StreamInput input) {
        return true;
    }

    @Override
    public Worker newWorker(StreamInput input) {
        ToSink handler = new ToSink();
        EventParser parser = input.dialect().framing().newParser(ParserLimits.DEFAULTS, handler);
        return (reads, sink) -> {
            handler.sink = sink;
            for (byte[][] stream : reads.streams()) {
                parser.reset();
                for (byte[] read : stream) {
                    parser.feed(read, 0, read.length);
                }
                parser.end();
                sink.endOfStream();
            }
        };
    }

    private static final class ToSink implements StreamEventHandler {
        private AnswerSink sink = new CountingSink();

        @Override
        public void onEvent(StreamEvent event) {
            sink.piece(event.data().array(), event.data().offset(), event.data().length());
        }
    }
}
