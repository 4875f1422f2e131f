package io.streamgauge.benchmarks.peers;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.StreamClosedByServerException;
import com.launchdarkly.eventsource.StreamException;
import com.launchdarkly.logging.LDLogger;
import io.streamgauge.benchmarks.PeerLibrary;
import io.streamgauge.benchmarks.Subject;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

/** LaunchDarkly's okhttp-eventsource: its blocking event source over a connection that is bytes in memory. */
public final class LaunchDarkly implements PeerLibrary {
    private static final URI ORIGIN = URI.create("http://localhost/");

    @Override
    public List<Subject> subjects() {
        return FramingPeer.andWithTree("launchdarkly", () -> LaunchDarkly::frame);
    }

    private static void frame(byte[][] reads, Framer.PayloadSink payloads) throws StreamException {
        try (EventSource source = new EventSource.Builder(new InMemory(new ReadsStream(reads))).build()) {
            while (true) {
                payloads.payload(source.readMessage().getData());
            }
        } catch (StreamClosedByServerException end) {
            // The only way in which it tells that a stream is over.
        }
    }

    private static final class InMemory extends ConnectStrategy {
        private final InputStream body;

        InMemory(InputStream body) {
            this.body = body;
        }

        @Override
        public Client createClient(LDLogger logger) {
            return new Client() {
                @Override
                public Result connect(String lastEventId) {
                    return new Result(body, ORIGIN, body);
                }

                @Override
                public boolean awaitClosed(long timeoutMillis) {
                    return true;
                }

                @Override
                public URI getOrigin() {
                    return ORIGIN;
                }

                @Override
                public void close() {}
            };
        }
    }
}
