package io.streamgauge.benchmarks;

import io.streamgauge.event.EventParser;
import io.streamgauge.event.ParserLimits;
import io.streamgauge.event.StreamEvent;
import io.streamgauge.event.StreamEventHandler;

/** Our parsers, all of their rules, views. */
public final class OurFraming extends OurSubject {
    public OurFraming() {
        super(Question.FRAMING);
    }

    @Override
    public Worker newWorker(StreamInput input) {
        ToSink handler = new ToSink();
        PerDialect<EventParser> parsers =
                new PerDialect<>(input, dialect -> dialect.framing().newParser(ParserLimits.DEFAULTS, handler));
        return (reads, sink) -> {
            handler.sink = sink;
            for (Reads.Stream stream : reads.streams()) {
                EventParser parser = parsers.of(stream);
                parser.reset();
                for (byte[] read : stream.reads()) {
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
