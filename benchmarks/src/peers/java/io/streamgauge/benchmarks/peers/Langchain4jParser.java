package io.streamgauge.benchmarks.peers;

import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Subject;
import java.util.List;

/** The parser of langchain4j's HTTP clients. */
public final class Langchain4jParser implements PeerLibrary {
    @Override
    public List<Subject> subjects() {
        return FramingPeer.andWithTree("langchain4j", () -> Langchain4jParser::frame);
    }

    private static void frame(byte[][] reads, Framer.PayloadSink payloads) {
        new DefaultServerSentEventParser().parse(new ReadsStream(reads), new ServerSentEventListener() {
            @Override
            public void onEvent(ServerSentEvent event) {
                payloads.payload(event.data());
            }

            @Override
            public void onError(Throwable failure) {
                throw new IllegalStateException(failure);
            }
        });
    }
}
