package io.streamgauge.conformance;

import io.streamgauge.event.ParseFailure;
import io.streamgauge.event.SseParser;
import io.streamgauge.event.StreamEvent;
import io.streamgauge.event.StreamEventHandler;
import io.streamgauge.result.Tool;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;

/** Our own {@link SseParser} as a subject, read strictly: what the end of the body cut off is no event. */
public final class StreamgaugeParser implements ParserSubject {
    @Override
    public String name() {
        return "streamgauge";
    }

    @Override
    public String version() {
        return Tool.current().version();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Session open(Sink sink) {
        SseParser parser = new SseParser(new Listener(sink));
        return new Session() {
            @Override
            public void feed(ByteBuffer read) {
                parser.feed(read);
            }

            @Override
            public void end() {
                parser.end();
                sink.lastEventId(parser.copyLastEventId());
            }
        };
    }

    private record Listener(Sink sink) implements StreamEventHandler {
        @Override
        public void onEvent(StreamEvent event) {
            if (event.ending() == StreamEvent.Ending.COMPLETE) {
                String type = event.type().copyUtf8();
                sink.event(
                        type.isEmpty() ? "message" : type,
                        event.data().copyUtf8(),
                        event.lastEventId().copyUtf8());
            }
        }

        @Override
        public void onRetry(long millis) {
            sink.retry(millis);
        }

        @Override
        public void onFailure(ParseFailure failure) {
            sink.error(failure.describe());
        }
    }
}
