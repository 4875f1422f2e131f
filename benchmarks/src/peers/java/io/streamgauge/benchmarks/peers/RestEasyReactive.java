package io.streamgauge.benchmarks.peers;

import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Subject;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.impl.SseEventSourceImpl;
import org.jboss.resteasy.reactive.client.impl.SseParser;

/** RESTEasy Reactive, the REST client of Quarkus: the parser that its event source hands Vert.x' buffers to. */
public final class RestEasyReactive implements PeerLibrary {
    @Override
    public List<Subject> subjects() {
        return FramingPeer.alone("resteasy-reactive", () -> RestEasyReactive::frame);
    }

    @SuppressWarnings("NullAway") // the event source wants a request only to connect
    private static void frame(byte[][] reads, Framer.PayloadSink payloads) {
        SseEventSourceImpl source = new SseEventSourceImpl(null, null, 500, TimeUnit.MILLISECONDS);
        source.register(event -> payloads.payload(event.readData()));
        SseParser parser = new SseParser(source, null);
        for (byte[] read : reads) {
            parser.handle(Buffer.buffer(read));
        }
    }
}
