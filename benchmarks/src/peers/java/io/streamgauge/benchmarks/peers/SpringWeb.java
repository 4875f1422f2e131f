package io.streamgauge.benchmarks.peers;

import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Subject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.ServerSentEventHttpMessageReader;
import reactor.core.publisher.Flux;

/** Spring's reader of Server-Sent Events, as WebClient uses it for elements that are Strings. */
public final class SpringWeb implements PeerLibrary {
    private static final ResolvableType STRING = ResolvableType.forClass(String.class);

    @Override
    public List<Subject> subjects() {
        return FramingPeer.andWithTree("spring", () -> {
            ServerSentEventHttpMessageReader reader = new ServerSentEventHttpMessageReader();
            return (reads, payloads) -> frame(reader, reads, payloads);
        });
    }

    private static void frame(ServerSentEventHttpMessageReader reader, byte[][] reads, Framer.PayloadSink payloads) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        reader.read(STRING, new InMemory(reads), Map.of())
                .subscribe(data -> payloads.payload((String) data), failure::set);
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
    }

    private static final class InMemory implements ReactiveHttpInputMessage {
        private final byte[][] reads;

        InMemory(byte[][] reads) {
            this.reads = reads;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.fromArray(reads).map(DefaultDataBufferFactory.sharedInstance::wrap);
        }

        @Override
        public HttpHeaders getHeaders() {
            return HttpHeaders.EMPTY;
        }
    }
}
