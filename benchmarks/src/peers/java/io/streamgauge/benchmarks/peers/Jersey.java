package io.streamgauge.benchmarks.peers;

import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Subject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientRequest;
import org.glassfish.jersey.client.ClientResponse;
import org.glassfish.jersey.client.JerseyClient;
import org.glassfish.jersey.client.JerseyClientBuilder;
import org.glassfish.jersey.client.spi.AsyncConnectorCallback;
import org.glassfish.jersey.client.spi.Connector;
import org.glassfish.jersey.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.media.sse.EventInput;
import org.glassfish.jersey.media.sse.InboundEvent;
import org.glassfish.jersey.media.sse.SseFeature;

/** Jersey: its client, with a connector that answers from memory, and its event input. */
public final class Jersey implements PeerLibrary {
    @Override
    public List<Subject> subjects() {
        return FramingPeer.alone("jersey", Client::new);
    }

    private static final class Client implements Framer {
        private final JerseyClient client;
        private InputStream next = InputStream.nullInputStream();

        Client() {
            // RESTEasy's would be found first.
            RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
            Connector connector = new InMemory();
            client = new JerseyClientBuilder()
                    .withConfig(new ClientConfig().connectorProvider((owner, configuration) -> connector))
                    .register(SseFeature.class)
                    .build();
        }

        @Override
        public void frame(byte[][] reads, PayloadSink payloads) {
            next = new ReadsStream(reads);
            EventInput events = client.target("http://localhost/").request().get(EventInput.class);
            try {
                for (InboundEvent event = events.read(); event != null; event = events.read()) {
                    if (!event.isEmpty()) {
                        payloads.payload(event.readData());
                    }
                }
            } finally {
                events.close();
            }
        }

        private final class InMemory implements Connector {
            @Override
            public ClientResponse apply(ClientRequest request) {
                ClientResponse response = new ClientResponse(Response.Status.OK, request);
                response.header("Content-Type", "text/event-stream");
                response.setEntityStream(next);
                return response;
            }

            @Override
            public Future<?> apply(ClientRequest request, AsyncConnectorCallback callback) {
                callback.response(apply(request));
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public String getName() {
                return "in memory";
            }

            @Override
            public void close() {}
        }
    }
}
